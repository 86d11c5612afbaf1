// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "crew/row_model.h"

#include <QString>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace medicobus::app {

/// A passage with room, somebody who waits for an answer, or somebody to be reminded.
struct CallRow {
    QString id;
    QString heading; ///< Over the first line of its group; else empty.
    QString title;
    QString note;
    QString phone;
    QString stateText;    ///< By when, or what came of the call.
    QString tone;         ///< "quiet", "good", "look" or "act".
    QVariantList choices; ///< A list of { value, label }.

    friend bool operator==(const CallRow&, const CallRow&) = default;
};

/// One of the lists of the telephone.
class CallModel : public RowModel<CallRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by its page")

public:
    enum Role { CallId = Qt::UserRole + 1, Heading, Title, Note, Phone, StateText, Tone, Choices };

    using RowModel::RowModel;

    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
};

} // namespace medicobus::app
