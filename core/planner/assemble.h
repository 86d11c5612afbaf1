// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "plan/plan.h"
#include "planner/board.h"

namespace medicobus::planner {

/// Writes a board out as a plan: series with their start times, the timetable of every tour, score and
/// indicators.
plan::Plan assemble(const Model& model, const Board& board);

} // namespace medicobus::planner
