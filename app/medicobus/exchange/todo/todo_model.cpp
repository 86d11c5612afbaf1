// SPDX-License-Identifier: EUPL-1.2
#include "exchange/todo/todo_model.h"

namespace medicobus::app {

namespace {

QString kindText(TodoRow::Kind kind) {
    switch (kind) {
    case TodoRow::Kind::Replace:
        return QStringLiteral("replace");
    case TodoRow::Kind::Deposit:
        return QStringLiteral("deposit");
    case TodoRow::Kind::Field:
        return QStringLiteral("field");
    case TodoRow::Kind::Plan:
        return QStringLiteral("plan");
    case TodoRow::Kind::Rejected:
        return QStringLiteral("rejected");
    case TodoRow::Kind::Confirm:
        break;
    }
    return QStringLiteral("confirm");
}

} // namespace

QVariant TodoModel::data(const QModelIndex& index, int role) const {
    const TodoRow* row = rowAt(index);
    if (!row) {
        return {};
    }
    switch (role) {
    case TodoId:
        return row->id;
    case KindRole:
        return kindText(row->kind);
    case Heading:
        return row->heading;
    case Qt::DisplayRole:
    case Title:
        return row->title;
    case Note:
        return row->note;
    case Remedy:
        return row->remedy;
    case Phone:
        return row->phone;
    case Choices:
        return row->choices;
    case CanMove:
        return row->canMove;
    case CanRedo:
        return row->canRedo;
    case CanPutAway:
        return row->canPutAway;
    default:
        return {};
    }
}

QHash<int, QByteArray> TodoModel::roleNames() const {
    return {{TodoId, "todoId"},   {KindRole, "kind"},         {Heading, "heading"}, {Title, "title"},
            {Note, "note"},       {Remedy, "remedy"},         {Phone, "phone"},     {Choices, "choices"},
            {CanMove, "canMove"}, {CanPutAway, "canPutAway"}, {CanRedo, "canRedo"}};
}

const TodoRow* TodoModel::find(const QString& id) const {
    for (const TodoRow& row : rows()) {
        if (row.id == id) {
            return &row;
        }
    }
    return nullptr;
}

} // namespace medicobus::app
