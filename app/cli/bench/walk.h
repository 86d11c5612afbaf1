// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/bench/file_numbers.h"
#include "cli/bench/route_check.h"

#include <functional>
#include <map>

namespace medicobus::cli {

using NumberLines = std::vector<std::vector<double>>;
using Routes = std::vector<routing::instances::RouteLine>;
/// From one node of the file to another.
using Length = std::function<double(int, int)>;

/// The room left when sums of real numbers are compared.
inline constexpr double tolerance = 1e-6;

/// Counts visits and keeps what is found.
class Walk {
public:
    Walk(int first, int last) : m_first(first), m_last(last) {}

    RouteCheck check;

    bool knows(int node) {
        if (node >= m_first && node <= m_last) {
            return true;
        }
        fault(RouteFault::unknownNode, node);
        return false;
    }
    void visit(int node) {
        if (++m_visits[node] == 2) {
            fault(RouteFault::visitedTwice, node);
        }
    }
    void expectAll() {
        for (int node = m_first; node <= m_last; ++node) {
            if (m_visits[node] == 0) {
                fault(RouteFault::notVisited, node);
            }
        }
    }
    void atMost(RouteFault kind, int node, double found, double allowed) {
        if (found > allowed + tolerance) {
            fault(kind, node, found, allowed);
        }
    }
    void fault(RouteFault kind, int node = 0, double found = 0, double allowed = 0) {
        check.faults.push_back({kind, node, found, allowed});
    }

private:
    int m_first;
    int m_last;
    std::map<int, int> m_visits;
};

/// Drives one route from node 0 and back: serves at the opening, is late after the closing; returns the
/// distance. Times are in the unit of `length`; `unit` of them make one of the file's.
double drive(Walk& walk, const routing::instances::RouteLine& route, const std::vector<FileNode>& nodes,
             const Length& length, double unit);

/// Routes that visit something.
int routesUsed(const Routes& routes);

RouteCheck checkToptw(const NumberLines& lines, std::string_view name, int tours, const Routes& routes);
RouteCheck checkMctopmtw(const NumberLines& lines, std::string_view name, const Routes& routes);
RouteCheck checkPvrp(const NumberLines& lines, const Routes& routes);

} // namespace medicobus::cli
