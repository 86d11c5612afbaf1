// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "crew/row_model.h"

#include <QString>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace medicobus::app {

/// One thing that a person has to look at, with what can be done about it.
struct TodoRow {
    enum class Kind { Replace, Deposit, Field, Plan, Rejected, Confirm };

    Kind kind = Kind::Confirm;
    QString id;      ///< Of the row; what it is about is in it.
    QString heading; ///< Of its group, on the first row of the group only.
    QString title;
    QString note;   ///< What happened.
    QString remedy; ///< What to do.
    QString phone;  ///< Whom to call, as it is read out.
    /// What one tap can settle it with: a list of { value, label, note }.
    QVariantList choices;
    bool canMove = false;    ///< Another place can be looked for.
    bool canRedo = false;    ///< It can be made again, after what came first.
    bool canPutAway = false; ///< Reading it is all there is to do.

    friend bool operator==(const TodoRow&, const TodoRow&) = default;
};

/// What is to be settled, the most urgent first.
class TodoModel : public RowModel<TodoRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by its page")

public:
    enum Role {
        TodoId = Qt::UserRole + 1,
        KindRole,
        Heading,
        Title,
        Note,
        Remedy,
        Phone,
        Choices,
        CanMove,
        CanRedo,
        CanPutAway
    };

    using RowModel::RowModel;

    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    /// Nothing when it is no longer there.
    const TodoRow* find(const QString& id) const;
};

} // namespace medicobus::app
