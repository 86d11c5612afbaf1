// SPDX-License-Identifier: EUPL-1.2
#include "coordination/devices/device_model.h"

namespace medicobus::app {

QVariant DeviceModel::data(const QModelIndex& index, int role) const {
    const DeviceRow* row = rowAt(index);
    if (!row) {
        return {};
    }
    switch (role) {
    case DeviceKey:
        return row->id;
    case Qt::DisplayRole:
    case Name:
        return row->name;
    case RoleText:
        return row->role;
    case State:
        return row->state;
    case Tone:
        return row->tone;
    case Contact:
        return row->contact;
    case Digits:
        return row->digits;
    case Warning:
        return row->warning;
    case CanRevoke:
        return row->canRevoke;
    default:
        return {};
    }
}

QHash<int, QByteArray> DeviceModel::roleNames() const {
    return {{DeviceKey, "deviceKey"}, {Name, "name"},       {RoleText, "roleText"},
            {State, "stateText"},     {Tone, "tone"},       {Contact, "contact"},
            {Digits, "digits"},       {Warning, "warning"}, {CanRevoke, "canRevoke"}};
}

const DeviceRow* DeviceModel::find(const QString& id) const {
    for (const DeviceRow& row : rows()) {
        if (row.id == id) {
            return &row;
        }
    }
    return nullptr;
}

} // namespace medicobus::app
