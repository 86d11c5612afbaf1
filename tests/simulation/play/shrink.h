// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/simulation/play/step.h"

#include <functional>

namespace medicobus::simulation {

/// A smaller scenario that still fails: steps are left out by delta debugging (Zeller and Hildebrandt 2002,
/// ddmin), then each mishap by itself, until no single one can go or `runs` runs were spent.
Scenario shrink(const Scenario& failing, const std::function<bool(const Scenario&)>& fails, int runs = 2000);

} // namespace medicobus::simulation
