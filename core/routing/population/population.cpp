// SPDX-License-Identifier: EUPL-1.2
#include "routing/population/population.h"

#include "routing/population/search.h"

namespace medicobus::routing {

namespace {

/// Fixed, so that the result does not depend on the threads.
constexpr std::uint64_t islandCount = 2;

/// Children between two looks at the other island's best: fewer where each takes long.
std::uint64_t epochOf(const population::Instance& instance) {
    return static_cast<std::uint64_t>(std::clamp(50'000 / instance.visits(), 20, 500));
}

} // namespace

Sequences searchPopulation(const Problem& problem, const Budget& budget) {
    const population::Instance instance(problem);
    if (!instance.isServable()) {
        return {};
    }
    std::vector<std::unique_ptr<Island>> islands;
    Random seeds(budget.options().seed);
    for (std::uint64_t i = 0; i < islandCount; ++i) {
        islands.push_back(std::make_unique<population::Search>(instance, seeds.next()));
    }
    return islands[runIslands(islands, epochOf(instance), budget)]->best();
}

} // namespace medicobus::routing
