// SPDX-License-Identifier: EUPL-1.2
#include "tests/fuzz/fuzz.h"
#include "travel/travel_matrix.h"

namespace medicobus::fuzz {

void feed(std::string_view bytes) {
    static const std::vector<travel::NamedPoint> points{
        {"62001", {50, 2}}, {"62002", {50.1, 2}}, {"B1", {50, 2.1}}};
    const auto matrix = travel::parseMatrix(bytes, "fuzz.csv", points, {1.3, 50});
    if (!isRead(matrix)) {
        return;
    }
    for (const travel::NamedPoint& from : points) {
        for (const travel::NamedPoint& to : points) {
            require(matrix->time(from.point, to.point).count() >= 0, "no drive takes less than no time");
            require(matrix->distance(from.point, to.point).value >= 0, "no drive is shorter than nothing");
        }
    }
}

} // namespace medicobus::fuzz
