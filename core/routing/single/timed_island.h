// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/single/counted_island.h"
#include "routing/single/descent.h"
#include "routing/single/recreation.h"

namespace medicobus::routing::single {

/// Searches for one vehicle's cheapest lawful order: first for any, by the stations that no order could
/// take in yet, then by ruin, recreation and descent under a threshold that falls with the budget.
class TimedIsland : public CountedIsland {
public:
    /// `fixed` is added to every value told.
    TimedIsland(const Model& model, const Near& near, std::uint64_t seed, Cost fixed);

    void run(std::uint64_t iterations, const Budget& budget) override;
    const Sequences& best() const override { return m_bestSequences; }
    Cost bestValue() const override;
    void visit(const Sequences& sequences, Cost value) override;
    std::uint64_t iterations() const override { return m_iteration; }

    /// A lawful order of all stations.
    void begin(const std::vector<int>& stations);

private:
    void seek();
    void step(const Budget& budget);
    void keep();

    const Model& m_model;
    Random m_random;
    Cost m_fixed;
    double m_scale;
    Tour m_tour;
    Tour m_trial;
    Descent m_descent;
    Recreation m_recreation;
    std::vector<int> m_absent;
    std::vector<std::int64_t> m_failures; ///< How often each station found no room.
    std::vector<int> m_best;
    std::int64_t m_bestCost = largest;
    Sequences m_bestSequences;
    std::uint64_t m_iteration = 0;
};

/// The places of an order of stations, for the only vehicle.
Sequences sequencesOf(const Model& model, const std::vector<int>& stations);

} // namespace medicobus::routing::single
