// SPDX-License-Identifier: EUPL-1.2
#include "cli/bench/walk.h"

#include <algorithm>

namespace medicobus::cli {

double drive(Walk& walk, const routing::instances::RouteLine& route, const std::vector<FileNode>& nodes,
             const Length& length, double unit) {
    double distance = 0;
    double time = nodes[0].opens * unit;
    int from = 0;
    for (const int node : route.nodes) {
        if (!walk.knows(node)) {
            continue;
        }
        walk.visit(node);
        const FileNode& at = nodes[static_cast<std::size_t>(node)];
        const double leg = length(from, node);
        distance += leg;
        time = std::max(time + leg, at.opens * unit);
        walk.atMost(RouteFault::tooLate, node, time / unit, at.closes);
        time += at.service * unit;
        from = node;
    }
    const double home = length(from, 0);
    walk.atMost(RouteFault::tooLate, 0, (time + home) / unit, nodes[0].closes);
    return distance + home;
}

int routesUsed(const Routes& routes) {
    return static_cast<int>(
        std::count_if(routes.begin(), routes.end(),
                      [](const routing::instances::RouteLine& route) { return !route.nodes.empty(); }));
}

} // namespace medicobus::cli
