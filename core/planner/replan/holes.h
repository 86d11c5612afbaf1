// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "planner/board.h"

namespace medicobus::planner {

/// Fills the half-days that a board leaves free, each time by the series of best net gain a session, until
/// none gains: no noise, no second thoughts.
void fillHoles(const Model& model, Board& board);

} // namespace medicobus::planner
