// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/solution.h"

#include <string>
#include <string_view>
#include <vector>

namespace medicobus::routing {

enum class Rule {
    knownVehicle,
    knownPlace,
    oneRouteAVehicle,
    dutyServed,
    visitedOnce,
    pattern,
    window,
    time, ///< A time stated earlier than driving, setup, service or break allow; a service of another length.
    shift,
    breaks,
    driving,
    duty,
    routeCost,
    places, ///< More stops than allowed, or a route without any.
    capacity,
    pool,
    skills,
    stated, ///< The stated cost or loss is not what the routes give, or the bound lies above them.
};

struct Violation {
    Rule rule;
    int vehicle = -1;
    int place = -1;
    std::string found;    ///< Figure.
    std::string expected; ///< Figure.
};

/// Checks every rule and figure of a solution from the problem alone; shares no code with the solvers.
[[nodiscard]] std::vector<Violation> verify(const Problem& problem, const Solution& solution);

/// The stable name of a rule, such as "routing.window".
std::string_view nameOf(Rule rule);

} // namespace medicobus::routing
