// SPDX-License-Identifier: EUPL-1.2
#include "routing/verify_route.h"

#include <algorithm>
#include <array>

namespace medicobus::routing {
namespace {

constexpr std::array<std::string_view, 18> ruleNames{
    "routing.known_vehicle", "routing.known_place",  "routing.one_route_a_vehicle",
    "routing.duty_served",   "routing.visited_once", "routing.pattern",
    "routing.window",        "routing.time",         "routing.shift",
    "routing.breaks",        "routing.driving",      "routing.duty",
    "routing.route_cost",    "routing.places",       "routing.capacity",
    "routing.pool",          "routing.skills",       "routing.stated"};

/// Routes of known vehicles through known places, each vehicle once; the others are told and left out.
std::vector<const Route*> knownRoutes(const Problem& problem, const Solution& solution,
                                      std::vector<Violation>& violations) {
    std::vector<const Route*> known;
    std::vector<bool> isUsed(problem.vehicles.size());
    const auto isWithin = [](int index, std::size_t size) {
        return index >= 0 && static_cast<std::size_t>(index) < size;
    };
    for (const Route& route : solution.routes) {
        if (!isWithin(route.vehicle, problem.vehicles.size())) {
            violations.push_back({Rule::knownVehicle, route.vehicle, -1, std::to_string(route.vehicle),
                                  "< " + std::to_string(problem.vehicles.size())});
            continue;
        }
        const auto unknown = std::find_if(route.stops.begin(), route.stops.end(), [&](const Stop& stop) {
            return !isWithin(stop.place, problem.places.size());
        });
        if (unknown != route.stops.end()) {
            violations.push_back({Rule::knownPlace, route.vehicle, unknown->place,
                                  std::to_string(unknown->place),
                                  "< " + std::to_string(problem.places.size())});
            continue;
        }
        if (isUsed[static_cast<std::size_t>(route.vehicle)]) {
            violations.push_back({Rule::oneRouteAVehicle, route.vehicle, -1, "2", "1"});
        }
        isUsed[static_cast<std::size_t>(route.vehicle)] = true;
        known.push_back(&route);
    }
    return known;
}

/// Visits of one place over the period.
struct Visits {
    int count = 0;
    DayMask days = 0;
    bool isTwiceADay = false;
};

std::vector<Visits> countVisits(const Problem& problem, const std::vector<const Route*>& routes) {
    std::vector<Visits> visits(problem.places.size());
    for (const Route* route : routes) {
        const int day = problem.vehicles[static_cast<std::size_t>(route->vehicle)].day;
        const DayMask bit = DayMask{1} << static_cast<unsigned>(day);
        for (const Stop& stop : route->stops) {
            Visits& at = visits[static_cast<std::size_t>(stop.place)];
            at.isTwiceADay = at.isTwiceADay || (at.days & bit) != 0;
            at.days |= bit;
            ++at.count;
        }
    }
    return visits;
}

void verifyPlace(const Place& place, int index, const Visits& visits, std::vector<Violation>& violations) {
    const bool isPeriodic = !place.patterns.empty();
    if (visits.count == 0) {
        if (!place.prize) {
            violations.push_back({Rule::dutyServed, -1, index, "0", ">= 1"});
        }
        return;
    }
    if (visits.isTwiceADay || (!isPeriodic && visits.count > 1)) {
        violations.push_back({Rule::visitedOnce, -1, index, std::to_string(visits.count), "1"});
    }
    if (isPeriodic
        && std::find(place.patterns.begin(), place.patterns.end(), visits.days) == place.patterns.end()) {
        violations.push_back({Rule::pattern, -1, index, std::to_string(visits.days), "pattern"});
    }
}

} // namespace

std::vector<Violation> verify(const Problem& problem, const Solution& solution) {
    std::vector<Violation> violations;
    const std::vector<const Route*> routes = knownRoutes(problem, solution, violations);
    Cost cost = 0;
    for (const Route* route : routes) {
        cost += verifyRoute(problem, *route, violations);
    }
    const std::vector<Visits> visits = countVisits(problem, routes);
    Cost lost = 0;
    std::vector<std::int64_t> drawn(problem.pools.size());
    for (std::size_t i = 0; i < problem.places.size(); ++i) {
        const Place& place = problem.places[i];
        verifyPlace(place, static_cast<int>(i), visits[i], violations);
        lost += visits[i].count == 0 ? place.prize.value_or(0) : 0;
        for (std::size_t pool = 0; pool < drawn.size(); ++pool) {
            drawn[pool] += amountAt(place.draws, pool) * visits[i].count;
        }
    }
    for (std::size_t pool = 0; pool < drawn.size(); ++pool) {
        if (drawn[pool] > problem.pools[pool]) {
            violations.push_back({Rule::pool, -1, -1, std::to_string(drawn[pool]),
                                  "<= " + std::to_string(problem.pools[pool])});
        }
    }
    const auto expectStated = [&](Cost stated, Cost found) {
        if (stated != found) {
            violations.push_back({Rule::stated, -1, -1, std::to_string(stated), std::to_string(found)});
        }
    };
    expectStated(solution.cost, cost);
    expectStated(solution.lost, lost);
    if (solution.bound && *solution.bound > cost + lost) {
        expectStated(*solution.bound, cost + lost);
    }
    return violations;
}

std::string_view nameOf(Rule rule) {
    return ruleNames[static_cast<std::size_t>(rule)];
}

} // namespace medicobus::routing
