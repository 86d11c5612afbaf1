// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "plan/scenario.h"

#include <string>

namespace medicobus::testing {

/// One bus at (50, 2), two half-days a day, and no site yet.
plan::Scenario emptyScenario();

/// Adds a commune of this many inhabitants and APL, `kilometresEast` of the depot as the crow flies, with a
/// site open all day on working days.
void addCommune(plan::Scenario& scenario, const std::string& insee, double kilometresEast, double population,
                double apl);

} // namespace medicobus::testing
