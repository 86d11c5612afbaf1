// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/problem.h"

#include <algorithm>
#include <span>

namespace medicobus::routing::neighbourhood {

/// Later than any lawful time, and its negative earlier; sums with driving times do not overflow.
inline constexpr Time never = 2 * farFuture;

/// A start time lies in one of these; sorted, and none overlaps another.
struct Opening {
    Time opens = -never;
    Time closes = never - 1;
};
using Openings = std::span<const Opening>;

/// The soonest start at `time` or later; `never` when all is over.
inline Time soonestStart(Openings openings, Time time) {
    for (const Opening& opening : openings) {
        if (time <= opening.closes) {
            return std::max(time, opening.opens);
        }
    }
    return never;
}

/// The latest start at `time` or before; `-never` when nothing is open yet.
inline Time latestStart(Openings openings, Time time) {
    for (auto opening = openings.rbegin(); opening != openings.rend(); ++opening) {
        if (time >= opening->opens) {
            return std::min(time, opening->closes);
        }
    }
    return -never;
}

} // namespace medicobus::routing::neighbourhood
