// SPDX-License-Identifier: EUPL-1.2
#include "space.h"

namespace medicobus::app {

Space::Space(std::vector<PlaceModel::Place> places, QObject* parent)
    : QObject(parent),
      m_places(std::move(places)),
      m_place(m_places.places().empty() ? QString() : m_places.places().front().key) {
    connect(this, &Space::placeChanged, this, &Space::headingChanged);
}

void Space::setPlace(const QString& key) {
    if (key == m_place || !m_places.has(key)) {
        return;
    }
    m_place = key;
    Q_EMIT placeChanged();
}

QStringList Space::placeKeys() const {
    QStringList keys;
    for (const auto& place : m_places.places()) {
        keys << place.key;
    }
    return keys;
}

QString Space::title() const {
    for (const auto& place : m_places.places()) {
        if (place.key == m_place) {
            return place.label();
        }
    }
    return {};
}

bool Space::canGoBack() const {
    return !m_places.places().empty() && m_place != m_places.places().front().key;
}

bool Space::goBack() {
    if (!canGoBack()) {
        return false;
    }
    setPlace(m_places.places().front().key);
    return true;
}

} // namespace medicobus::app
