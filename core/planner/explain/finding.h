// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "plan/plan.h"
#include "plan/reason.h"
#include "plan/scenario.h"

#include <memory>
#include <string>
#include <vector>

namespace medicobus::planner {

/// A plan that a reason speaks of, laid out so that `plan::verify` can measure it.
struct Trial {
    /// What the trial must show: this figure of the reason (`one_more_bus.gain` for one of a remedy) is
    /// `sign` times what the measure gains from `before` to `after`.
    std::string figure;
    enum class Measure { Total, Worth, Delivered, Driving } measure = Measure::Total;
    double sign = 1;
    plan::Scenario scenario;
    plan::Plan before;
    plan::Plan after;
    bool mustBeLawful = true;
};

/// A reason, with its trials when they were asked for.
struct Finding {
    plan::Reason reason;
    std::vector<Trial> trials;
};

using Findings = std::vector<Finding>;

inline plan::Figure figureOf(std::string_view name, std::string_view unit, double value) {
    return {std::string(name), std::string(unit), value, {}};
}

inline plan::Figure nameOf(std::string_view name, std::string_view unit, std::string id) {
    return {std::string(name), std::string(unit), 0, std::move(id)};
}

} // namespace medicobus::planner
