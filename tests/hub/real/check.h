// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/hub/real/told.h"
#include "tests/hub/rig/ground.h"
#include "tests/simulation/oracle/violation.h"

namespace medicobus::testing {

/// What is left after a run: the hub and the devices, at rest and in step, and what each device had told.
struct Evidence {
    Ground& ground;
    std::vector<Tablet*> tablets;
    std::vector<std::vector<Told>> told;
    simulation::CheckCounts counts{};
};

/// Holds the guarantees G1 to G9 against stores and logs; the first one broken.
std::optional<simulation::Violation> check(Evidence& evidence);

} // namespace medicobus::testing
