// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/problem.h"

#include <algorithm>

namespace medicobus::routing::population {

/// What a piece of a route takes of time, whatever stands before it: two spans join in constant time.
/// Vidal, Crainic, Gendreau, Prins (2013), "A hybrid genetic algorithm with adaptive diversity management
/// for a large class of vehicle routing problems with time-windows".
struct Span {
    Time duration = 0; ///< Shortest, waits included.
    Time warp = 0;     ///< By how much windows are missed in all, when one goes back in time at each.
    Time early = 0;    ///< Soonest start that gives the shortest duration.
    Time late = 0;     ///< Latest start that misses the windows by no more than `warp`.

    /// By how much windows and a longest duration are missed.
    Time lateness(Time maxDuration) const { return warp + std::max<Time>(duration - warp - maxDuration, 0); }
};

/// `first`, a drive, then `second`.
inline Span join(const Span& first, Time drive, const Span& second) {
    const Time taken = first.duration - first.warp + drive;
    const Time wait = std::max<Time>(second.early - taken - first.late, 0);
    const Time warp = std::max<Time>(first.early + taken - second.late, 0);
    return {first.duration + second.duration + drive + wait, first.warp + second.warp + warp,
            std::max(second.early - taken, first.early) - wait,
            std::min(second.late - taken, first.late) + warp};
}

} // namespace medicobus::routing::population
