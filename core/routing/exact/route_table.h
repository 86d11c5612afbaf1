// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/budget.h"

#include <optional>
#include <vector>

namespace medicobus::routing {

/// A set of places of the problem, a bit for each.
using PlaceSet = std::uint32_t;

inline constexpr Cost noRoute = std::numeric_limits<Cost>::max();

/// The cheapest lawful route of one vehicle over every set of places.
struct RouteTable {
    std::vector<Cost> costs; ///< By set, fixed cost included; `noRoute` where there is none. No place: 0.
    /// The last stop and the set before it, by set: walk back through `labels` from here.
    std::vector<std::int32_t> ends;
    struct Link {
        std::int32_t before = -1;
        std::int16_t place = -1;
    };
    std::vector<Link> links;

    std::vector<int> places(PlaceSet set) const;
};

/// Fills the table of one vehicle; none when the budget or the room for labels is exhausted.
std::optional<RouteTable> routesOf(const Problem& problem, int vehicle, const Budget& budget);

} // namespace medicobus::routing
