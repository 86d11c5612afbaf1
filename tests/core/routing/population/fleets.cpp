// SPDX-License-Identifier: EUPL-1.2
#include "fleets.h"

#include "random_problem.h"

#include <algorithm>
#include <map>
#include <set>

namespace medicobus::testing {

using namespace medicobus::routing;

namespace {

int pick(Random& random, int bound) {
    return static_cast<int>(random.below(static_cast<std::uint64_t>(bound)));
}

std::int64_t loadAt(const Place& place) {
    return place.delivery.empty() ? 0 : place.delivery.front();
}

/// Whether a sequence that leaves at `departure` keeps windows, shift and duty.
bool keepsTimes(const Problem& problem, const Sequence& sequence, Time departure) {
    const Vehicle& vehicle = problem.vehicles[static_cast<std::size_t>(sequence.vehicle)];
    const Matrix& matrix = problem.matrices[static_cast<std::size_t>(vehicle.matrix)];
    Time now = departure;
    std::optional<int> at = vehicle.start;
    bool isFirst = true;
    for (const int index : sequence.places) {
        const Place& place = problem.places[static_cast<std::size_t>(index)];
        now += at ? matrix.time(*at, place.node) : 0;
        now += isFirst || at != place.node ? place.setup : 0;
        if (!place.windows.empty()) {
            const Window& window = place.windows.front();
            now = std::max(now, window.opens);
            if (now > window.closes || (window.days >> vehicle.day & 1U) == 0) {
                return false;
            }
        }
        now += place.service;
        at = place.node;
        isFirst = false;
    }
    now += at && vehicle.end ? matrix.time(*at, *vehicle.end) : 0;
    return now <= vehicle.latest && now - departure <= vehicle.maxDuty.value_or(farFuture);
}

bool hasDeparture(const Problem& problem, const Sequence& sequence) {
    const Vehicle& vehicle = problem.vehicles[static_cast<std::size_t>(sequence.vehicle)];
    for (Time departure = vehicle.earliest; departure <= std::min<Time>(vehicle.latest, 1000); ++departure) {
        if (keepsTimes(problem, sequence, departure)) {
            return true;
        }
    }
    return false;
}

} // namespace

Problem smallFleet(Random& random, int places, int vehicles, unsigned features) {
    Problem problem = randomProblem(random, places, vehicles, features);
    problem.matrices.resize(1);
    for (Place& place : problem.places) {
        place.delivery.resize(std::min<std::size_t>(place.delivery.size(), 1));
        place.pickup.clear();
    }
    std::map<int, Vehicle> ofDay;
    const Vehicle first = problem.vehicles.front();
    for (Vehicle& vehicle : problem.vehicles) {
        const std::string name = vehicle.name;
        vehicle.matrix = 0;
        vehicle.start = first.start;
        vehicle.end = first.end;
        vehicle.capacity.resize(std::min<std::size_t>(vehicle.capacity.size(), 1));
        vehicle = ofDay.try_emplace(vehicle.day, vehicle).first->second;
        vehicle.name = name;
    }
    return problem;
}

Problem largeFleet(Random& random, int places, int days, int vehiclesOfADay) {
    Problem problem;
    std::vector<std::pair<int, int>> points;
    Matrix matrix;
    matrix.size = places + 1;
    for (int i = 0; i <= places; ++i) {
        points.emplace_back(pick(random, 100), pick(random, 100));
    }
    for (const auto& [x, y] : points) {
        for (const auto& [u, v] : points) {
            matrix.times.push_back(std::abs(x - u) + std::abs(y - v));
            matrix.costs.push_back(matrix.times.back());
        }
    }
    problem.matrices.push_back(matrix);
    for (int i = 1; i <= places; ++i) {
        Place place;
        place.node = i;
        place.service = 5;
        const int opens = 200 + pick(random, 300);
        place.windows = {{opens, opens + 100 + pick(random, 200)}};
        place.delivery = {1 + pick(random, 9)};
        for (int day = 0; days > 1 && day < days; ++day) {
            const DayMask bit = DayMask{1} << day;
            place.patterns.push_back(i % 3 == 0 ? bit | DayMask{1} << ((day + 1) % days) : bit);
        }
        problem.places.push_back(place);
    }
    for (int i = 0; i < days * vehiclesOfADay; ++i) {
        Vehicle vehicle;
        vehicle.name = std::to_string(i);
        vehicle.day = i / vehiclesOfADay;
        vehicle.start = vehicle.end = 0;
        vehicle.latest = 1000;
        vehicle.capacity = {60};
        problem.vehicles.push_back(vehicle);
    }
    return problem;
}

std::string brokenRule(const Problem& problem, const Sequences& sequences) {
    std::set<int> used;
    std::vector<DayMask> days(problem.places.size(), 0);
    for (const Sequence& sequence : sequences) {
        const Vehicle& vehicle = problem.vehicles[static_cast<std::size_t>(sequence.vehicle)];
        std::int64_t load = 0;
        for (const int index : sequence.places) {
            const Place& place = problem.places[static_cast<std::size_t>(index)];
            DayMask& visited = days[static_cast<std::size_t>(index)];
            if ((visited >> vehicle.day & 1U) != 0) {
                return "visited twice in a day";
            }
            visited |= DayMask{1} << vehicle.day;
            load += loadAt(place);
            if ((place.skills & ~vehicle.skills) != 0) {
                return "skills";
            }
        }
        if (!used.insert(sequence.vehicle).second) {
            return "vehicle used twice";
        }
        if (!vehicle.capacity.empty() && load > vehicle.capacity.front()) {
            return "capacity";
        }
        if (!hasDeparture(problem, sequence)) {
            return "times";
        }
    }
    for (std::size_t i = 0; i < days.size(); ++i) {
        const std::vector<DayMask>& patterns = problem.places[i].patterns;
        const bool isLawful = patterns.empty()
                                  ? days[i] != 0 && (days[i] & (days[i] - 1)) == 0
                                  : std::find(patterns.begin(), patterns.end(), days[i]) != patterns.end();
        if (!isLawful) {
            return "days of visit";
        }
    }
    return "";
}

Cost walkedCost(const Problem& problem, const Sequences& sequences) {
    Cost cost = 0;
    for (const Sequence& sequence : sequences) {
        const Vehicle& vehicle = problem.vehicles[static_cast<std::size_t>(sequence.vehicle)];
        std::optional<int> at = vehicle.start;
        cost += sequence.places.empty() ? 0 : vehicle.fixedCost;
        for (const int index : sequence.places) {
            const int node = problem.places[static_cast<std::size_t>(index)].node;
            cost += at ? problem.matrices.front().cost(*at, node) : 0;
            at = node;
        }
        cost += at && vehicle.end && !sequence.places.empty()
                    ? problem.matrices.front().cost(*at, *vehicle.end)
                    : 0;
    }
    return cost;
}

} // namespace medicobus::testing
