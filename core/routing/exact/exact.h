// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/budget.h"

namespace medicobus::routing {

/// The best there is.
struct ExactAnswer {
    Sequences sequences;
    int dutiesLeft = 0; ///< No set of routes serves more duties than all but these.
};

/// Whether every subset of the places can be looked at: about 16 places for one vehicle, 12 to 14 for
/// several.
bool fitsExact(const Problem& problem);

/// Solves a problem that fits by dynamic programming: for each vehicle the cheapest lawful route over each
/// set of places, by labels (Righini and Salani 2008; Feillet et al. 2004), then the best share of the places
/// among the vehicles of a day, then the best choice of days. None when stopped early, or when more labels
/// would be needed than fit in the memory set aside.
std::optional<ExactAnswer> solveExact(const Problem& problem, const Budget& budget);

} // namespace medicobus::routing
