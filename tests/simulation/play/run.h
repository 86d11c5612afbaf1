// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/simulation/oracle/violation.h"
#include "tests/simulation/play/step.h"
#include "tests/simulation/world/faults.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace medicobus::simulation {

class Plant;

/// What a run saw.
struct Outcome {
    std::optional<Violation> broken;
    std::size_t step = 0; ///< Of the step that broke it; the number of steps when it was the end.
    FaultCounts faults;
    CheckCounts checks;
    std::array<std::int64_t, actNames.size()> done{}; ///< Acts that were not refused.

    Outcome& operator+=(const Outcome& other);
};

/// Plays a scenario on a company as it stands after its enrolment, heals everything, lets it come to rest and
/// checks all guarantees. `plant` puts a known bug in.
Outcome run(const Scenario& scenario, const Plant* plant = nullptr);

/// The scenario, what it broke and how, as text that `parseScenario` reads.
std::string report(const Scenario& scenario, const Outcome& outcome);

} // namespace medicobus::simulation
