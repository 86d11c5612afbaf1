// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/exact/labels.h"

namespace medicobus::routing {

/// What the rest of a partial route must cost and lose at least, seen from its end.
///
/// Looks at drives and prizes alone (Held and Karp 1962), but leaves out places that can no longer be reached
/// in time and drives that no clock allows.
class Outlook {
public:
    Outlook(const Problem& problem, const Vehicle& vehicle, PlaceSet eligible);

    /// Never above the value of the best way to go on from the label, its cost not counted; never falls by
    /// more than a drive costs along it.
    Cost rest(const Label& label) const;
    Cost lost(PlaceSet set) const { return m_lost[set]; }
    /// Whether a drive between two places could ever be part of a route.
    bool mayFollow(int from, int to) const { return m_mayFollow[at(from, to)]; }

private:
    std::size_t at(int from, int to) const {
        return static_cast<std::size_t>(from) * static_cast<std::size_t>(m_count)
               + static_cast<std::size_t>(to);
    }
    void findShortest(const Problem& problem, const Vehicle& vehicle);
    void findLatest(const Problem& problem, const Vehicle& vehicle);
    void findDrives(const Problem& problem, const Vehicle& vehicle, PlaceSet eligible);
    void findRests(const Problem& problem, const Vehicle& vehicle);

    int m_count;
    std::vector<Time> m_shortest;      ///< Driving time over any places.
    std::vector<Time> m_earliestLeave; ///< After the soonest service there could be.
    std::vector<Time> m_latestReach;   ///< Arrivals after this are in vain.
    std::vector<bool> m_mayFollow;
    std::vector<Cost> m_lost;  ///< By set.
    std::vector<Cost> m_rests; ///< By set still to choose from, and last place.
};

} // namespace medicobus::routing
