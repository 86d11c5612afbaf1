// SPDX-License-Identifier: EUPL-1.2
#include "cli/bench/walk.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace medicobus::cli {
namespace {

using routing::instances::RouteLine;

/// A whole number of tenths or hundredths below a distance.
Length cut(const std::vector<FileNode>& nodes, double unit) {
    return [&nodes, unit](int from, int to) {
        const double d =
            distanceOf(nodes[static_cast<std::size_t>(from)], nodes[static_cast<std::size_t>(to)]);
        return std::floor(d * unit + 1e-9);
    };
}

double cutUnit(std::string_view name) {
    return name.find("pr") != std::string_view::npos ? 100 : 10;
}

/// The earliest start at or after a time in the windows that one tour may use; none when all have closed.
/// `line` is a vertex's: `i x y d S O1 O2 O3 O4 C4 E ...`.
std::optional<double> startIn(const std::vector<double>& line, int tour, double time, double unit) {
    const bool isOddTour = tour % 2 == 1;
    const bool usesFirst = isOddTour == (line.at(10) == 1);
    for (std::size_t window = usesFirst ? 0 : 1; window < 4; window += 2) {
        const double opens = std::round(line.at(5 + window) * unit);
        const double closes = std::round(line.at(6 + window) * unit);
        if (std::max(time, opens) <= closes) {
            return std::max(time, opens);
        }
    }
    return std::nullopt;
}

} // namespace

RouteCheck checkToptw(const NumberLines& lines, std::string_view name, int tours, const Routes& routes) {
    std::vector<FileNode> nodes;
    for (std::size_t at = 2; at < lines.size(); ++at) {
        const auto& line = lines[at];
        nodes.push_back({.x = line.at(1),
                         .y = line.at(2),
                         .service = line.at(3),
                         .opens = line.at(line.size() - 2),
                         .closes = line.back(),
                         .profit = line.at(4)});
    }
    const double unit = cutUnit(name);
    Walk walk(1, static_cast<int>(nodes.size()) - 1);
    for (const RouteLine& route : routes) {
        drive(walk, route, nodes, cut(nodes, unit), unit);
        for (const int node : route.nodes) {
            walk.check.value += static_cast<std::size_t>(node) < nodes.size()
                                    ? nodes[static_cast<std::size_t>(node)].profit
                                    : 0;
        }
    }
    walk.atMost(RouteFault::tooManyRoutes, 0, routesUsed(routes), tours);
    return walk.check;
}

RouteCheck checkMctopmtw(const NumberLines& lines, std::string_view name, const Routes& routes) {
    const double unit = cutUnit(name);
    const auto& head = lines.at(0);
    const auto& depot = lines.at(1);
    std::vector<FileNode> nodes(2, {.x = depot.at(1), .y = depot.at(2)}); // Vertex 1 is the depot again.
    for (std::size_t at = 2; at < lines.size(); ++at) {
        nodes.push_back({.x = lines[at].at(1), .y = lines[at].at(2)});
    }
    const Length length = cut(nodes, unit);
    Walk walk(2, static_cast<int>(nodes.size()) - 1);
    std::array<double, 11> drawn{};
    for (const RouteLine& route : routes) {
        double time = depot.at(5) * unit;
        int from = 0;
        for (const int node : route.nodes) {
            if (!walk.knows(node)) {
                continue;
            }
            walk.visit(node);
            const auto& line = lines[static_cast<std::size_t>(node)];
            time += length(from, node);
            const auto start = startIn(line, route.day, time, unit);
            if (!start) {
                walk.fault(RouteFault::tooLate, node, time / unit, line.at(9));
            }
            time = start.value_or(time) + line.at(3) * unit;
            for (std::size_t draw = 0; draw < drawn.size(); ++draw) {
                drawn[draw] += line.at(11 + draw);
            }
            walk.check.value += line.at(4);
            from = node;
        }
        walk.atMost(RouteFault::tooLate, 0, (time + length(from, 0)) / unit, depot.at(6));
        walk.atMost(RouteFault::tooManyRoutes, 0, route.day, head.at(0));
    }
    for (std::size_t draw = 0; draw < drawn.size(); ++draw) {
        walk.atMost(draw == 0 ? RouteFault::overBudget : RouteFault::tooManyOfAType, 0, drawn[draw],
                    head.at(2 + draw));
    }
    return walk.check;
}

} // namespace medicobus::cli
