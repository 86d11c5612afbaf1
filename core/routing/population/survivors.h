// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/random.h"
#include "routing/population/individual.h"

#include <memory>

namespace medicobus::routing::population {

/// The lawful or the unlawful individuals of a population, of whom those survive that are cheap and unlike
/// the others. After Vidal (2022).
class Survivors {
public:
    using Member = std::shared_ptr<const Individual>;

    /// `least` of them survive each time that `generation` more have come.
    Survivors(std::size_t least, std::size_t generation) : m_least(least), m_generation(generation) {}

    void add(Member individual, const Weights& weights);
    /// Orders all again by other weights.
    void weigh(const Weights& weights);
    void clear();
    std::size_t size() const { return m_entries.size(); }
    const Member& member(std::size_t place) const { return m_entries[place].individual; }
    /// Lower is better; ranks by cost and by distance to the closest, from 0 to 2.
    double fitness(std::size_t place) const { return m_entries[place].fitness; }

private:
    struct Entry {
        Member individual;
        Cost cost = 0;
        double fitness = 0;
        std::vector<int> distances; ///< To every entry, in their order; 0 to itself.
    };
    void rank();
    void removeWorst();
    double remoteness(std::size_t place) const;

    std::size_t m_least;
    std::size_t m_generation;
    std::vector<Entry> m_entries;
};

} // namespace medicobus::routing::population
