// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/random.h"
#include "routing/population/individual.h"

namespace medicobus::routing::population {

/// The cheapest way to visit a place on a day.
struct Gap {
    Cost cost = 0;
    int line = -1;
    int position = 0;
};

/// The routes of all days at once: gives each place its visiting days, by the cheapest places in the routes.
class Placement {
public:
    explicit Placement(const Instance& instance);

    /// Takes over routes that visit each place on no day outside one of its patterns.
    void load(const std::vector<Tours>& days, const Weights& weights);
    /// Tells the search of neighbours which routes are those of a parent, improved already.
    void settle(const Individual& parent);
    std::vector<Tours> tours() const;
    DayRoutes& day(int day) { return m_days[static_cast<std::size_t>(day)]; }

    /// Puts every place on the days of a random pattern, anywhere in their routes.
    void scatter(Random& random);
    /// Adds the visits that are missing, in random order.
    void complete(Random& random);
    /// Gives places another pattern where that is cheaper, each place once; says whether any changed.
    /// The pattern improvement of Vidal et al. (2012).
    bool improvePatterns(Random& random);

private:
    Gap cheapest(const DayRoutes& day, int place) const;
    DayMask visited(int place) const;
    void place(int place);
    bool improvePattern(int place);

    const Instance& m_instance;
    std::vector<DayRoutes> m_days;
    Weights m_weights;
    std::vector<Gap> m_gaps; ///< By day, of the place in hand.
    std::vector<int> m_order;
};

} // namespace medicobus::routing::population
