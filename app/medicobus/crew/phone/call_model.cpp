// SPDX-License-Identifier: EUPL-1.2
#include "crew/phone/call_model.h"

namespace medicobus::app {

QVariant CallModel::data(const QModelIndex& index, int role) const {
    const CallRow* row = rowAt(index);
    if (!row) {
        return {};
    }
    switch (role) {
    case CallId:
        return row->id;
    case Heading:
        return row->heading;
    case Qt::DisplayRole:
    case Title:
        return row->title;
    case Note:
        return row->note;
    case Phone:
        return row->phone;
    case StateText:
        return row->stateText;
    case Tone:
        return row->tone;
    case Choices:
        return row->choices;
    default:
        return {};
    }
}

QHash<int, QByteArray> CallModel::roleNames() const {
    return {{CallId, "callId"}, {Heading, "heading"},     {Title, "title"}, {Note, "note"},
            {Phone, "phone"},   {StateText, "stateText"}, {Tone, "tone"},   {Choices, "choices"}};
}

} // namespace medicobus::app
