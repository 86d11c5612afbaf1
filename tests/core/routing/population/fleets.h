// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/random.h"
#include "routing/solution.h"

#include <string>

namespace medicobus::testing {

/// A small random problem made fit for the population search: duties, one window a place, vehicles of one day
/// alike. Few enough places for the brute force.
routing::Problem smallFleet(Random& random, int places, int vehicles, unsigned features);

/// Places on a square with windows, loads and, over several days, patterns of one or two days; lawful
/// solutions exist.
routing::Problem largeFleet(Random& random, int places, int days, int vehiclesOfADay);

/// The first rule that sequences break, found by walking each of them place by place; empty when none. Waits
/// are taken from a departure as late as the windows allow.
std::string brokenRule(const routing::Problem& problem, const routing::Sequences& sequences);

/// Drives and fixed costs, added up leg by leg.
routing::Cost walkedCost(const routing::Problem& problem, const routing::Sequences& sequences);

} // namespace medicobus::testing
