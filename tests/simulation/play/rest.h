// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/simulation/play/stage.h"

namespace medicobus::simulation {

/// Every guarantee on a company that has come to rest. The first that is broken.
std::optional<Violation> checkAtRest(Stage& stage);

// Parts of it (refusals.cpp).

/// G7, and that a device's word on its own operations is the hub's.
std::optional<Violation> refusalsAreSeen(Stage& stage);
/// G5: every call that was ever made is made again, last first (repeats.cpp).
std::optional<Violation> repeatsAreNothing(Stage& stage);

} // namespace medicobus::simulation
