// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/neighbourhood/guidance.h"

namespace medicobus::routing::neighbourhood {

/// Tours that good drafts were made of, from which others can be put together: set packing over stored
/// routes, as Hu and Lim (2014) do for team orienteering. Not for places with patterns, whose visits belong
/// to several tours at once.
class TourPool {
public:
    explicit TourPool(const Model& model);

    /// False where nothing can be gained: one vehicle, or patterns.
    bool isUseful() const { return m_isUseful; }
    void keep(const Tour& tour);
    /// The best choice of tours without a place in common, within the pools, that a search of so many nodes
    /// finds; empty when it is no better than `atLeast`, a sum of pulls less costs.
    Sequences combine(const Guidance& guidance, double atLeast, int nodes);

    /// Pulls of the places served less costs.
    static double gainOf(const Model& model, const Guidance& guidance, const Sequences& sequences);

private:
    struct Kept {
        int kind = 0;
        std::uint64_t key = 0; ///< Of kind and places.
        Cost cost = 0;
        double gain = 0;
        std::vector<int> stops;
        std::vector<std::uint64_t> places; ///< A bit for each.
        std::vector<std::int64_t> draws;
    };

    void descend(std::size_t vehicle, std::size_t from, double gain);
    bool take(const Kept& kept);
    void putBack(const Kept& kept);
    double mostFrom(std::size_t vehicle, std::size_t from) const;

    const Model& m_model;
    bool m_isUseful = true;
    std::vector<int> m_vehicles;        ///< Sorted by kind.
    std::vector<std::uint64_t> m_codes; ///< A random word for each place.
    std::vector<Kept> m_kept;
    std::size_t m_next = 0;

    // Of the search under way.
    std::vector<std::vector<std::size_t>> m_choices; ///< Kept tours for each of `m_vehicles`, best first.
    std::vector<double> m_mostAfter; ///< The sum of the best gains of the vehicles that follow.
    std::vector<std::uint64_t> m_taken;
    std::vector<std::int64_t> m_left;
    std::vector<std::pair<int, std::size_t>> m_chosen;
    std::vector<std::pair<int, std::size_t>> m_best;
    double m_bestGain = 0;
    int m_nodes = 0;
};

} // namespace medicobus::routing::neighbourhood
