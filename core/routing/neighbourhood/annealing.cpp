// SPDX-License-Identifier: EUPL-1.2
#include "routing/neighbourhood/annealing.h"

namespace medicobus::routing::neighbourhood {
namespace {

constexpr double hottest = 4;
constexpr double coldest = 0.015;
/// From this part of the search on, islands take over what others found.
constexpr double sharingFrom = 0.7;
constexpr std::uint64_t stepsPerLook = 32;
/// The hottest drafts have no tours worth keeping.
constexpr double keepingFrom = 0.3;
constexpr std::uint64_t stepsPerCombination = 2'000;
constexpr int combinationNodes = 20'000;

} // namespace

Annealing::Annealing(const Model& model, std::uint64_t seed)
    : m_model(model),
      m_random(seed),
      m_guidance(model),
      m_ruin(model),
      m_recreate(model),
      m_pool(model),
      m_draft(model),
      m_cooling(hottest * m_guidance.scale(), coldest * m_guidance.scale()) {
    m_recreate.apply(m_draft, m_guidance, m_random);
    m_energy = m_guidance.energy(m_draft);
    m_bestWorth = m_draft.worth();
    m_best = m_draft.sequences();
}

Cost Annealing::bestValue() const {
    return m_bestWorth.value + m_bestWorth.missing * m_model.dutyLoss();
}

void Annealing::run(std::uint64_t iterations, const Budget& budget) {
    double temperature = 0;
    for (std::uint64_t i = 0; i < iterations; ++i) {
        if (i % stepsPerLook == 0) {
            if (budget.isExhausted()) {
                return;
            }
            m_used = budget.used(m_iteration);
            temperature = m_cooling.at(m_used);
        }
        step(temperature);
        ++m_iteration;
        if (m_iteration % stepsPerCombination == 0 && m_used >= keepingFrom && m_pool.isUseful()) {
            combineTours();
        }
    }
}

void Annealing::combineTours() {
    const Sequences combined =
        m_pool.combine(m_guidance, TourPool::gainOf(m_model, m_guidance, m_best), combinationNodes);
    if (!combined.empty()) {
        m_draft.adopt(combined);
        m_recreate.apply(m_draft, m_guidance, m_random);
        m_energy = m_guidance.energy(m_draft);
        keepIfBest();
    }
}

void Annealing::step(double temperature) {
    m_draft.begin();
    const int centre = m_ruin.apply(m_draft, m_random);
    m_recreate.apply(m_draft, m_guidance, m_random, centre);
    const double energy = m_guidance.energy(m_draft);
    const double limit = m_energy - temperature * logarithm(1 - m_random.uniform());
    keepIfBest();
    if (energy < limit) {
        m_energy = energy;
        for (const int tour : m_draft.touched()) {
            if (m_used >= keepingFrom) {
                m_pool.keep(m_draft.tour(tour));
            }
        }
    } else {
        m_draft.undo();
    }
    if (m_draft.worth().missing > 0) {
        m_guidance.raiseAbsent(m_draft);
        m_energy = m_guidance.energy(m_draft);
    }
}

void Annealing::keepIfBest() {
    if (m_draft.worth() < m_bestWorth) {
        m_bestWorth = m_draft.worth();
        m_best = m_draft.sequences();
    }
}

void Annealing::visit(const Sequences& sequences, Cost value) {
    if (m_used >= sharingFrom && value < bestValue()) {
        m_draft.adopt(sequences);
        m_energy = m_guidance.energy(m_draft);
        keepIfBest();
    }
}

} // namespace medicobus::routing::neighbourhood
