// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "planner/model.h"

namespace medicobus::planner {

/// Narrows when a session may start to the hours in which somebody entitled and a driver are there from
/// leaving the depot to coming back, and its weeks to those in which there are as many of each as buses
/// before this one in the scenario. `out` and `home` are the minutes of its drives. For a policy that leaves
/// out what nobody can cover; what people's hours and rest forbid shows only when tours are given crews.
void narrowToCover(const plan::Scenario& scenario, const plan::Bus& bus, const plan::Site& site, Weekday day,
                   const plan::SessionKind& kind, int out, int home, StartWindow& window);

} // namespace medicobus::planner
