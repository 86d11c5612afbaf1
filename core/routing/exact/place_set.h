// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/check.h"
#include "routing/problem.h"

namespace medicobus::routing {

/// A set of places of the problem, a bit for each.
using PlaceSet = std::uint32_t;

constexpr PlaceSet setOf(int place) {
    return PlaceSet{1} << place;
}
constexpr bool holds(PlaceSet set, int place) {
    return (set >> place & 1U) != 0;
}

inline constexpr Cost noRoute = std::numeric_limits<Cost>::max();

/// What leaving a duty out counts as: more than all that a lawful problem can cost and lose otherwise.
inline constexpr Cost dutyLost = largestSum + 1;

} // namespace medicobus::routing
