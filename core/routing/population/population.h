// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/budget.h"

namespace medicobus::routing {

/// Whether the population search can take the problem: every place a duty with at most one window; one
/// matrix, one start and one end for all; the vehicles of one day alike up to their names, with shift, duty,
/// skills, fixed cost and one load at most; no breaks, pools, nor limits of driving, cost or places.
bool fitsPopulation(const Problem& problem);

/// Hybrid genetic search over routes and visiting days, for problems that fit. Returns the best lawful
/// sequences, empty when none were found. One iteration is one child born and improved, on each of the
/// islands. After Vidal et al. (2012) for periods, Vidal (2022) for the local search, Kool et al. (2022) and
/// Wouda et al. (2024) for time windows, Nagata and Braysy (2009) for fewer vehicles.
Sequences searchPopulation(const Problem& problem, const Budget& budget);

} // namespace medicobus::routing
