// SPDX-License-Identifier: EUPL-1.2
#include "cli/bench/route_check.h"

#include "cli/bench/walk.h"

#include <algorithm>
#include <cmath>

namespace medicobus::cli {
namespace {

using routing::instances::RouteLine;
using routing::instances::Set;

RouteCheck checkTsptw(const NumberLines& lines, const Routes& routes) {
    std::vector<double> numbers;
    for (const auto& line : lines) {
        numbers.insert(numbers.end(), line.begin(), line.end());
    }
    const auto size = static_cast<std::size_t>(numbers.at(0));
    std::vector<FileNode> nodes(size);
    for (std::size_t node = 0; node < size; ++node) {
        nodes[node].opens = numbers.at(1 + size * size + 2 * node);
        nodes[node].closes = numbers.at(2 + size * size + 2 * node);
    }
    Walk walk(1, static_cast<int>(size) - 1);
    const Length length = [&](int from, int to) {
        return numbers[1 + static_cast<std::size_t>(from) * size + static_cast<std::size_t>(to)];
    };
    for (const RouteLine& route : routes) {
        walk.check.value += drive(walk, route, nodes, length, 1);
    }
    walk.expectAll();
    walk.atMost(RouteFault::tooManyRoutes, 0, routesUsed(routes), 1);
    // Four decimals are kept of a value.
    walk.check.value = std::round(walk.check.value * 1e4) / 1e4;
    return walk.check;
}

RouteCheck checkTsplib(std::string_view text, const Routes& routes) {
    const auto section = text.find("NODE_COORD_SECTION");
    std::map<int, FileNode> nodes;
    for (const auto& line : numberLines(text.substr(std::min(section, text.size())))) {
        nodes[static_cast<int>(line.at(0))] = {.x = line.at(1), .y = line.at(2)};
    }
    Walk walk(1, static_cast<int>(nodes.size()));
    for (const RouteLine& route : routes) {
        for (std::size_t at = 0; at < route.nodes.size(); ++at) {
            const int node = route.nodes[at];
            const int next = route.nodes[(at + 1) % route.nodes.size()];
            if (walk.knows(node) && walk.knows(next)) {
                walk.visit(node);
                walk.check.value += std::floor(distanceOf(nodes[node], nodes[next]) + 0.5);
            }
        }
    }
    walk.expectAll();
    walk.atMost(RouteFault::tooManyRoutes, 0, routesUsed(routes), 1);
    return walk.check;
}

RouteCheck checkVrptw(Set set, const NumberLines& lines, const Routes& routes) {
    // The first line of two numbers is the fleet: a name such as `c1_2_1` is no number.
    const auto fleet = std::find_if(lines.begin(), lines.end(), [](const auto& l) { return l.size() == 2; });
    std::vector<FileNode> nodes;
    for (const auto& line : lines) {
        if (line.size() == 7) {
            nodes.push_back({.x = line[1],
                             .y = line[2],
                             .service = line[6],
                             .opens = line[4],
                             .closes = line[5],
                             .demand = line[3]});
        }
    }
    const bool isInTenths = set == Set::solomon;
    const double unit = isInTenths ? 10 : 1;
    const Length length = [&](int from, int to) {
        const double d =
            distanceOf(nodes[static_cast<std::size_t>(from)], nodes[static_cast<std::size_t>(to)]);
        return isInTenths ? std::floor(10 * d + 1e-9) : d;
    };
    Walk walk(1, static_cast<int>(nodes.size()) - 1);
    for (const RouteLine& route : routes) {
        walk.check.value += drive(walk, route, nodes, length, unit);
        double load = 0;
        for (const int node : route.nodes) {
            load += static_cast<std::size_t>(node) < nodes.size()
                        ? nodes[static_cast<std::size_t>(node)].demand
                        : 0;
        }
        walk.atMost(RouteFault::tooMuchLoad, 0, load, fleet->at(1));
    }
    walk.expectAll();
    walk.atMost(RouteFault::tooManyRoutes, 0, routesUsed(routes), fleet->at(0));
    walk.check.value /= unit;
    return walk.check;
}

} // namespace

RouteCheck checkRoutes(Set set, std::string_view fileText, std::string_view instanceName, int tours,
                       const Routes& routes) {
    const NumberLines lines = numberLines(fileText);
    RouteCheck check;
    switch (set) {
    case Set::tsptw:
        check = checkTsptw(lines, routes);
        break;
    case Set::toptw:
        check = checkToptw(lines, instanceName, tours, routes);
        break;
    case Set::mctopmtw:
        check = checkMctopmtw(lines, instanceName, routes);
        break;
    case Set::pvrp:
        check = checkPvrp(lines, routes);
        break;
    case Set::solomon:
    case Set::homberger:
        check = checkVrptw(set, lines, routes);
        break;
    case Set::tsplib:
        check = checkTsplib(fileText, routes);
        break;
    }
    check.vehicles = routesUsed(routes);
    return check;
}

} // namespace medicobus::cli
