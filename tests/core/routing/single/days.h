// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/problem.h"

#include <cstdint>
#include <optional>

namespace medicobus::routing::testing {

struct DayShape {
    int places = 6;
    Time width = 0;           ///< Of the windows, around a lawful day; 0: no windows.
    bool isSymmetric = false; ///< With times that are triangular, on a grid; else each arc is drawn alone.
    bool hasSetup = false;    ///< And two places at some nodes.
    bool isOpen = false;      ///< The vehicle starts and ends at its first and last place.
};

/// One vehicle's day, drawn from a seed; whoever drives its places in their order keeps all windows.
Problem dayOf(std::uint64_t seed, const DayShape& shape);

/// The least cost over all orders by trying each of them; none when no order is lawful.
std::optional<Cost> leastCost(const Problem& problem);

} // namespace medicobus::routing::testing
