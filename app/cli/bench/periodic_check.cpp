// SPDX-License-Identifier: EUPL-1.2
#include "cli/bench/walk.h"

#include <algorithm>
#include <set>

namespace medicobus::cli {
namespace {

using routing::instances::RouteLine;

/// The days of every customer of periodic routing, against its codes.
void checkDays(Walk& walk, const NumberLines& lines, int days,
               const std::map<int, std::vector<int>>& daysOf) {
    for (std::size_t at = static_cast<std::size_t>(days) + 2; at < lines.size(); ++at) {
        const auto& line = lines[at];
        const int node = static_cast<int>(line.at(0));
        const auto visited = daysOf.find(node);
        if (visited == daysOf.end()) {
            walk.fault(RouteFault::notVisited, node);
            continue;
        }
        int code = 0;
        std::set<int> distinct;
        for (const int day : visited->second) {
            code += 1 << (days - day); // Day 1 is the highest of the bits.
            distinct.insert(day);
        }
        const auto codes = line.begin() + 7;
        if (distinct.size() != visited->second.size() || std::find(codes, line.end(), code) == line.end()) {
            walk.fault(RouteFault::wrongDays, node, code);
        }
    }
}

} // namespace

RouteCheck checkPvrp(const NumberLines& lines, const Routes& routes) {
    const auto& head = lines.at(0);
    const int days = static_cast<int>(head.at(3));
    std::vector<FileNode> nodes;
    for (std::size_t at = static_cast<std::size_t>(days) + 1; at < lines.size(); ++at) {
        const auto& line = lines[at];
        nodes.push_back({.x = line.at(1), .y = line.at(2), .service = line.at(3), .demand = line.at(4)});
    }
    Walk walk(1, static_cast<int>(nodes.size()) - 1);
    std::map<int, std::vector<int>> daysOf;
    std::map<int, int> routesOn;
    for (const RouteLine& route : routes) {
        if (route.day < 1 || route.day > days) {
            walk.fault(RouteFault::wrongDays, 0, route.day, days);
            continue;
        }
        double distance = 0;
        double service = 0;
        double load = 0;
        std::size_t from = 0;
        for (const int node : route.nodes) {
            if (!walk.knows(node)) {
                continue;
            }
            const auto at = static_cast<std::size_t>(node);
            distance += distanceOf(nodes[from], nodes[at]);
            service += nodes[at].service;
            load += nodes[at].demand;
            daysOf[node].push_back(route.day);
            from = at;
        }
        distance += distanceOf(nodes[from], nodes[0]);
        const auto& limits = lines[static_cast<std::size_t>(route.day)];
        walk.check.value += distance;
        if (limits.at(0) > 0) {
            walk.atMost(RouteFault::tooLong, 0, distance + service, limits.at(0));
        }
        if (limits.at(1) > 0) {
            walk.atMost(RouteFault::tooMuchLoad, 0, load, limits.at(1));
        }
        routesOn[route.day] += route.nodes.empty() ? 0 : 1;
    }
    for (const auto& [day, count] : routesOn) {
        walk.atMost(RouteFault::tooManyRoutes, 0, count, head.at(1));
    }
    checkDays(walk, lines, days, daysOf);
    return walk.check;
}

} // namespace medicobus::cli
