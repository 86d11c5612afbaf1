// SPDX-License-Identifier: EUPL-1.2
#include "lock/user_model.h"

namespace medicobus::app {

QVariant UserModel::data(const QModelIndex& index, int role) const {
    const UserRow* row = rowAt(index);
    if (!row) {
        return {};
    }
    switch (role) {
    case UserId:
        return row->id;
    case Qt::DisplayRole:
    case Label:
        return row->label;
    default:
        return {};
    }
}

QHash<int, QByteArray> UserModel::roleNames() const {
    return {{UserId, "userId"}, {Label, "label"}};
}

} // namespace medicobus::app
