// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "planner/board.h"
#include "planner/replan/replan.h"

namespace medicobus::planner {

/// One announced series on its way into the next plan.
struct Announced {
    plan::Series series;
    bool isLocked = false; ///< By the scenario itself.
    Cause cause = Cause::None;
    double gain = 0; ///< When released.
    /// As it goes on; without a time where the planner is to choose it. None: dropped.
    std::optional<plan::Series> next;
};

/// Finds what of an announced plan can stay in a scenario, series by series.
class Keeper {
public:
    Keeper(const plan::Scenario& scenario, const plan::Plan& announced);

    /// Keeps every series that is still lawful at its own time.
    void keepAsTheyWere();
    /// Gives those that are not the nearest lawful half-day at their place, where that is worth its drive.
    void rescue();
    /// Gives up, one by one and best first, series whose half-day is worth more elsewhere by `share` of what
    /// a series brings on average.
    void release(double share, const std::function<bool()>& shouldStop);

    const std::vector<Announced>& announced() const { return m_announced; }
    /// The scenario with all that goes on locked.
    plan::Scenario locked() const;

private:
    bool isKnown(const plan::Series& series) const;
    bool keepDays(const Model& model);
    bool giveUpUnsteady(const Model& model, const Board& board);
    void keepDay(const Model& model, Board& board, const std::vector<Announced*>& day);
    std::optional<plan::Series> nearest(const Model& model, const Board& board,
                                        const plan::Series& series) const;

    const plan::Scenario& m_scenario;
    std::vector<Announced> m_announced;
};

} // namespace medicobus::planner
