// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/budget.h"
#include "routing/solution.h"

namespace medicobus::routing {

/// What is known of the best order of one vehicle's duties.
struct SingleOrder {
    Sequences sequences; ///< One sequence with every place; empty when no lawful order was found.
    /// The sequence has the least cost there is or, when `sequences` is empty, no lawful order exists.
    bool isProven = false;
    std::uint64_t iterations = 0;
};

/// Whether `orderSingle` takes the problem: one vehicle that can serve every place once, each place a duty
/// with at most one window on the vehicle's day, and no other limit than the shift. Numbers must be small
/// enough for sums along a route to fit 30 bits.
bool fitsSingle(const Problem& problem);

/// The cheapest order of a problem that `fitsSingle` takes: the travelling salesman with time windows,
/// whose waiting is free, or without when none binds. Seed and iterations alone decide the result, unless
/// a time limit or a stop ends the search early.
SingleOrder orderSingle(const Problem& problem, const Budget& budget);

} // namespace medicobus::routing
