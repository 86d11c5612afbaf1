// SPDX-License-Identifier: EUPL-1.2
#include "planner/explain/deliveries.h"

#include <algorithm>
#include <bit>

namespace medicobus::planner {

Deliveries::Deliveries(const Model& model, const Board& board)
    : m_model(model),
      m_supply(static_cast<std::size_t>(model.siteCount()), 0.0),
      m_offered(model.demands().size(), 0.0) {
    for (const Placement& placement : board.placements()) {
        m_supply[static_cast<std::size_t>(placement.site)] +=
            model.offerPerCycleSession(placement.session) * std::popcount(placement.weeks);
    }
    for (int site = 0; site < model.siteCount(); ++site) {
        for (const Catch& entry : model.catchment(site)) {
            m_offered[static_cast<std::size_t>(entry.demand)] +=
                m_supply[static_cast<std::size_t>(site)] * entry.share;
        }
    }
}

double Deliveries::to(int demand) const {
    return std::min(offeredTo(demand), m_model.demands()[static_cast<std::size_t>(demand)].unmet);
}

double Deliveries::total() const {
    double total = 0;
    for (std::size_t j = 0; j < m_offered.size(); ++j) {
        total += to(static_cast<int>(j));
    }
    return total;
}

double Deliveries::from(int site, int demand) const {
    for (const Catch& entry : m_model.catchment(site)) {
        if (entry.demand == demand && offeredTo(demand) > 0) {
            // Where more comes than is needed, each gives its part of the need.
            const double offered = m_supply[static_cast<std::size_t>(site)] * entry.share;
            return offered * to(demand) / offeredTo(demand);
        }
    }
    return 0;
}

int Deliveries::mainSite(int demand) const {
    int best = -1;
    for (int site = 0; site < m_model.siteCount(); ++site) {
        const double given = from(site, demand);
        if (given > 0 && (best < 0 || given > from(best, demand))) {
            best = site;
        }
    }
    return best;
}

std::vector<int> Deliveries::servedBy(int site) const {
    std::vector<std::pair<double, int>> served;
    for (const Catch& entry : m_model.catchment(site)) {
        if (const double given = from(site, entry.demand); given > 0) {
            served.emplace_back(-given, entry.demand);
        }
    }
    std::ranges::sort(served);
    std::vector<int> out;
    for (const auto& [given, demand] : served) {
        out.push_back(demand);
    }
    return out;
}

} // namespace medicobus::planner
