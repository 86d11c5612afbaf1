// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/random.h"
#include "routing/solution.h"

#include <optional>

namespace medicobus::testing {

/// What a random problem is made of; each turns one rule on.
enum Feature : unsigned {
    withWindows = 1U << 0,
    withManyWindows = 1U << 1,
    withSetup = 1U << 2,
    withBreaks = 1U << 3,
    withDriving = 1U << 4,
    withDuty = 1U << 5,
    withRouteCost = 1U << 6,
    withMaxPlaces = 1U << 7,
    withCapacity = 1U << 8,
    withSkills = 1U << 9,
    withOpenEnds = 1U << 10,
    withPrizes = 1U << 11,
    withPools = 1U << 12,
    withPatterns = 1U << 13,
    withFixedCost = 1U << 14,
    withAllFeatures = (1U << 15) - 1,
};

/// A small problem with times below 100, drawn from the generator; some have no solution.
routing::Problem randomProblem(Random& random, int places, int vehicles, unsigned features);

/// Back and departure of the best lawful schedule found by trying every departure and every place for the
/// breaks; looks at times alone.
struct BruteShift {
    routing::Time back = 0;
    routing::Time departure = 0;

    friend bool operator==(const BruteShift&, const BruteShift&) = default;
};
std::optional<BruteShift> bruteShift(const routing::Problem& problem, const routing::Sequence& sequence);

/// The least value of all sets of routes, by trying them all; none when the duties cannot all be served. For
/// the tests of solvers on up to about six places.
std::optional<routing::Cost> bruteValue(const routing::Problem& problem);

} // namespace medicobus::testing
