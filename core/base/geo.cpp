// SPDX-License-Identifier: EUPL-1.2
#include "base/geo.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace medicobus {

Meters greatCircle(const GeoPoint& from, const GeoPoint& to) {
    constexpr double earthRadius = 6'371'000.0;
    constexpr double radians = std::numbers::pi / 180.0;
    const double halfLat = std::sin((to.lat - from.lat) * radians / 2);
    const double halfLon = std::sin((to.lon - from.lon) * radians / 2);
    const double h =
        halfLat * halfLat + std::cos(from.lat * radians) * std::cos(to.lat * radians) * halfLon * halfLon;
    return {2 * earthRadius * std::asin(std::min(1.0, std::sqrt(h)))};
}

} // namespace medicobus
