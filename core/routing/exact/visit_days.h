// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/problem.h"

#include <array>
#include <vector>

namespace medicobus::routing {

/// What one place may have been through after some of the days: its *stages*. One that is visited once has
/// two of them, whatever the day; one with patterns has a stage for each set of days that begins a pattern.
class VisitDays {
public:
    /// `days`: those with a vehicle, rising. Leaving a duty out costs `dutyLost`.
    VisitDays(const Place& place, const std::vector<int>& days, Cost dutyLost);

    static constexpr int none = -1;
    std::size_t stages() const { return m_masks.size(); }
    /// That a stage needs when it is packed with others.
    int bits() const;
    /// The stage after a day (by its rank) with or without a visit; `none` when no pattern goes on so.
    int next(std::size_t rank, int stage, bool isVisited) const {
        return m_next[rank][static_cast<std::size_t>(stage)][isVisited ? 1 : 0];
    }
    /// What is lost at the end of the period; every stage reached there is a whole pattern or no visit.
    Cost lost(int stage) const { return stage == 0 ? m_lost : 0; }
    int visits(int stage) const;

private:
    std::vector<DayMask> m_masks; ///< Days visited, by stage; the first is none.
    std::vector<std::vector<std::array<int, 2>>> m_next;
    Cost m_lost;
};

} // namespace medicobus::routing
