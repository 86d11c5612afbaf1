// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/exact/route_table.h"

#include <memory>

namespace medicobus::routing {

/// The cheapest way for the vehicles of one day to serve every set of places between them.
class DayTable {
public:
    DayTable() = default;

    /// Lets one more vehicle take its best part of each set; false when the budget is exhausted.
    bool add(int vehicle, std::shared_ptr<const RouteTable> routes, const Budget& budget);

    Cost cost(PlaceSet set) const { return m_costs[set]; }
    /// Adds the sequences that serve the set at that cost.
    void collect(PlaceSet set, Sequences& sequences) const;

private:
    struct Share {
        int vehicle = 0;
        std::shared_ptr<const RouteTable> routes;
        std::vector<PlaceSet> parts; ///< Taken by this vehicle, by the set served by it and those before it.
    };

    std::vector<Cost> m_costs;
    std::vector<Share> m_shares;
};

} // namespace medicobus::routing
