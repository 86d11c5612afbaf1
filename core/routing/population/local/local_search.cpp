// SPDX-License-Identifier: EUPL-1.2
#include "routing/population/local/local_search.h"

#include "routing/population/shuffle.h"

namespace medicobus::routing::population {

namespace {

/// Neighbours present on the day that are tried around a place.
constexpr int triedNeighbours = 30;
constexpr int longestPiece = 3;
constexpr int longestSwap = 2;

} // namespace

LocalSearch::LocalSearch(DayRoutes& day, Random& random)
    : m_day(day),
      m_random(random),
      m_moves(day),
      m_tested(static_cast<std::size_t>(day.instance().places()) + 1) {}

void LocalSearch::improve() {
    m_order.clear();
    for (int line = 0; line < m_day.lines(); ++line) {
        for (int i = 1; i <= m_day.line(line).size(); ++i) {
            m_order.push_back(m_day.line(line).at(i).place);
        }
    }
    shuffle(m_order, m_random);
    while (improveByNeighbours()) {
    }
}

bool LocalSearch::improveByNeighbours() {
    bool isImproved = false;
    for (const int place : m_order) {
        std::uint64_t& tested = m_tested[static_cast<std::size_t>(place)];
        const std::uint64_t last = tested;
        tested = m_day.changes();
        isImproved |= improveAround(place, last);
    }
    return isImproved;
}

bool LocalSearch::improveAround(int u, std::uint64_t lastTested) {
    bool isImproved = false;
    int tried = 0;
    for (const int v : m_day.instance().neighbours(u)) {
        if (!m_day.has(v)) {
            continue;
        }
        const std::uint64_t changed =
            std::max(m_day.line(m_day.standing(u).line).changed, m_day.line(m_day.standing(v).line).changed);
        if (changed > lastTested) {
            isImproved |= improvePair(u, v);
        }
        if (++tried == triedNeighbours) {
            break;
        }
    }
    return (m_day.line(m_day.standing(u).line).changed > lastTested && improveByEmptyLine(u)) || isImproved;
}

bool LocalSearch::improvePair(int u, int v) {
    return m_day.standing(u).line == m_day.standing(v).line ? improveWithin(u, v)
                                                            : improveAcross(u, v) || improveFirst(u, v);
}

bool LocalSearch::improveAcross(int u, int v) {
    const auto [a, i] = m_day.standing(u);
    const auto [b, j] = m_day.standing(v);
    const int most = std::min(longestPiece, m_day.line(a).size() - i + 1);
    for (int n = 1; n <= most; ++n) {
        if (m_moves.exchange({a, i, n}, {b, j + 1, 0})
            || (n > 1 && m_moves.exchange({a, i, n, true}, {b, j + 1, 0}))) {
            return true;
        }
    }
    for (int n = 1; n <= std::min(most, longestSwap); ++n) {
        for (int m = 1; m <= std::min(n, m_day.line(b).size() - j + 1); ++m) {
            if (m_moves.exchange({a, i, n}, {b, j, m})) {
                return true;
            }
        }
    }
    return m_moves.exchangeTails(a, i, b, j) || m_moves.joinHeads(a, i, b, j);
}

bool LocalSearch::improveFirst(int u, int v) {
    const auto [a, i] = m_day.standing(u);
    const auto [b, j] = m_day.standing(v);
    for (int n = 1; j == 1 && n <= std::min(longestPiece, m_day.line(a).size() - i + 1); ++n) {
        if (m_moves.exchange({a, i, n}, {b, 1, 0})) {
            return true;
        }
    }
    return false;
}

bool LocalSearch::improveWithin(int u, int v) {
    const auto [line, i] = m_day.standing(u);
    const int j = m_day.standing(v).position;
    const int size = m_day.line(line).size();
    for (int n = 1; n <= longestPiece && i + n - 1 <= size; ++n) {
        for (const bool isReversed : {false, true}) {
            if (isReversed && n == 1) {
                continue;
            }
            const Piece moved{line, i, n, isReversed};
            const Piece gap{line, j + 1, 0};
            if ((i < j && i + n <= j && m_moves.exchangeWithin(moved, gap))
                || (i > j + 1 && m_moves.exchangeWithin(gap, moved))) {
                return true;
            }
        }
    }
    for (int n = 1; n <= longestSwap && i + n - 1 <= size; ++n) {
        for (int m = 1; m <= n && j + m - 1 <= size; ++m) {
            if ((i + n <= j && m_moves.exchangeWithin({line, i, n}, {line, j, m}))
                || (j + m <= i && m_moves.exchangeWithin({line, j, m}, {line, i, n}))) {
                return true;
            }
        }
    }
    return (j > i + 1 && m_moves.turn(line, i + 1, j)) || (i > j + 1 && m_moves.turn(line, j, i - 1));
}

bool LocalSearch::improveByEmptyLine(int u) {
    const int empty = m_day.emptyLine();
    if (empty < 0) {
        return false;
    }
    const auto [a, i] = m_day.standing(u);
    const int size = m_day.line(a).size();
    for (int n = 1; n <= longestPiece && i + n - 1 <= size && n < size; ++n) {
        if (m_moves.exchange({a, i, n}, {empty, 1, 0})) {
            return true;
        }
    }
    return i < size && m_moves.exchangeTails(a, i, empty, 1);
}

} // namespace medicobus::routing::population
