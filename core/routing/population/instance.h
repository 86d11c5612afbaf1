// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/population/span.h"

namespace medicobus::routing::population {

/// One drive: its cost in the search's own unit (see `Instance::unit`) and its time, setup included.
struct Leg {
    std::int32_t cost = 0;
    std::int32_t time = 0;
};

/// The vehicles of one day, all alike.
struct Fleet {
    std::vector<int> vehicles; ///< Places in `Problem::vehicles`.
    Time maxDuty = farFuture;
    std::int64_t capacity = farFuture;
    /// As the moves see it: not so dear that no penalty could outweigh it. On a single day `FleetSize` sees
    /// to dear vehicles, and moves to none.
    Cost fixedCost = 0;
    Cost rest = 0; ///< What it truly costs beyond that.
    Span shift;
};

/// A problem as the population search reads it: places numbered from 1, 0 for the start and the end of every
/// route, days numbered from 0 without gaps, one matrix of legs.
class Instance {
public:
    /// For problems that `fitsPopulation` accepts.
    explicit Instance(const Problem& problem);

    int places() const { return m_places; }
    int days() const { return static_cast<int>(m_fleets.size()); }
    const Leg& leg(int from, int to) const {
        return m_legs[static_cast<std::size_t>(from) * static_cast<std::size_t>(m_places + 1)
                      + static_cast<std::size_t>(to)];
    }
    const Fleet& fleet(int day) const { return m_fleets[static_cast<std::size_t>(day)]; }
    const Span& span(int place) const { return m_spans[static_cast<std::size_t>(place)]; }
    std::int64_t load(int place) const { return m_loads[static_cast<std::size_t>(place)]; }
    /// Sets of days that may be chosen; none when the place can never be served.
    const std::vector<DayMask>& patterns(int place) const {
        return m_patterns[static_cast<std::size_t>(place)];
    }
    /// The places worth standing next to this one, the closest in cost and time first.
    const std::vector<int>& neighbours(int place) const {
        return m_neighbours[static_cast<std::size_t>(place)];
    }
    /// Whether windows, shifts or duties can be missed at all.
    bool isTimed() const { return m_isTimed; }
    /// Whether every place has one pattern of one day, the same for all.
    bool isSingleDay() const { return m_fleets.size() == 1; }
    bool isServable() const;
    /// Visits of all places, each by its first pattern.
    int visits() const;
    /// The search counts in 1 / unit() of the caller's costs, so that penalties may be fine.
    Cost unit() const { return m_unit; }

private:
    void readFleets(const Problem& problem);
    void readPlaces(const Problem& problem);
    void readLegs(const Problem& problem);
    void readNeighbours();
    double remoteness(int from, int to, double costOfTime) const;

    int m_places = 0;
    bool m_isTimed = false;
    Cost m_unit = 1;
    std::vector<int> m_dayOf; ///< By day of the problem: its number here, or -1.
    std::vector<Leg> m_legs;
    std::vector<Fleet> m_fleets;
    std::vector<Span> m_spans;
    std::vector<std::int64_t> m_loads;
    std::vector<std::vector<DayMask>> m_patterns;
    std::vector<std::vector<int>> m_neighbours;
};

} // namespace medicobus::routing::population
