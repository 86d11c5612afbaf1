// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "planner/model.h"

#include <array>
#include <optional>

namespace medicobus::planner {

/// Where one bus is on one weekday: a site, or -1, for each kind of session and week of the cycle.
struct DayGrid {
    std::array<std::array<std::int16_t, maxCycleWeeks>, maxSessionKinds> site;

    DayGrid() {
        for (auto& weeks : site) {
            weeks.fill(-1);
        }
    }
    bool isFree(int session, WeekMask mask) const;
    void fill(int session, WeekMask mask, int place);
    friend bool operator==(const DayGrid&, const DayGrid&) = default;
};

/// Start times in minutes since midnight, by kind of session and week; -1 where nothing is held.
using DayStarts = std::array<std::array<int, maxCycleWeeks>, maxSessionKinds>;

struct DayRating {
    bool isLawful = true;
    double drivingMinutes = 0; ///< Of all weeks of the cycle together.
    int order = 0;             ///< Of `Model::tourOrders`, the one that drives least.
};

/// Tells whether the tours of this weekday can be driven within rules 1 to 4 with one start time for each
/// site and session through the cycle, and how much driving they take. Start times are the earliest ones on
/// a grid of `step` minutes; they are the least solution of a system of difference constraints. `lengths`
/// says, by kind and week, how long sessions last that are longer than their kind's `length` in the model.
DayRating rateDay(const Model& model, int bus, int weekday, const DayGrid& grid, int step = 1,
                  DayStarts* starts = nullptr, const DayStarts* lengths = nullptr);

/// Minutes from the start of a session to the pause inside it: after half of its places, rounded up.
int pauseOffset(const Model& model, const plan::SessionKind& kind, int length);

/// Minutes of work after which a break is due (Code du travail L3121-16).
inline constexpr int longestWorkWithoutBreak = 360;

} // namespace medicobus::planner
