// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "plan/plan.h"
#include "plan/scenario.h"

namespace medicobus::planner {

/// Gives each tour of a plan its crew, and each video consultation its doctor: week by week, as few sessions
/// uncovered as there can be (proven for a week as long as the search ends within its steps, else the best
/// found), work shared evenly. Fills `Tour::people`, `Tour::remote` and `Plan::uncovered`; does nothing when
/// the scenario names no people. Series and tours of the plan must be known to the scenario.
void assignCrew(const plan::Scenario& scenario, plan::Plan& plan);

} // namespace medicobus::planner
