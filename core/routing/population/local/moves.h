// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/population/local/day_routes.h"

namespace medicobus::routing::population {

/// A run of places of a line, from a position on; empty when `count` is 0: the gap before that position.
struct Piece {
    int line = 0;
    int from = 0;
    int count = 0;
    bool isReversed = false; ///< Put down the other way round.
};

/// The elementary changes of the routes of a day. Each is made at once when it lowers the penalised cost, and
/// says so. Costs of drives and loads are looked at first: most changes are refused before any time is.
class Moves {
public:
    explicit Moves(DayRoutes& day) : m_day(day), m_instance(day.instance()) {}

    /// Exchanges two pieces of different lines.
    bool exchange(const Piece& a, const Piece& b);
    /// Exchanges two pieces of one line, `a` wholly before `b`.
    bool exchangeWithin(const Piece& a, const Piece& b);
    /// Turns round the positions `from` to `to` of a line.
    bool turn(int line, int from, int to);
    /// Exchanges what follows position `i` of one line with what stands from position `j` on in another.
    bool exchangeTails(int a, int i, int b, int j);
    /// Joins the heads of two lines, up to positions `i` and `j`, and their tails, turning what must be.
    bool joinHeads(int a, int i, int b, int j);

private:
    Cost chain(int last, const Line& line, const Piece& piece, int next) const;
    Cost inner(const Line& line, const Piece& piece) const;
    Cost fixedCostChange(int sizeBefore, int sizeAfter) const;
    Cost timeOf(const Line& head, int before, const Line& middle, const Piece& piece, const Line& tail,
                int after) const;
    void append(const Line& line, int from, int to, bool isReversed, std::vector<int>& places) const;
    void append(const Line& line, const Piece& piece, std::vector<int>& places) const {
        append(line, piece.from, piece.from + piece.count - 1, piece.isReversed, places);
    }

    DayRoutes& m_day;
    const Instance& m_instance;
    std::vector<int> m_first;
    std::vector<int> m_second;
};

} // namespace medicobus::routing::population
