// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/instances/instance.h"

#include <string>
#include <string_view>
#include <vector>

namespace medicobus::cli {

enum class RouteFault {
    unknownNode,
    visitedTwice,
    notVisited,
    tooLate, ///< At a node, or back at the depot.
    tooMuchLoad,
    tooLong,
    tooManyRoutes,
    wrongDays, ///< The visiting days are none of the node's codes.
    overBudget,
    tooManyOfAType,
    otherValue, ///< The value of the routes is not the one the solver states.
    noSolution, ///< The solver gave no answer.
};

/// One fault of a solution: the node of the file, 0 where it is none's, and the figures.
struct FoundFault {
    RouteFault kind;
    int node = 0;
    double found = 0;
    double allowed = 0;
};

/// What a walk along the routes says.
struct RouteCheck {
    double value = 0;
    int vehicles = 0; ///< Routes that visit something.
    std::vector<FoundFault> faults;
};

/// Walks the node numbers of a solution by the text of the instance's own file and the rules its set
/// publishes. Shares neither reader nor rounding with the ordering engine, so that a mistake there shows
/// here.
RouteCheck checkRoutes(routing::instances::Set set, std::string_view fileText, std::string_view instanceName,
                       int tours, const std::vector<routing::instances::RouteLine>& routes);

} // namespace medicobus::cli
