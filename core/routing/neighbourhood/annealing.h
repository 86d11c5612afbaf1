// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/islands.h"
#include "routing/neighbourhood/recreate.h"
#include "routing/neighbourhood/ruin.h"
#include "routing/neighbourhood/tour_pool.h"

namespace medicobus::routing::neighbourhood {

/// One island: a draft that is ruined and recreated again and again, keeping what is better and, the less the
/// later, what is worse.
class Annealing : public Island {
public:
    Annealing(const Model& model, std::uint64_t seed);

    void run(std::uint64_t iterations, const Budget& budget) override;
    const Sequences& best() const override { return m_best; }
    Cost bestValue() const override;
    void visit(const Sequences& sequences, Cost value) override;

private:
    void step(double temperature);
    void keepIfBest();
    void combineTours();

    const Model& m_model;
    Random m_random;
    Guidance m_guidance;
    Ruin m_ruin;
    Recreate m_recreate;
    TourPool m_pool;
    Draft m_draft;
    Cooling m_cooling;
    double m_energy = 0;
    double m_used = 0;
    Worth m_bestWorth;
    Sequences m_best;
    std::uint64_t m_iteration = 0;
};

} // namespace medicobus::routing::neighbourhood
