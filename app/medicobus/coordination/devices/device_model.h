// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "crew/row_model.h"

#include <QString>
#include <QtQml/qqmlregistration.h>

namespace medicobus::app {

/// One device of the hub, or one that asks to become so.
struct DeviceRow {
    QString id;
    QString name;
    QString role;
    QString state;   ///< "En service", "Révoqué"; for one that asks, "Demande à rejoindre".
    QString tone;    ///< "good", "look", "act" or "quiet".
    QString contact; ///< When it was last heard, and what became of a wipe.
    QString digits;  ///< "123 456", for one that asks.
    /// What keeps it from being approved here; of one in service, a clock that goes wrong or changes that
    /// have waited for more than a day; else empty.
    QString warning;
    bool canRevoke = false;

    friend bool operator==(const DeviceRow&, const DeviceRow&) = default;
};

/// Devices as rows of a list.
class DeviceModel : public RowModel<DeviceRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by its page")

public:
    enum Role {
        DeviceKey = Qt::UserRole + 1,
        Name,
        RoleText,
        State,
        Tone,
        Contact,
        Digits,
        Warning,
        CanRevoke
    };

    using RowModel::RowModel;

    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    /// Nothing when it is no longer there.
    const DeviceRow* find(const QString& id) const;
};

} // namespace medicobus::app
