// SPDX-License-Identifier: EUPL-1.2
#include "routing/exact/loads.h"

#include <algorithm>
#include <bit>

namespace medicobus::routing {
namespace {

using Amounts = std::vector<std::int64_t> Place::*;

/// The sum of one amount over every set of places.
std::vector<std::int64_t> sumsBySet(const Problem& problem, Amounts amounts, std::size_t dimension) {
    std::vector<std::int64_t> sums(std::size_t{1} << problem.places.size());
    for (std::size_t set = 1; set < sums.size(); ++set) {
        const auto& of = problem.places[static_cast<std::size_t>(std::countr_zero(set))].*amounts;
        sums[set] = sums[set & (set - 1)] + (dimension < of.size() ? of[dimension] : 0);
    }
    return sums;
}

bool anyHas(const Problem& problem, Amounts amounts, std::size_t dimension) {
    return std::any_of(problem.places.begin(), problem.places.end(), [&](const Place& place) {
        return dimension < (place.*amounts).size() && (place.*amounts)[dimension] > 0;
    });
}

} // namespace

std::vector<std::size_t> Loads::mixedOf(const Problem& problem, const Vehicle& vehicle) {
    std::vector<std::size_t> mixed;
    for (std::size_t dimension = 0; dimension < vehicle.capacity.size(); ++dimension) {
        if (anyHas(problem, &Place::delivery, dimension) && anyHas(problem, &Place::pickup, dimension)) {
            mixed.push_back(dimension);
        }
    }
    return mixed;
}

Loads::Loads(const Problem& problem, const Vehicle& vehicle)
    : m_fits(std::size_t{1} << problem.places.size(), true) {
    const auto limit = [&](const std::vector<std::int64_t>& sums, std::int64_t most) {
        for (std::size_t set = 0; set < sums.size(); ++set) {
            m_fits[set] = m_fits[set] && sums[set] <= most;
        }
    };
    for (std::size_t dimension = 0; dimension < vehicle.capacity.size(); ++dimension) {
        limit(sumsBySet(problem, &Place::delivery, dimension), vehicle.capacity[dimension]);
        limit(sumsBySet(problem, &Place::pickup, dimension), vehicle.capacity[dimension]);
    }
    for (std::size_t pool = 0; pool < problem.pools.size(); ++pool) {
        limit(sumsBySet(problem, &Place::draws, pool), problem.pools[pool]);
    }
    for (std::size_t set = 0; vehicle.maxPlaces && set < m_fits.size(); ++set) {
        m_fits[set] = m_fits[set] && std::popcount(set) <= *vehicle.maxPlaces;
    }
    for (const std::size_t dimension : mixedOf(problem, vehicle)) {
        Mixed mixed{sumsBySet(problem, &Place::pickup, dimension),
                    sumsBySet(problem, &Place::delivery, dimension)};
        for (std::size_t set = 0; set < m_fits.size(); ++set) {
            mixed.excess[set] -= mixed.room[set];
            mixed.room[set] = vehicle.capacity[dimension] - mixed.room[set];
        }
        m_mixed.push_back(std::move(mixed));
    }
}

bool Loads::carry(Peaks& peaks, std::uint32_t set) const {
    for (std::size_t i = 0; i < m_mixed.size(); ++i) {
        peaks[i] = std::max(peaks[i], m_mixed[i].excess[set]);
        if (peaks[i] > m_mixed[i].room[set]) {
            return false;
        }
    }
    return true;
}

} // namespace medicobus::routing
