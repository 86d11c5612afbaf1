// SPDX-License-Identifier: EUPL-1.2
#include "routing/schedule.h"

#include "routing/timeline.h"

#include <algorithm>

namespace medicobus::routing {
namespace {

std::int64_t amount(const std::vector<std::int64_t>& amounts, std::size_t dimension) {
    return dimension < amounts.size() ? amounts[dimension] : 0;
}

bool fitsCapacity(const Problem& problem, const Vehicle& vehicle, const std::vector<int>& places) {
    for (std::size_t dimension = 0; dimension < vehicle.capacity.size(); ++dimension) {
        std::int64_t load = 0;
        for (const int place : places) {
            load += amount(problem.places[static_cast<std::size_t>(place)].delivery, dimension);
        }
        if (load > vehicle.capacity[dimension]) {
            return false;
        }
        for (const int index : places) {
            const Place& place = problem.places[static_cast<std::size_t>(index)];
            load += amount(place.pickup, dimension) - amount(place.delivery, dimension);
            if (load > vehicle.capacity[dimension]) {
                return false;
            }
        }
    }
    return true;
}

template <typename Value>
Value sumOfDrives(const Problem& problem, const Sequence& sequence, Value (Matrix::*of)(int, int) const) {
    const Vehicle& vehicle = problem.vehicles[static_cast<std::size_t>(sequence.vehicle)];
    const Matrix& matrix = problem.matrices[static_cast<std::size_t>(vehicle.matrix)];
    Value sum = 0;
    std::optional<int> from = vehicle.start;
    for (const int place : sequence.places) {
        const int node = problem.places[static_cast<std::size_t>(place)].node;
        sum += from ? (matrix.*of)(*from, node) : 0;
        from = node;
    }
    return sum + (from && vehicle.end ? (matrix.*of)(*from, *vehicle.end) : 0);
}

bool keepsLimits(const Problem& problem, const Sequence& sequence) {
    const Vehicle& vehicle = problem.vehicles[static_cast<std::size_t>(sequence.vehicle)];
    if (vehicle.maxPlaces && sequence.places.size() > static_cast<std::size_t>(*vehicle.maxPlaces)) {
        return false;
    }
    const bool hasSkills = std::all_of(sequence.places.begin(), sequence.places.end(), [&](int place) {
        const std::uint64_t asked = problem.places[static_cast<std::size_t>(place)].skills;
        return (asked & ~vehicle.skills) == 0;
    });
    return hasSkills && fitsCapacity(problem, vehicle, sequence.places)
           && (!vehicle.maxDriving || sumOfDrives(problem, sequence, &Matrix::time) <= *vehicle.maxDriving)
           && (!vehicle.maxCost || sumOfDrives(problem, sequence, &Matrix::cost) <= *vehicle.maxCost);
}

} // namespace

std::optional<Route> schedule(const Problem& problem, const Sequence& sequence) {
    const Vehicle& vehicle = problem.vehicles[static_cast<std::size_t>(sequence.vehicle)];
    if (sequence.places.empty()) {
        return Route{sequence.vehicle, vehicle.earliest, vehicle.earliest, {}, {}};
    }
    if (!keepsLimits(problem, sequence)) {
        return std::nullopt;
    }
    const Timeline timeline(problem, sequence);
    const std::optional<Shift> shift = timeline.earliestLawful();
    return shift ? std::optional(timeline.routeOf(*shift)) : std::nullopt;
}

Cost costOf(const Problem& problem, const Sequence& sequence) {
    if (sequence.places.empty()) {
        return 0;
    }
    return sumOfDrives(problem, sequence, &Matrix::cost)
           + problem.vehicles[static_cast<std::size_t>(sequence.vehicle)].fixedCost;
}

std::optional<Solution> solutionOf(const Problem& problem, const Sequences& sequences) {
    Solution solution;
    std::vector<bool> isVisited(problem.places.size());
    for (const Sequence& sequence : sequences) {
        if (sequence.places.empty()) {
            continue;
        }
        std::optional<Route> route = schedule(problem, sequence);
        if (!route) {
            return std::nullopt;
        }
        solution.routes.push_back(std::move(*route));
        solution.cost += costOf(problem, sequence);
        for (const int place : sequence.places) {
            isVisited[static_cast<std::size_t>(place)] = true;
        }
    }
    for (std::size_t place = 0; place < problem.places.size(); ++place) {
        solution.lost += isVisited[place] ? 0 : problem.places[place].prize.value_or(0);
    }
    return solution;
}

} // namespace medicobus::routing
