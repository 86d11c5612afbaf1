// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/solution.h"

#include <optional>

namespace medicobus::routing {

/// Times for a sequence of places: back as early as all rules allow, then leaving as late as that allows (a
/// limit on duty may thus ask to be back later, after a shorter wait), then all else as early as may be. None
/// when the sequence breaks a rule of its vehicle: windows, shift, breaks, driving, duty, cost, places,
/// capacity or skills. Pools and patterns, which no single route decides, are not looked at.
std::optional<Route> schedule(const Problem& problem, const Sequence& sequence);

/// Drives and the fixed cost of one sequence; 0 when it is empty.
Cost costOf(const Problem& problem, const Sequence& sequence);

/// Routes with times, cost and loss of a whole set of sequences; none when one of them has no schedule.
std::optional<Solution> solutionOf(const Problem& problem, const Sequences& sequences);

} // namespace medicobus::routing
