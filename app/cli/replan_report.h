// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/console.h"
#include "plan/scenario.h"
#include "planner/replan/replan.h"

namespace medicobus::cli {

/// What an announced plan became: how many series stay, then every change with its cause. Places are named
/// from both scenarios, since one of them may have lost a room.
void tellChanges(const Console& console, const plan::Scenario& before, const plan::Scenario& after,
                 const planner::Replanned& made);

OrderedJson changesJson(const planner::Replanned& made);

} // namespace medicobus::cli
