// SPDX-License-Identifier: EUPL-1.2
#include "place_model.h"

#include <algorithm>

namespace medicobus::app {

PlaceModel::PlaceModel(std::vector<Place> places, QObject* parent)
    : QAbstractListModel(parent), m_places(std::move(places)) {}

int PlaceModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_places.size());
}

QVariant PlaceModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const auto& place = m_places[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Key:
        return place.key;
    case Qt::DisplayRole:
    case Label:
        return place.label();
    case IconName:
        return place.iconName;
    case Badge:
        return place.badge;
    default:
        return {};
    }
}

QHash<int, QByteArray> PlaceModel::roleNames() const {
    return {{Key, "key"}, {Label, "label"}, {IconName, "iconName"}, {Badge, "badge"}};
}

void PlaceModel::setBadge(const QString& key, int badge) {
    for (std::size_t row = 0; row < m_places.size(); ++row) {
        if (m_places[row].key == key && m_places[row].badge != badge) {
            m_places[row].badge = badge;
            const QModelIndex changed = index(static_cast<int>(row));
            Q_EMIT dataChanged(changed, changed, {Badge});
        }
    }
}

bool PlaceModel::has(const QString& key) const {
    return std::any_of(m_places.begin(), m_places.end(),
                       [&](const Place& place) { return place.key == key; });
}

} // namespace medicobus::app
