// SPDX-License-Identifier: EUPL-1.2
#include "routing/exact/day_table.h"

#include <numeric>

namespace medicobus::routing {

bool DayTable::add(int vehicle, std::shared_ptr<const RouteTable> routes, const Budget& budget) {
    const std::vector<Cost>& own = routes->costs;
    const std::size_t sets = own.size();
    std::vector<PlaceSet> parts(sets, 0);
    if (m_shares.empty()) {
        m_costs = own;
        std::iota(parts.begin(), parts.end(), PlaceSet{0});
        m_shares.push_back({vehicle, std::move(routes), std::move(parts)});
        return true;
    }
    std::vector<Cost> costs = m_costs;
    constexpr std::size_t askBudgetEvery = 256;
    for (std::size_t set = 1; set < sets; ++set) {
        if (set % askBudgetEvery == 0 && budget.isExhausted()) {
            return false;
        }
        const auto all = static_cast<PlaceSet>(set);
        for (PlaceSet part = all; part != 0; part = (part - 1) & all) {
            if (own[part] == noRoute || m_costs[all ^ part] == noRoute) {
                continue;
            }
            const Cost cost = own[part] + m_costs[all ^ part];
            if (cost < costs[set]) {
                costs[set] = cost;
                parts[set] = part;
            }
        }
    }
    m_costs = std::move(costs);
    m_shares.push_back({vehicle, std::move(routes), std::move(parts)});
    return true;
}

void DayTable::collect(PlaceSet set, Sequences& sequences) const {
    for (std::size_t i = m_shares.size(); i-- > 0;) {
        const PlaceSet part = m_shares[i].parts[set];
        if (part != 0) {
            sequences.push_back({m_shares[i].vehicle, m_shares[i].routes->places(part)});
            set ^= part;
        }
    }
}

} // namespace medicobus::routing
