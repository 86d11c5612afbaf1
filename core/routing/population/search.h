// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/islands.h"
#include "routing/population/crossover.h"
#include "routing/population/fleet_size.h"
#include "routing/population/local/local_search.h"
#include "routing/population/local/placement.h"
#include "routing/population/survivors.h"

namespace medicobus::routing::population {

/// One island of the population search: a population of its own that breeds, learns and forgets.
class Search : public Island {
public:
    Search(const Instance& instance, std::uint64_t seed);

    void run(std::uint64_t iterations, const Budget& budget) override;
    const Sequences& best() const override { return m_best; }
    Cost bestValue() const override { return m_bestValue; }
    void visit(const Sequences& sequences, Cost value) override;

private:
    void step();
    void restart();
    Survivors::Member parent();
    void raise(const std::vector<Tours>& days, const Individual* parent);
    /// Local search of all days, then of the visiting days, then of the days again.
    void improve();
    void keep(const Survivors::Member& individual);
    Survivors& home(const Individual& individual) { return individual.isLawful() ? m_lawful : m_unlawful; }

    const Instance& m_instance;
    Random m_random;
    Penalties m_penalties;
    FleetSize m_fleetSize;
    Placement m_placement;
    std::vector<LocalSearch> m_searches; ///< By day.
    Crossover m_crossover;
    Survivors m_lawful;
    Survivors m_unlawful;
    std::uint64_t m_born = 0; ///< Since the last restart.
    std::uint64_t m_idle = 0; ///< Children since the best of this population was found.
    Cost m_bestOfPopulation;
    Sequences m_best;
    Cost m_bestValue;
};

} // namespace medicobus::routing::population
