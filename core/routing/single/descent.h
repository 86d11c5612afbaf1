// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/single/plain/near.h"
#include "routing/single/tour.h"

namespace medicobus::routing::single {

/// Improves a whole tour until no move of three arcs is left: neighbouring runs swapped, a run turned, a run
/// moved backwards. Looks only at moves that a station given as changed begins and that a cheaper arc out of
/// it, or into it, pays for.
class Descent {
public:
    Descent(const Model& model, const Near& near);

    /// Stations whose neighbours in the tour changed.
    void look(int station);
    void run(Tour& tour);

private:
    enum class Kind { none, swapRuns, turn, swapTurned };
    struct Move {
        std::int32_t change = 0;
        Kind kind = Kind::none;
        int first = 0;
        int middle = 0;
        int last = 0;
        bool turnsFirst = false; ///< Of `swapTurned`: the run before the middle, else the one after it.
    };

    bool improve(Tour& tour, int station);
    void leap(const Tour& tour, int from, int to);
    void moveLater(const Tour& tour, int from, int to);
    void moveSooner(const Tour& tour, int from, int to);
    void goBack(const Tour& tour, int from, int to);
    void turnRun(const Tour& tour, int first, int last);
    void apply(Tour& tour);
    void propose(const Move& move);

    const Model& m_model;
    const Near& m_near;
    Move m_best;
    std::vector<int> m_queue;
    std::vector<std::uint8_t> m_isQueued;
    std::vector<Span> m_spans;
};

} // namespace medicobus::routing::single
