// SPDX-License-Identifier: EUPL-1.2
#include "cli/bench/measure.h"

#include "base/file.h"

#include <fmt/format.h>

#include <chrono>
#include <cmath>

namespace medicobus::cli {
namespace {

using routing::instances::RouteLine;
using routing::instances::Set;

/// Each arc of a real distance is known to the engine to half of a ten-thousandth.
double roomForValue(Set set, const std::vector<RouteLine>& routes) {
    constexpr double exact = 1e-6;
    constexpr double perArc = 0.5e-4;
    if (set != Set::pvrp && set != Set::homberger) {
        return exact;
    }
    std::size_t arcs = 0;
    for (const RouteLine& route : routes) {
        arcs += route.nodes.size() + 1;
    }
    return exact + perArc * static_cast<double>(arcs);
}

void walk(Measured& measured, const routing::instances::Instance& instance, const routing::Solution& solution,
          const std::string& text) {
    measured.routes = instance.lines(solution);
    const RouteCheck check =
        checkRoutes(instance.set, text, instance.name, measured.entry.tours, measured.routes);
    measured.value = check.value;
    measured.vehicles = check.vehicles;
    measured.faults = check.faults;
    const double stated = instance.value(solution);
    if (std::abs(stated - check.value) > roomForValue(instance.set, measured.routes)) {
        measured.faults.push_back({RouteFault::otherValue, 0, stated, check.value});
    }
}

} // namespace

std::optional<double> Measured::gap() const {
    constexpr double percent = 100;
    if (!value || !entry.bestKnown || hasOtherFleet()) {
        return std::nullopt;
    }
    const double worse = isMaximised(entry.set) ? *entry.bestKnown - *value : *value - *entry.bestKnown;
    if (*entry.bestKnown == 0) {
        return worse == 0 ? std::optional<double>(0) : std::nullopt;
    }
    return percent * worse / *entry.bestKnown;
}

Result<Measured> measure(const routing::instances::Entry& entry, const routing::Options& options) {
    const auto text = readFile(entry.file);
    if (!text) {
        return Fault(text.error());
    }
    const auto instance = routing::instances::parse(*text, entry.file.string(), entry.tours);
    if (!instance) {
        return Fault(instance.error());
    }
    Measured measured{.entry = entry};
    measured.entry.set = instance->set;
    if (instance->set != Set::homberger) {
        // Beside the least distance, a fleet is that of another tradition.
        measured.entry.vehicles.reset();
    }
    measured.tours = static_cast<int>(instance->problem.vehicles.size());
    const auto start = std::chrono::steady_clock::now();
    const auto solution = routing::solve(instance->problem, options);
    measured.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (solution) {
        measured.isOptimal = solution->isOptimal;
        walk(measured, *instance, *solution, *text);
    } else {
        measured.faults.push_back({RouteFault::noSolution});
    }
    return measured;
}

std::string solutionText(Set set, const std::vector<RouteLine>& routes) {
    std::string text;
    int day = 0;
    for (const RouteLine& route : routes) {
        if (set == Set::pvrp && route.day != day) {
            text += fmt::format("# day {}\n", route.day);
        }
        day = route.day;
        text += fmt::format("{}\n", fmt::join(route.nodes, " "));
    }
    return text;
}

void Summary::add(const Measured& measured) {
    ++instances;
    seconds += measured.seconds;
    faults += static_cast<int>(measured.faults.size());
    otherFleet += measured.value && measured.hasOtherFleet() ? 1 : 0;
    if (const auto gap = measured.gap()) {
        constexpr double rounding = 0.005; // Best known values have two decimals at most.
        ++compared;
        gaps += *gap;
        better += *gap < 0 && *measured.entry.bestKnown * -*gap / 100 > rounding ? 1 : 0;
        if (!worst || *gap > *worst) {
            worst = gap;
            worstName = measured.entry.name;
        }
    }
}

std::optional<double> Summary::meanGap() const {
    return compared > 0 ? std::optional<double>(gaps / compared) : std::nullopt;
}

} // namespace medicobus::cli
