// SPDX-License-Identifier: EUPL-1.2
#include "days.h"

#include "base/random.h"
#include "routing/schedule.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace medicobus::routing::testing {
namespace {

Matrix matrixOf(int size, bool isSymmetric, Random& random) {
    std::vector<std::pair<double, double>> points;
    for (int node = 0; node < size; ++node) {
        points.emplace_back(random.between(0, 100), random.between(0, 100));
    }
    Matrix matrix{size, {}, {}};
    for (const auto& [fromX, fromY] : points) {
        for (const auto& [toX, toY] : points) {
            const Time far = static_cast<Time>(std::ceil(std::hypot(fromX - toX, fromY - toY)));
            matrix.times.push_back(isSymmetric ? far : static_cast<Time>(random.below(90)));
            matrix.costs.push_back(isSymmetric ? far : static_cast<Cost>(random.below(90)));
        }
    }
    return matrix;
}

} // namespace

Problem dayOf(std::uint64_t seed, const DayShape& shape) {
    Random random(seed);
    Problem problem;
    const int nodes = shape.hasSetup ? (shape.places + 1) / 2 + 1 : shape.places + 1;
    problem.matrices.push_back(matrixOf(nodes, shape.isSymmetric, random));
    Vehicle vehicle;
    vehicle.earliest = 50;
    if (!shape.isOpen) {
        vehicle.start = 0;
        vehicle.end = 0;
    }
    for (int index = 0; index < shape.places; ++index) {
        Place place;
        place.name = std::to_string(index);
        place.node = shape.hasSetup ? 1 + index / 2 : 1 + index;
        place.setup = shape.hasSetup ? static_cast<Time>(random.below(20)) : 0;
        place.service = shape.isSymmetric && !shape.hasSetup ? 0 : static_cast<Time>(random.below(10));
        problem.places.push_back(place);
    }
    problem.vehicles.push_back(vehicle);
    Sequence sequence;
    sequence.places.resize(problem.places.size());
    std::iota(sequence.places.begin(), sequence.places.end(), 0);
    const Route route = *schedule(problem, sequence);
    for (const Stop& stop : route.stops) {
        if (shape.width > 0) {
            const Time before = static_cast<Time>(random.below(static_cast<std::uint64_t>(shape.width)));
            problem.places[static_cast<std::size_t>(stop.place)].windows = {
                {stop.start - before, stop.start - before + shape.width, everyDay}};
        }
    }
    return problem;
}

std::optional<Cost> leastCost(const Problem& problem) {
    Sequence sequence;
    sequence.places.resize(problem.places.size());
    std::iota(sequence.places.begin(), sequence.places.end(), 0);
    std::optional<Cost> least;
    do {
        if (schedule(problem, sequence)) {
            least = std::min(least.value_or(farFuture), costOf(problem, sequence));
        }
    } while (std::next_permutation(sequence.places.begin(), sequence.places.end()));
    return least;
}

} // namespace medicobus::routing::testing
