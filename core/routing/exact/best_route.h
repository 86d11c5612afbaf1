// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/budget.h"

#include <optional>
#include <vector>

namespace medicobus::routing {

/// The places that one vehicle serves best, in order; none at all when it had better stay.
/// Labels are looked at in the order of what they must cost and lose in the end (A*, Hart, Nilsson and
/// Raphael 1968), so the first that is home is the best. None when the budget or the room is exhausted.
std::optional<std::vector<int>> bestRoute(const Problem& problem, int vehicle, const Budget& budget);

} // namespace medicobus::routing
