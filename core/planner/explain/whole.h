// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "planner/explain/finding.h"

namespace medicobus::planner {

/// Of the plan as a whole: how near the bound it is, how many of its bus-days are used, and what one more
/// bus-day and one more site would add at least: only the most promising sites are tried.
Findings explainWhole(const plan::Scenario& scenario, const plan::Plan& plan, bool withTrials);

} // namespace medicobus::planner
