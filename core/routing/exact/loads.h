// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/problem.h"

#include <array>
#include <vector>

namespace medicobus::routing {

/// How many dimensions may be both delivered and picked up by one vehicle.
inline constexpr std::size_t mostMixedLoads = 2;
/// The most that pickups exceed deliveries at any point of a partial route, by mixed dimension.
using Peaks = std::array<std::int64_t, mostMixedLoads>;

/// What one vehicle carries, and draws from the pools, by set of places.
///
/// Most limits follow from the set alone. Where a dimension is both delivered and picked up the order
/// matters: the load is highest at the deliveries of the whole set plus the peak of the route.
class Loads {
public:
    Loads(const Problem& problem, const Vehicle& vehicle);

    /// Whether some order of the set may keep limits of places, capacity and pools.
    bool fits(std::uint32_t set) const { return m_fits[set]; }
    /// Moves the peaks on to a route that now serves the set; false when they break the capacity.
    bool carry(Peaks& peaks, std::uint32_t set) const;

    /// Dimensions of the vehicle that are both delivered and picked up.
    static std::vector<std::size_t> mixedOf(const Problem& problem, const Vehicle& vehicle);

private:
    struct Mixed {
        std::vector<std::int64_t> excess; ///< Pickups less deliveries, by set.
        std::vector<std::int64_t> room;   ///< Capacity less deliveries, by set.
    };

    std::vector<bool> m_fits;
    std::vector<Mixed> m_mixed;
};

} // namespace medicobus::routing
