// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/population/local/day_routes.h"

namespace medicobus::routing::population {

/// One solution of the population, lawful or not: the routes of every day and what they cost.
class Individual {
public:
    Individual(const Instance& instance, std::vector<Tours> days);

    const std::vector<Tours>& days() const { return m_days; }
    Cost cost() const { return m_cost + m_rest; } ///< Drives and fixed costs.
    bool keepsLoad() const { return m_excess == 0; }
    bool keepsTime() const { return m_late == 0; }
    bool isLawful() const { return keepsLoad() && keepsTime(); }
    Cost penalised(const Weights& weights) const {
        return isLawful() ? cost() : m_cost + m_excess * weights.load + m_late * weights.time;
    }
    bool hasTour(int day, const std::vector<int>& tour) const;
    /// How many visits of this one have other neighbours in the other, in thousandths of all visits.
    int distance(const Individual& other) const;

private:
    void read(const Instance& instance, int day);

    std::size_t m_stride; ///< Of the lists by day and place.
    std::vector<Tours> m_days;
    Cost m_cost = 0;
    Cost m_rest = 0; ///< See `Fleet::rest`.
    std::int64_t m_excess = 0;
    Time m_late = 0;
    int m_visits = 0;
    /// By day and place: the place after and before, 0 at an end, -1 when it is not visited.
    std::vector<int> m_next;
    std::vector<int> m_last;
};

} // namespace medicobus::routing::population
