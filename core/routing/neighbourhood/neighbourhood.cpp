// SPDX-License-Identifier: EUPL-1.2
#include "routing/neighbourhood/neighbourhood.h"

#include "routing/neighbourhood/annealing.h"

namespace medicobus::routing {
namespace {

constexpr std::size_t islandCount = 2;
constexpr std::uint64_t epoch = 500;

} // namespace

Sequences searchNeighbourhood(const Problem& problem, const Budget& budget) {
    if (problem.places.empty() || problem.vehicles.empty()) {
        return {};
    }
    const neighbourhood::Model model(problem);
    Random seeds(budget.options().seed);
    std::vector<std::unique_ptr<Island>> islands;
    for (std::size_t i = 0; i < islandCount; ++i) {
        islands.push_back(std::make_unique<neighbourhood::Annealing>(model, seeds.next()));
    }
    return islands[runIslands(islands, epoch, budget)]->best();
}

} // namespace medicobus::routing
