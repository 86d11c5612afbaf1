// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/budget.h"
#include "routing/exact/place_set.h"

#include <optional>
#include <vector>

namespace medicobus::routing {

/// The cheapest lawful route of one vehicle over every set of places.
struct RouteTable {
    struct Link {
        std::int32_t before = -1;
        std::int16_t place = -1;
    };

    std::vector<Cost> costs; ///< By set, fixed cost included; `noRoute` where there is none. No place: 0.
    std::vector<std::int32_t> ends; ///< By set, the link of the last stop.
    std::vector<Link> links;

    std::vector<int> places(PlaceSet set) const;
};

/// Fills the table of one vehicle; none when the budget or the room for labels is exhausted.
std::optional<RouteTable> routesOf(const Problem& problem, int vehicle, const Budget& budget);

} // namespace medicobus::routing
