// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "planner/board.h"

namespace medicobus::planner {

/// Minutes that each of the placements lasts. Those of free length are made longer by one place at a time,
/// where it is worth most, as long as their day stays lawful with the drives that it has.
std::vector<int> stretchedLengths(const Model& model, const Board& board,
                                  const std::vector<Placement>& placements);

/// The lengths of one bus and weekday, as `rateDay` takes them.
DayStarts lengthsOfDay(const Model& model, int bus, int weekday, const std::vector<Placement>& placements,
                       const std::vector<int>& lengths);

} // namespace medicobus::planner
