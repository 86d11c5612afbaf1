// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "crew/row_model.h"

#include <QString>
#include <QtQml/qqmlregistration.h>

namespace medicobus::app {

struct UserRow {
    QString id;
    QString label;

    friend bool operator==(const UserRow&, const UserRow&) = default;
};

/// Who may open this device, for the choice of the lock screen.
class UserModel : public RowModel<UserRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the lock screen")

public:
    enum Role { UserId = Qt::UserRole + 1, Label };

    using RowModel::RowModel;

    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
};

} // namespace medicobus::app
