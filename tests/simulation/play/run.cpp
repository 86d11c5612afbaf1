// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/play/run.h"

#include "tests/simulation/play/rest.h"
#include "tests/simulation/play/stage.h"

#include <fmt/format.h>

namespace medicobus::simulation {

Outcome& Outcome::operator+=(const Outcome& other) {
    faults += other.faults;
    checks += other.checks;
    for (std::size_t i = 0; i < done.size(); ++i) {
        done[i] += other.done[i];
    }
    return *this;
}

Outcome run(const Scenario& scenario, const Plant* plant) {
    Outcome outcome;
    try {
        Stage stage(scenario, plant, outcome);
        for (; outcome.step < scenario.steps.size() && !outcome.broken; ++outcome.step) {
            outcome.broken = stage.play(scenario.steps[outcome.step]);
        }
        if (!outcome.broken) {
            outcome.broken = stage.heal();
        }
        if (!outcome.broken) {
            outcome.broken = checkAtRest(stage);
        }
        stage.end();
    } catch (const std::exception& thrown) {
        // Nothing public throws: whatever does is a fault, and its scenario is worth having.
        outcome.broken = Violation{Guarantee::NothingLost, std::string("thrown: ") + thrown.what()};
    }
    return outcome;
}

std::string report(const Scenario& scenario, const Outcome& outcome) {
    if (!outcome.broken) {
        return fmt::format("// all guarantees hold over {} steps\n", scenario.steps.size());
    }
    const bool isAtRest = outcome.step >= scenario.steps.size();
    return fmt::format(
        "// {}\n// {}\n// {}\n{}", guaranteeNames[static_cast<std::size_t>(outcome.broken->guarantee)],
        outcome.broken->what, isAtRest ? "at rest, after all steps" : fmt::format("at step {}", outcome.step),
        text(scenario));
}

} // namespace medicobus::simulation
