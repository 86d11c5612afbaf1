// SPDX-License-Identifier: EUPL-1.2
#include "travel/travel_model.h"

namespace medicobus::travel {

Meters TravelEstimate::distance(const GeoPoint& from, const GeoPoint& to) const {
    return greatCircle(from, to) * m_detour;
}

Seconds TravelEstimate::time(const GeoPoint& from, const GeoPoint& to) const {
    return Seconds(distance(from, to).kilometres() / m_kmh * 3600.0);
}

} // namespace medicobus::travel
