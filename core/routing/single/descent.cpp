// SPDX-License-Identifier: EUPL-1.2
#include "routing/single/descent.h"

namespace medicobus::routing::single {
namespace {

/// Longer runs are moved in their direction only.
constexpr int longestTurned = 12;

/// The stations between two others as one span, and backwards where turning them is tried.
struct Run {
    Span span;
    Span turned;
    bool mayTurn;
};

Run runBetween(const Model& model, const Tour& tour, int from, int to) {
    const Span first = Span::of(model, tour.at(from + 1));
    Run run{first, first, to - from - 1 <= longestTurned && to - from > 2};
    for (int i = from + 2; i < to; ++i) {
        const Span here = Span::of(model, tour.at(i));
        run.span = joined(run.span, model.arc(tour.at(i - 1), tour.at(i)).travel, here);
        if (run.mayTurn) {
            run.turned = joined(here, model.arc(tour.at(i), tour.at(i - 1)).travel, run.turned);
        }
    }
    return run;
}

} // namespace

Descent::Descent(const Model& model, const Near& near)
    : m_model(model),
      m_near(near),
      m_isQueued(static_cast<std::size_t>(model.size())),
      m_spans(static_cast<std::size_t>(model.size())) {}

void Descent::look(int station) {
    if (m_isQueued[static_cast<std::size_t>(station)] == 0) {
        m_isQueued[static_cast<std::size_t>(station)] = 1;
        m_queue.push_back(station);
    }
}

void Descent::run(Tour& tour) {
    for (std::size_t i = 0; i < m_queue.size(); ++i) {
        const int station = m_queue[i];
        m_isQueued[static_cast<std::size_t>(station)] = 0;
        while (improve(tour, station)) {
        }
    }
    m_queue.clear();
}

bool Descent::improve(Tour& tour, int station) {
    m_best = {};
    const int position = tour.positionOf(station);
    if (position + 1 < tour.length()) {
        const std::int32_t paid = m_model.arc(station, tour.at(position + 1)).cost;
        for (const int next : m_near.after(station)) {
            if (m_model.arc(station, next).cost >= paid) {
                break;
            }
            const int to = tour.positionOf(next);
            if (to > position) {
                leap(tour, position, to);
            } else {
                goBack(tour, position, to);
            }
        }
    }
    if (position > 1) {
        const std::int32_t paid = m_model.arc(tour.at(position - 1), station).cost;
        for (const int before : m_near.before(station)) {
            if (m_model.arc(before, station).cost >= paid) {
                break;
            }
            const int from = tour.positionOf(before);
            if (from > 0 && from < position - 1) {
                turnRun(tour, from, position - 1);
            }
        }
    }
    if (m_best.kind == Kind::none) {
        return false;
    }
    apply(tour);
    return true;
}

void Descent::propose(const Move& move) {
    if (move.change < m_best.change) {
        m_best = move;
    }
}

/// Moves with a new arc to a later position.
void Descent::leap(const Tour& tour, int from, int to) {
    if (to < tour.length() - 1) {
        turnRun(tour, from + 1, to);
        moveLater(tour, from, to);
    }
    moveSooner(tour, from, to);
}

/// The run between the two ends of the new arc stands after a later station.
void Descent::moveLater(const Tour& tour, int from, int to) {
    const int first = tour.at(from + 1);
    const int last = tour.at(to - 1);
    const auto [run, turned, mayTurn] = runBetween(m_model, tour, from, to);
    const std::int32_t latest = std::max(run.latest, mayTurn ? turned.latest : Span::never);
    const std::int32_t turnCost = mayTurn ? tour.turned(from + 1, to - 1) : 0;
    const std::int32_t spared = m_model.arc(tour.at(from), first).cost + m_model.arc(last, tour.at(to)).cost
                                - m_model.arc(tour.at(from), tour.at(to)).cost;
    std::int32_t time = std::max(m_model.opens(tour.at(to)),
                                 tour.early(from) + m_model.arc(tour.at(from), tour.at(to)).travel);
    if (time > m_model.closes(tour.at(to))) {
        return;
    }
    const Arc* fromFirst = m_model.out(first);
    const Arc* fromLast = m_model.out(last);
    for (int i = to; i + 1 < tour.length() && time <= latest; ++i) {
        const int here = tour.at(i);
        const int next = tour.at(i + 1);
        const Arc* out = m_model.out(here);
        const std::int32_t base = -spared - out[next].cost;
        const std::int32_t change = base + out[first].cost + fromLast[next].cost;
        if (change < m_best.change && time + out[first].travel <= run.latest
            && run.after(time + out[first].travel) + fromLast[next].travel <= tour.late(i + 1)) {
            propose({change, Kind::swapRuns, from + 1, to, i + 1, false});
        }
        const std::int32_t back = base + turnCost + out[last].cost + fromFirst[next].cost;
        if (mayTurn && back < m_best.change && time + out[last].travel <= turned.latest
            && turned.after(time + out[last].travel) + fromFirst[next].travel <= tour.late(i + 1)) {
            propose({back, Kind::swapTurned, from + 1, to, i + 1, true});
        }
        time = std::max(m_model.opens(next), time + out[next].travel);
        if (time > m_model.closes(next)) {
            break;
        }
    }
}

/// The run between the two ends of the new arc stands before an earlier station.
void Descent::moveSooner(const Tour& tour, int from, int to) {
    const int first = tour.at(from + 1);
    const int last = tour.at(to - 1);
    const auto [run, turned, mayTurn] = runBetween(m_model, tour, from, to);
    const std::int32_t soonest = std::min(run.isPossible() ? run.soonest : largest, turned.soonest);
    const std::int32_t turnCost = mayTurn ? tour.turned(from + 1, to - 1) : 0;
    const Arc leap = m_model.arc(tour.at(from), tour.at(to));
    const std::int32_t spared =
        m_model.arc(tour.at(from), first).cost + m_model.arc(last, tour.at(to)).cost - leap.cost;
    Span middle = Span::of(m_model, tour.at(from));
    for (int i = from - 1; i >= 0 && middle.isPossible() && soonest <= middle.latest; --i) {
        const int here = tour.at(i);
        const int next = tour.at(i + 1);
        const Arc* out = m_model.out(here);
        const std::int32_t base = -spared - out[next].cost;
        const auto isLawful = [&](const Span& moved, int front, int rear) {
            const std::int32_t start = tour.early(i) + out[front].travel;
            const std::int32_t onward = moved.after(start) + m_model.arc(rear, next).travel;
            return start <= moved.latest && onward <= middle.latest
                   && middle.after(onward) + leap.travel <= tour.late(to);
        };
        const std::int32_t change = base + out[first].cost + m_model.arc(last, next).cost;
        if (change < m_best.change && isLawful(run, first, last)) {
            propose({change, Kind::swapRuns, i + 1, from + 1, to, false});
        }
        const std::int32_t back = base + turnCost + out[last].cost + m_model.arc(first, next).cost;
        if (mayTurn && back < m_best.change && isLawful(turned, last, first)) {
            propose({back, Kind::swapTurned, i + 1, from + 1, to, false});
        }
        middle = joined(Span::of(m_model, here), out[next].travel, middle);
    }
}

/// Moves with a new arc to an earlier position: the runs [to, i] and [i + 1, from] change places.
void Descent::goBack(const Tour& tour, int from, int to) {
    const int head = tour.at(to);
    const int tail = tour.at(from);
    const int before = tour.at(to - 1);
    const int behind = tour.at(from + 1);
    m_spans[0] = Span::of(m_model, head);
    for (int i = to + 1; i < from; ++i) {
        const std::size_t at = static_cast<std::size_t>(i - to);
        m_spans[at] = joined(m_spans[at - 1], m_model.arc(tour.at(i - 1), tour.at(i)).travel,
                             Span::of(m_model, tour.at(i)));
    }
    const Arc join = m_model.arc(tail, head);
    const std::int32_t base = join.cost - m_model.arc(before, head).cost - m_model.arc(tail, behind).cost;
    Span second = Span::of(m_model, tail);
    for (int i = from - 1; i >= to; --i) {
        const int here = tour.at(i);
        const int next = tour.at(i + 1);
        const Arc enter = m_model.arc(before, next);
        const Arc leave = m_model.arc(here, behind);
        const std::int32_t change = base + enter.cost + leave.cost - m_model.arc(here, next).cost;
        if (change < m_best.change) {
            const Span& firstRun = m_spans[static_cast<std::size_t>(i - to)];
            const std::int32_t start = tour.early(to - 1) + enter.travel;
            const std::int32_t onward = second.after(start) + join.travel;
            if (start <= second.latest && onward <= firstRun.latest
                && firstRun.after(onward) + leave.travel <= tour.late(from + 1)) {
                propose({change, Kind::swapRuns, to, i + 1, from + 1, false});
            }
        }
        second = joined(Span::of(m_model, here), m_model.arc(here, next).travel, second);
        if (!second.isPossible()) {
            break;
        }
    }
}

/// The positions from first to last run backwards.
void Descent::turnRun(const Tour& tour, int first, int last) {
    const Arc enter = m_model.arc(tour.at(first - 1), tour.at(last));
    const Arc leave = m_model.arc(tour.at(first), tour.at(last + 1));
    const std::int32_t change = enter.cost + leave.cost - m_model.arc(tour.at(first - 1), tour.at(first)).cost
                                - m_model.arc(tour.at(last), tour.at(last + 1)).cost
                                + tour.turned(first, last);
    if (change >= m_best.change) {
        return;
    }
    std::int32_t time = tour.early(first - 1) + enter.travel;
    for (int i = last; i >= first; --i) {
        if (time > m_model.closes(tour.at(i))) {
            return;
        }
        const int next = i > first ? tour.at(i - 1) : tour.at(last + 1);
        time = std::max(m_model.opens(tour.at(i)), time) + m_model.arc(tour.at(i), next).travel;
    }
    if (time <= tour.late(last + 1)) {
        propose({change, Kind::turn, first, last + 1, last + 1, false});
    }
}

void Descent::apply(Tour& tour) {
    const Move move = m_best;
    int cut = move.middle;
    if (move.kind == Kind::turn) {
        tour.turn(move.first, move.last);
    } else {
        tour.swapRuns(move.first, move.middle, move.last);
        cut = move.first + (move.last - move.middle);
        if (move.kind == Kind::swapTurned) {
            tour.turn(move.turnsFirst ? cut : move.first, move.turnsFirst ? move.last : cut);
        }
    }
    for (const int position : {move.first - 1, move.first, cut - 1, cut, move.last - 1, move.last}) {
        look(tour.at(position));
    }
}

} // namespace medicobus::routing::single
