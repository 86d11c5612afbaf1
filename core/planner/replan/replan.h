// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "planner/planner.h"

namespace medicobus::planner {

/// What became of one announced series, or that one is new; from the least to the greatest change for those
/// who come.
enum class Fate {
    OtherBus,  ///< Same place, day and time, held by another bus.
    OtherTime, ///< Same place and half-day, another start.
    Moved,     ///< Same place, another weekday, half-day or weeks.
    Dropped,
    Added,
};

/// Why an announced series could not stay as it was.
enum class Cause {
    None,     ///< Of an added series.
    Gone,     ///< Its bus, site, kind of session or weeks are no longer in the scenario.
    Closed,   ///< Opening hours, forbidden entries or a locked time leave it no start.
    Unlawful, ///< Its day could no longer be driven, or its site has all the sessions that the policy allows.
    Released, ///< It could stay; what takes its place is worth more by the gain that a change must bring.
};

struct SeriesChange {
    Fate fate = Fate::Added;
    Cause cause = Cause::None;
    std::optional<plan::Series> before;
    std::optional<plan::Series> after;
    /// Of a released series: what the plan gains by it, in the unit of `plan::Score::total`.
    double gain = 0;
};

struct Replanned {
    plan::Plan plan;
    int announced = 0; ///< Series of the plan before.
    int kept = 0;      ///< Those that stay exactly as they were.
    /// Everything else, announced series first and in their order.
    std::vector<SeriesChange> changes;
};

inline Options brief() {
    Options options;
    options.iterations = 300;
    return options;
}

struct ReplanOptions {
    Options search = brief(); ///< Its iterations improve only what was not announced; few are needed.
    /// An announced series that could stay is given up only if the plan's score gains at least this share of
    /// what a series brings on average; nothing at all is given up freely when empty.
    std::optional<double> releaseGain = 0.5;
};

/// Makes a plan of a changed scenario that keeps what was announced (`planning.md` section 5): every series
/// that is still lawful stays with its time; one that is not is given the nearest lawful half-day at its
/// place, if it is worth one; what is left free is filled anew. Locked series never move.
/// Errors: as `makePlan`.
[[nodiscard]] Result<Replanned> replan(const plan::Scenario& scenario, const plan::Plan& announced,
                                       const ReplanOptions& options = {});

} // namespace medicobus::planner
