// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/bench/route_check.h"
#include "routing/instances/folder.h"
#include "routing/solve.h"

#include <optional>
#include <string>
#include <vector>

namespace medicobus::cli {

/// One public instance solved and checked.
struct Measured {
    routing::instances::Entry entry = {};
    int tours = 1; ///< Routes allowed on one day or, where tours differ by number, in all.
    std::optional<double> value =
        {}; ///< In the set's own units, as its file gives it; none without a solution.
    int vehicles = 0;
    double seconds = 0;
    bool isOptimal = false;
    std::vector<FoundFault> faults = {};
    std::vector<routing::instances::RouteLine> routes = {};

    /// True when the best known solution has another number of vehicles, which comes before distance.
    bool hasOtherFleet() const { return entry.vehicles.has_value() && *entry.vehicles != vehicles; }
    /// How much worse than the best known value, in per cent of it, also where more is better; none when
    /// there is nothing to compare with.
    std::optional<double> gap() const;
};

/// Errors: the file cannot be read as the instance it was listed as.
[[nodiscard]] Result<Measured> measure(const routing::instances::Entry& entry,
                                       const routing::Options& options);

/// Routes as lines of node numbers. Periodic routing has a line `# day 1` and so on before the routes of each
/// day; an orienteering tour that goes nowhere, of those whose number counts, is an empty line.
std::string solutionText(routing::instances::Set set,
                         const std::vector<routing::instances::RouteLine>& routes);

/// Means over some instances.
struct Summary {
    int instances = 0;
    int compared = 0; ///< With a gap.
    int otherFleet = 0;
    int better = 0; ///< Than the best known.
    double gaps = 0;
    std::optional<double> worst;
    std::string worstName;
    double seconds = 0;
    int faults = 0;

    void add(const Measured& measured);
    std::optional<double> meanGap() const;
    double meanSeconds() const { return instances > 0 ? seconds / instances : 0; }
};

} // namespace medicobus::cli
