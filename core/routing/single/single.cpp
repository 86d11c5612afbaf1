// SPDX-License-Identifier: EUPL-1.2
#include "routing/single/single.h"

#include "routing/islands.h"
#include "routing/single/dynamic.h"
#include "routing/single/timed_island.h"

#include <algorithm>
#include <array>

namespace medicobus::routing {
namespace {

using namespace single;

/// Islands of the search: a fixed number, so that the threads do not decide the result.
constexpr std::size_t islandCount = 2;
constexpr std::uint64_t epoch = 500;
constexpr std::size_t nearCount = 16;
constexpr std::size_t labelsBefore = 300'000;

std::int64_t sumOf(const Problem& problem, std::vector<std::int64_t> Place::*amounts, std::size_t dimension) {
    std::int64_t sum = 0;
    for (const Place& place : problem.places) {
        sum += dimension < (place.*amounts).size() ? (place.*amounts)[dimension] : 0;
    }
    return sum;
}

bool isOrdinary(const Place& place, const Vehicle& vehicle) {
    const auto isToday = [&](const Window& window) { return (window.days >> vehicle.day & 1U) != 0; };
    const auto isNegative = [](std::int64_t amount) { return amount < 0; };
    return !place.prize && place.patterns.empty() && (place.skills & ~vehicle.skills) == 0
           && std::count_if(place.windows.begin(), place.windows.end(), isToday) <= 1
           && std::none_of(place.delivery.begin(), place.delivery.end(), isNegative)
           && std::none_of(place.pickup.begin(), place.pickup.end(), isNegative);
}

bool holdsAll(const Problem& problem, const Vehicle& vehicle) {
    for (std::size_t i = 0; i < vehicle.capacity.size(); ++i) {
        if (sumOf(problem, &Place::delivery, i) + sumOf(problem, &Place::pickup, i) > vehicle.capacity[i]) {
            return false;
        }
    }
    for (std::size_t i = 0; i < problem.pools.size(); ++i) {
        if (sumOf(problem, &Place::draws, i) > problem.pools[i]) {
            return false;
        }
    }
    return !vehicle.maxPlaces || problem.places.size() <= static_cast<std::size_t>(*vehicle.maxPlaces);
}

SingleOrder search(const Problem& problem, const Model& model, const Budget& budget) {
    const Near near(model, nearCount);
    std::vector<std::unique_ptr<Island>> islands;
    Random random(budget.options().seed);
    for (std::size_t i = 0; i < islandCount; ++i) {
        islands.push_back(
            std::make_unique<TimedIsland>(model, near, random.next(), problem.vehicles.front().fixedCost));
    }
    const std::size_t best = runIslands(islands, epoch, budget);
    return {islands[best]->best(), false, budget.options().iterations};
}

} // namespace

bool fitsSingle(const Problem& problem) {
    if (problem.vehicles.size() != 1) {
        return false;
    }
    const Vehicle& vehicle = problem.vehicles.front();
    return vehicle.breaks.empty() && !vehicle.maxDriving && !vehicle.maxDuty && !vehicle.maxCost
           && std::all_of(problem.places.begin(), problem.places.end(),
                          [&](const Place& place) { return isOrdinary(place, vehicle); })
           && holdsAll(problem, vehicle) && Model::canHold(problem);
}

SingleOrder orderSingle(const Problem& problem, const Budget& budget) {
    const Model model(problem);
    if (model.isImpossible()) {
        return {{}, true, 0};
    }
    const Assignment assignment = assign(model);
    DynamicLimits limits;
    limits.labels = labelsBefore;
    const DynamicResult exact = orderDynamically(model, assignment, limits, budget);
    if (exact.isComplete) {
        return {exact.order.empty() ? Sequences{} : sequencesOf(model, exact.order), true, 0};
    }
    return search(problem, model, budget);
}

} // namespace medicobus::routing
