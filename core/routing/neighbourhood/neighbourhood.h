// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/budget.h"

namespace medicobus::routing {

/// Searches by ruin and recreation under simulated annealing, on two islands, over every feature of a
/// problem. Returns the best sequences found, each lawful by `schedule`, pools and patterns kept; duties that
/// found no room are left out, for the caller to count. An iteration is one ruin and recreation on each
/// island.
Sequences searchNeighbourhood(const Problem& problem, const Budget& budget);

} // namespace medicobus::routing
