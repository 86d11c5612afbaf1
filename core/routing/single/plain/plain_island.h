// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/random.h"
#include "routing/single/counted_island.h"
#include "routing/single/model.h"
#include "routing/single/plain/cycle.h"

#include <array>
#include <optional>

namespace medicobus::routing::single {

/// Searches for the shortest round trip when no window binds and the costs are symmetric, by chained
/// Lin-Kernighan (Applegate, Cook and Rohe 2003). Node 0 is both the start and the end, the others are the
/// stations of the model.
class PlainIsland : public CountedIsland {
public:
    /// `fixed` is added to every value told.
    PlainIsland(const Model& model, std::uint64_t seed, Cost fixed);

    void run(std::uint64_t iterations, const Budget& budget) override;
    const Sequences& best() const override { return m_bestSequences; }
    Cost bestValue() const override { return m_bestCost + m_fixed; }
    void visit(const Sequences& sequences, Cost value) override;
    std::uint64_t iterations() const override { return m_iteration; }

private:
    struct Turn {
        int first = 0;
        int last = 0;
    };
    struct Step {
        int to = 0;    ///< End of the arc to be added.
        int after = 0; ///< Its neighbour, to which the arc is removed.
        std::int32_t gain = 0;
    };

    std::int32_t cost(int from, int to) const {
        return m_costs[static_cast<std::size_t>(from) * static_cast<std::size_t>(m_size)
                       + static_cast<std::size_t>(to)];
    }
    std::vector<int> nearestFirst() const;
    std::int64_t costOf(const std::vector<int>& order) const;
    int next(int node) const { return m_isBackwards ? m_cycle.previous(node) : m_cycle.next(node); }
    int previous(int node) const { return m_isBackwards ? m_cycle.next(node) : m_cycle.previous(node); }
    void look(int node);
    void descend();
    bool improve(int base);
    bool deepen(int base, int end, std::int32_t gain, int depth);
    int listSteps(int base, int end, std::int32_t gain, std::size_t breadth,
                  std::array<Step, 5>& steps) const;
    void turn(int first, int last);
    void undoTo(std::size_t turns);
    void kick();
    void keep();

    const Model& m_model;
    int m_size;
    std::vector<std::int32_t> m_costs;
    std::vector<std::vector<int>> m_near;
    Random m_random;
    Cost m_fixed;
    double m_scale = 0;
    Cycle m_cycle;
    bool m_isBackwards = false;
    std::int64_t m_cost = 0;
    std::vector<Turn> m_turns; ///< Since the last accepted tour.
    std::vector<std::pair<int, int>> m_added;
    std::vector<int> m_queue;
    std::vector<std::uint8_t> m_isQueued;
    std::int64_t m_bestCost = 0;
    Sequences m_bestSequences;
    std::uint64_t m_iteration = 0;
};

} // namespace medicobus::routing::single
