// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/random.h"
#include "routing/population/local/moves.h"

namespace medicobus::routing::population {

/// Improves the routes of one day by small changes between places that are neighbours, until none helps.
/// After Vidal (2022), "Hybrid genetic search for the CVRP".
class LocalSearch {
public:
    LocalSearch(DayRoutes& day, Random& random);

    void improve();

private:
    bool improveByNeighbours();
    bool improveAround(int place, std::uint64_t lastTested);
    bool improvePair(int u, int v);
    bool improveAcross(int u, int v);
    bool improveWithin(int u, int v);
    bool improveFirst(int u, int v);
    bool improveByEmptyLine(int u);

    DayRoutes& m_day;
    Random& m_random;
    Moves m_moves;
    std::vector<int> m_order;
    std::vector<std::uint64_t> m_tested;
};

} // namespace medicobus::routing::population
