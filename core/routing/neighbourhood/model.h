// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/neighbourhood/openings.h"

#include <vector>

namespace medicobus::routing::neighbourhood {

/// From one point to the next: the drive and, before a stop, its setup.
struct Leg {
    Time time = 0;
    Cost cost = 0;
};

/// The drives of one matrix between points: the places first, then the ends of shifts, then nowhere. Stored
/// by both ends, as a search reads all legs of one place.
class Legs {
public:
    Legs(const Problem& problem, const Matrix& matrix, const std::vector<int>& ends);

    const Leg* from(int point) const { return m_from.data() + row(point); }
    const Leg* into(int point) const { return m_into.data() + row(point); }
    std::size_t points() const { return m_points; }
    const Leg& between(int from, int to) const { return m_from[row(from) + static_cast<std::size_t>(to)]; }

private:
    std::size_t row(int point) const { return static_cast<std::size_t>(point) * m_points; }

    std::size_t m_points;
    std::vector<Leg> m_from;
    std::vector<Leg> m_into;
};

/// One vehicle, read for the search.
struct Carrier {
    const Vehicle* rules = nullptr;
    const Legs* legs = nullptr;
    int start = 0; ///< Points; nowhere when the vehicle has none.
    int end = 0;
    int kind = 0;           ///< Equal for vehicles that differ in nothing but their names.
    std::size_t states = 1; ///< Numbers of breaks that can have been taken: one more than there are.
    std::vector<std::vector<Opening>> breaks;
    Time breakTime = 0;
};

/// A problem read once, laid out for a search that asks for legs and windows millions of times.
class Model {
public:
    explicit Model(const Problem& problem);
    Model(const Model&) = delete;
    Model& operator=(const Model&) = delete;

    const Problem& problem() const { return m_problem; }
    int placeCount() const { return static_cast<int>(m_problem.places.size()); }
    int tourCount() const { return static_cast<int>(m_carriers.size()); }
    const Place& place(int place) const { return m_problem.places[static_cast<std::size_t>(place)]; }
    const Carrier& carrier(int tour) const { return m_carriers[static_cast<std::size_t>(tour)]; }

    Openings openings(int place, int tour) const {
        const auto& [first, count] = m_openingsOf[at(place, tour)];
        return {m_openings.data() + first, count};
    }
    /// Whether skills and windows let the vehicle serve the place at all.
    bool canServe(int place, int tour) const { return m_canServe[at(place, tour)] != 0; }
    /// What a visit takes at the least: the shortest drives to and from it, and its service.
    Time leastTime(int place, int tour) const {
        return m_leastTimes[static_cast<std::size_t>(carrier(tour).rules->matrix) * m_problem.places.size()
                            + static_cast<std::size_t>(place)];
    }
    Time setupAfter(int place, int before) const {
        const auto& places = m_problem.places;
        return before < placeCount()
                       && places[static_cast<std::size_t>(before)].node
                              == places[static_cast<std::size_t>(place)].node
                   ? 0
                   : this->place(place).setup;
    }

    bool isDuty(int place) const { return !this->place(place).prize.has_value(); }
    /// Other places, the nearest first, by driving time and wait.
    const std::vector<int>& near(int place) const { return m_near[static_cast<std::size_t>(place)]; }

    /// A mean leg between places near each other, and the mean prize: the scales of the search.
    double typicalTime() const { return m_typicalTime; }
    double typicalCost() const { return m_typicalCost; }
    double typicalPrize() const { return m_typicalPrize; }
    /// More than all costs and prizes together: what a duty left out weighs in comparisons.
    Cost dutyLoss() const { return m_dutyLoss; }
    Cost allPrizes() const { return m_allPrizes; }

private:
    std::size_t at(int place, int tour) const {
        return static_cast<std::size_t>(place) * m_carriers.size() + static_cast<std::size_t>(tour);
    }
    void readCarriers();
    void readOpenings();
    void findLeastTimes();
    void rankNeighbours();
    void measure();

    const Problem& m_problem;
    std::vector<Legs> m_legs;
    std::vector<Carrier> m_carriers;
    std::vector<Opening> m_openings;
    std::vector<std::pair<std::size_t, std::size_t>> m_openingsOf;
    std::vector<char> m_canServe;
    std::vector<Time> m_leastTimes;
    std::vector<std::vector<int>> m_near;
    double m_typicalTime = 1;
    double m_typicalCost = 1;
    double m_typicalPrize = 0;
    Cost m_dutyLoss = 1;
    Cost m_allPrizes = 0;
};

} // namespace medicobus::routing::neighbourhood
