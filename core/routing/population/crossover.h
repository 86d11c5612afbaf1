// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/random.h"
#include "routing/population/individual.h"

namespace medicobus::routing::population {

/// Makes a child's first routes from two parents; the visits it lacks are added by `Placement::complete`.
/// Over several days, days and groups of routes are inherited as in the crossover with insertions of Vidal et
/// al. (2012); on one day, groups of near routes change places as in the selective route exchange of Nagata,
/// Braysy and Dullaert (2010).
class Crossover {
public:
    Crossover(const Instance& instance, Random& random);

    std::vector<Tours> child(const Individual& first, const Individual& second);

private:
    Tours exchangedRoutes(const Tours& first, const Tours& second);
    std::vector<Tours> mixedDays(const std::vector<Tours>& first, const std::vector<Tours>& second);
    /// Routes around a random place: how many of them, which come first in the order returned.
    std::vector<std::size_t> nearest(const Tours& tours, std::size_t count);
    void inherit(const std::vector<int>& tour, int day, Tours& tours);
    bool mayVisit(int place, int day) const;
    std::vector<char> marked(const Tours& tours, const std::vector<std::size_t>& chosen) const;

    const Instance& m_instance;
    Random& m_random;
    std::vector<DayMask> m_visited; ///< By place: days that the child has inherited.
};

} // namespace medicobus::routing::population
