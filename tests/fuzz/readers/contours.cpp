// SPDX-License-Identifier: EUPL-1.2
#include "territory/contour_reader.h"
#include "tests/fuzz/fuzz.h"

#include <cmath>

namespace medicobus::fuzz {

void feed(std::string_view bytes) {
    const auto contours = territory::parseContours(bytes, "fuzz.geojson");
    if (!isRead(contours)) {
        return;
    }
    for (const territory::Contour& contour : *contours) {
        for (const territory::Polygon& polygon : contour.polygons) {
            for (const territory::Ring& ring : polygon) {
                require(ring.size() >= 4 && ring.front() == ring.back(), "a ring is closed");
                for (const GeoPoint& point : ring) {
                    require(std::abs(point.lat) <= 90 && std::abs(point.lon) <= 180,
                            "a position is on the globe");
                }
            }
        }
    }
}

} // namespace medicobus::fuzz
