// SPDX-License-Identifier: EUPL-1.2
#include "routing/single/single.h"

#include "routing/islands.h"
#include "routing/single/plain/plain_island.h"
#include "routing/single/proof/dynamic.h"
#include "routing/single/timed_island.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace medicobus::routing {
namespace {

using namespace single;

/// Islands of the search: a fixed number, so that the threads do not decide the result.
constexpr std::size_t islandCount = 2;
constexpr std::uint64_t epoch = 500;
constexpr std::size_t nearCount = 16;
/// Fewer nodes have no two runs to swap.
constexpr int smallestPlain = 8;
/// Of the dynamic programme, before and after a search of so many iterations.
constexpr std::size_t labelsBefore = 50'000;
constexpr std::size_t labelsAfter = 1'000'000;
constexpr std::uint64_t iterationsBefore = 500;

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

using Islands = std::vector<std::unique_ptr<Island>>;

Islands islandsOf(const Model& model, const Near& near, std::uint64_t seed, Cost fixed) {
    const bool isPlain = !model.isTimed() && model.isSymmetric() && model.places() >= smallestPlain;
    Islands islands;
    Random random(seed);
    for (std::size_t i = 0; i < islandCount; ++i) {
        if (isPlain) {
            islands.push_back(std::make_unique<PlainIsland>(model, random.next(), fixed));
        } else {
            islands.push_back(std::make_unique<TimedIsland>(model, near, random.next(), fixed));
        }
    }
    return islands;
}

std::uint64_t iterationsOf(const Islands& islands) {
    std::uint64_t most = 0;
    for (const std::unique_ptr<Island>& island : islands) {
        most = std::max(most, static_cast<const CountedIsland&>(*island).iterations());
    }
    return most;
}

/// A short search is not worth a long proof.
std::size_t labelsAfterOf(std::uint64_t iterations) {
    constexpr std::uint64_t labelsAnIteration = 20;
    const std::uint64_t most = std::min<std::uint64_t>(iterations, labelsAfter / labelsAnIteration);
    return std::max(labelsBefore, static_cast<std::size_t>(most * labelsAnIteration));
}

std::optional<SingleOrder> prove(const Model& model, std::size_t labels, std::optional<Cost> below,
                                 const Budget& budget) {
    DynamicLimits limits;
    limits.labels = labels;
    limits.below = below.value_or(limits.below);
    const DynamicResult result = orderDynamically(model, assign(model), limits, budget);
    if (!result.isComplete) {
        return std::nullopt;
    }
    return SingleOrder{result.order.empty() ? Sequences{} : sequencesOf(model, result.order), true, 0};
}

SingleOrder search(const Problem& problem, const Model& model, const Budget& budget) {
    const Near near(model, nearCount);
    const Cost fixed = problem.vehicles.front().fixedCost;
    Islands islands = islandsOf(model, near, budget.options().seed, fixed);
    // A first good order lets the dynamic programme leave out whatever costs as much.
    Island& first = *islands.front();
    first.run(std::min(iterationsBefore, budget.options().iterations), budget);
    if (model.isTimed() && !first.best().empty()) {
        const std::size_t labels = labelsAfterOf(budget.options().iterations);
        if (std::optional<SingleOrder> proven = prove(model, labels, first.bestValue() - fixed, budget)) {
            proven->iterations = iterationsOf(islands);
            if (proven->sequences.empty()) {
                proven->sequences = first.best();
            }
            return *proven;
        }
    }
    const std::size_t best = runIslands(islands, epoch, budget);
    return {islands[best]->best(), false, iterationsOf(islands)};
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
    if (const std::optional<SingleOrder> proven = prove(model, labelsBefore, std::nullopt, budget)) {
        return *proven;
    }
    return search(problem, model, budget);
}

} // namespace medicobus::routing
