// SPDX-License-Identifier: EUPL-1.2
#include "routing/population/population.h"

#include <algorithm>
#include <array>

namespace medicobus::routing {

namespace {

/// Sums of some thousands of these stay far from overflow, whatever their penalties.
constexpr std::int64_t most = std::int64_t{1} << 29;

bool isSmall(std::int64_t value) {
    return value >= 0 && value < most;
}

bool isZero(const std::vector<std::int64_t>& amounts, std::size_t from = 0) {
    return amounts.size() <= from
           || std::all_of(amounts.begin() + static_cast<std::ptrdiff_t>(from), amounts.end(),
                          [](std::int64_t amount) { return amount == 0; });
}

bool fits(const Place& place) {
    const auto isEarly = [](const Window& window) { return isSmall(window.opens) && window.closes >= 0; };
    return !place.prize && place.windows.size() <= 1
           && std::all_of(place.windows.begin(), place.windows.end(), isEarly) && isSmall(place.setup)
           && isSmall(place.service) && isZero(place.draws);
}

bool fits(const Vehicle& vehicle) {
    return vehicle.breaks.empty() && !vehicle.maxDriving && !vehicle.maxCost && !vehicle.maxPlaces
           && vehicle.capacity.size() <= 1 && isZero(vehicle.capacity, 1) && vehicle.day >= 0
           && vehicle.day < 32 && vehicle.fixedCost >= 0 && isSmall(vehicle.earliest);
}

bool areAlike(const Vehicle& a, const Vehicle& b) {
    return a.matrix == b.matrix && a.start == b.start && a.end == b.end
           && (a.day != b.day
               || (a.earliest == b.earliest && a.latest == b.latest && a.maxDuty == b.maxDuty
                   && a.capacity == b.capacity && a.skills == b.skills && a.fixedCost == b.fixedCost));
}

/// One load at most, that only goes out or only comes in.
bool haveOneLoad(const Problem& problem) {
    bool isLimited = false;
    for (const Vehicle& vehicle : problem.vehicles) {
        isLimited = isLimited || !vehicle.capacity.empty();
    }
    const auto has = [&](auto amounts) {
        return std::any_of(problem.places.begin(), problem.places.end(),
                           [&](const Place& place) { return !isZero(place.*amounts); });
    };
    const auto isLawful = [](const Place& place) {
        const auto isAmount = [](std::int64_t amount) { return isSmall(amount); };
        return std::all_of(place.delivery.begin(), place.delivery.end(), isAmount)
               && std::all_of(place.pickup.begin(), place.pickup.end(), isAmount) && isZero(place.delivery, 1)
               && isZero(place.pickup, 1);
    };
    return !isLimited
           || (!(has(&Place::delivery) && has(&Place::pickup))
               && std::all_of(problem.places.begin(), problem.places.end(), isLawful));
}

} // namespace

bool fitsPopulation(const Problem& problem) {
    if (problem.places.empty() || problem.vehicles.empty() || problem.matrices.empty()) {
        return false;
    }
    const Vehicle& one = problem.vehicles.front();
    std::array<const Vehicle*, 32> ofDay{};
    for (const Vehicle& vehicle : problem.vehicles) {
        if (!fits(vehicle) || !areAlike(vehicle, one)) {
            return false;
        }
        const Vehicle*& other = ofDay[static_cast<std::size_t>(vehicle.day)];
        other = other == nullptr ? &vehicle : other;
        if (!areAlike(vehicle, *other)) {
            return false;
        }
    }
    const Matrix& matrix = problem.matrices[static_cast<std::size_t>(one.matrix)];
    return std::all_of(matrix.costs.begin(), matrix.costs.end(), isSmall)
           && std::all_of(matrix.times.begin(), matrix.times.end(), isSmall)
           && std::all_of(problem.places.begin(), problem.places.end(),
                          [](const Place& place) { return fits(place); })
           && haveOneLoad(problem);
}

} // namespace medicobus::routing
