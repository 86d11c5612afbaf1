// SPDX-License-Identifier: EUPL-1.2
#include "routing/population/local/moves.h"

namespace medicobus::routing::population {

namespace {

int last(const Piece& piece) {
    return piece.from + piece.count - 1;
}
int after(const Piece& piece) {
    return piece.from + piece.count;
}

std::int64_t loadOf(const Line& line, const Piece& piece) {
    return line.at(after(piece) - 1).load - line.at(piece.from - 1).load;
}

} // namespace

Cost Moves::inner(const Line& line, const Piece& piece) const {
    const Spot& head = line.at(piece.from);
    const Spot& tail = line.at(last(piece));
    return piece.isReversed ? tail.backward - head.backward : tail.ahead - head.ahead;
}

/// Drives from `last` through a piece to `next`.
Cost Moves::chain(int last, const Line& line, const Piece& piece, int next) const {
    if (piece.count == 0) {
        return m_instance.leg(last, next).cost;
    }
    const int head = line.at(piece.from).place;
    const int tail = line.at(population::last(piece)).place;
    return m_instance.leg(last, piece.isReversed ? tail : head).cost + inner(line, piece)
           + m_instance.leg(piece.isReversed ? head : tail, next).cost;
}

Cost Moves::fixedCostChange(int sizeBefore, int sizeAfter) const {
    return (sizeAfter > 0 ? m_day.fixedCost() : 0) - (sizeBefore > 0 ? m_day.fixedCost() : 0);
}

Cost Moves::timeOf(const Line& head, int before, const Line& middle, const Piece& piece, const Line& tail,
                   int after) const {
    Walk walk(m_instance, head.at(before));
    walk.visit(middle, piece.from, last(piece), piece.isReversed);
    return m_day.timePenalty(walk.finish(tail.at(after)));
}

void Moves::append(const Line& line, int from, int to, bool isReversed, std::vector<int>& places) const {
    for (int i = from; i <= to; ++i) {
        places.push_back(line.at(isReversed ? from + to - i : i).place);
    }
}

bool Moves::exchange(const Piece& a, const Piece& b) {
    const Line& first = m_day.line(a.line);
    const Line& second = m_day.line(b.line);
    const Spot& firstLast = first.at(a.from - 1);
    const Spot& firstNext = first.at(after(a));
    const Spot& secondLast = second.at(b.from - 1);
    const Spot& secondNext = second.at(after(b));
    Cost delta = chain(firstLast.place, second, b, firstNext.place) - (firstNext.ahead - firstLast.ahead)
                 + chain(secondLast.place, first, a, secondNext.place) - (secondNext.ahead - secondLast.ahead)
                 - first.penalty - second.penalty;
    if (delta >= 0 && m_day.fixedCost() == 0) {
        return false;
    }
    const int change = b.count - a.count;
    delta += fixedCostChange(first.size(), first.size() + change)
             + fixedCostChange(second.size(), second.size() - change);
    const std::int64_t moved = loadOf(second, b) - loadOf(first, a);
    delta += m_day.loadPenalty(first.end().load + moved) + m_day.loadPenalty(second.end().load - moved);
    if (delta < 0 && m_instance.isTimed()) {
        delta += timeOf(first, a.from - 1, second, b, first, after(a));
        if (delta < 0) {
            delta += timeOf(second, b.from - 1, first, a, second, after(b));
        }
    }
    if (delta >= 0) {
        return false;
    }
    m_first.clear();
    m_second.clear();
    append(first, 1, a.from - 1, false, m_first);
    append(second, b, m_first);
    append(first, after(a), first.size(), false, m_first);
    append(second, 1, b.from - 1, false, m_second);
    append(first, a, m_second);
    append(second, after(b), second.size(), false, m_second);
    m_day.replace(a.line, m_first);
    m_day.replace(b.line, m_second);
    return true;
}

bool Moves::exchangeWithin(const Piece& a, const Piece& b) {
    const Line& line = m_day.line(a.line);
    const Piece between{a.line, after(a), b.from - after(a)};
    const Spot& before = line.at(a.from - 1);
    const Spot& next = line.at(after(b));
    int stands = before.place;
    Cost delta = before.ahead - next.ahead - line.penalty;
    for (const Piece* piece : {&b, &between, &a}) {
        if (piece->count > 0) {
            const int head = line.at(piece->isReversed ? last(*piece) : piece->from).place;
            delta += m_instance.leg(stands, head).cost + inner(line, *piece);
            stands = line.at(piece->isReversed ? piece->from : last(*piece)).place;
        }
    }
    delta += m_instance.leg(stands, next.place).cost + m_day.loadPenalty(line.end().load);
    if (delta < 0 && m_instance.isTimed()) {
        Walk walk(m_instance, before);
        walk.visit(line, b.from, last(b), b.isReversed);
        walk.visit(line, between.from, last(between));
        walk.visit(line, a.from, last(a), a.isReversed);
        delta += m_day.timePenalty(walk.finish(next));
    }
    if (delta >= 0) {
        return false;
    }
    m_first.clear();
    append(line, 1, a.from - 1, false, m_first);
    append(line, b, m_first);
    append(line, between, m_first);
    append(line, a, m_first);
    append(line, after(b), line.size(), false, m_first);
    m_day.replace(a.line, m_first);
    return true;
}

bool Moves::turn(int line, int from, int to) {
    const Line& turned = m_day.line(line);
    const Piece piece{line, from, to - from + 1, true};
    const Spot& before = turned.at(from - 1);
    const Spot& next = turned.at(to + 1);
    Cost delta = chain(before.place, turned, piece, next.place) - (next.ahead - before.ahead) - turned.penalty
                 + m_day.loadPenalty(turned.end().load);
    if (delta < 0 && m_instance.isTimed()) {
        delta += timeOf(turned, from - 1, turned, piece, turned, to + 1);
    }
    if (delta >= 0) {
        return false;
    }
    m_first.clear();
    append(turned, 1, from - 1, false, m_first);
    append(turned, piece, m_first);
    append(turned, to + 1, turned.size(), false, m_first);
    m_day.replace(line, m_first);
    return true;
}

bool Moves::exchangeTails(int a, int i, int b, int j) {
    const Line& first = m_day.line(a);
    const Line& second = m_day.line(b);
    const Spot& firstHead = first.at(i);
    const Spot& firstTail = first.at(i + 1);
    const Spot& secondHead = second.at(j - 1);
    const Spot& secondTail = second.at(j);
    const Leg& joined = m_instance.leg(firstHead.place, secondTail.place);
    const Leg& other = m_instance.leg(secondHead.place, firstTail.place);
    Cost delta = joined.cost + other.cost - (firstTail.ahead - firstHead.ahead)
                 - (secondTail.ahead - secondHead.ahead) - first.penalty - second.penalty;
    const int size = i + second.size() - j + 1;
    delta += fixedCostChange(first.size(), size)
             + fixedCostChange(second.size(), first.size() + second.size() - size);
    const std::int64_t load = firstHead.load + second.end().load - secondHead.load;
    delta += m_day.loadPenalty(load) + m_day.loadPenalty(first.end().load + second.end().load - load);
    if (delta < 0 && m_instance.isTimed()) {
        delta += m_day.timePenalty(join(firstHead.before, joined.time, secondTail.after));
        if (delta < 0) {
            delta += m_day.timePenalty(join(secondHead.before, other.time, firstTail.after));
        }
    }
    if (delta >= 0) {
        return false;
    }
    m_first.clear();
    m_second.clear();
    append(first, 1, i, false, m_first);
    append(second, j, second.size(), false, m_first);
    append(second, 1, j - 1, false, m_second);
    append(first, i + 1, first.size(), false, m_second);
    m_day.replace(a, m_first);
    m_day.replace(b, m_second);
    return true;
}

bool Moves::joinHeads(int a, int i, int b, int j) {
    const Line& first = m_day.line(a);
    const Line& second = m_day.line(b);
    const Piece head{b, 1, j, true};
    const Piece tail{a, i + 1, first.size() - i, true};
    const Spot& before = first.at(i);
    const Spot& next = second.at(j + 1);
    Cost delta = chain(before.place, second, head, 0) + chain(0, first, tail, next.place) + before.ahead
                 + second.end().ahead - next.ahead - first.end().ahead - second.end().ahead - first.penalty
                 - second.penalty;
    delta += fixedCostChange(first.size(), i + j)
             + fixedCostChange(second.size(), first.size() + second.size() - i - j);
    const std::int64_t load = before.load + second.at(j).load;
    delta += m_day.loadPenalty(load) + m_day.loadPenalty(first.end().load + second.end().load - load);
    if (delta < 0 && m_instance.isTimed()) {
        delta += timeOf(first, i, second, head, second, second.size() + 1);
        if (delta < 0) {
            delta += timeOf(first, 0, first, tail, second, j + 1);
        }
    }
    if (delta >= 0) {
        return false;
    }
    m_first.clear();
    m_second.clear();
    append(first, 1, i, false, m_first);
    append(second, head, m_first);
    append(first, tail, m_second);
    append(second, j + 1, second.size(), false, m_second);
    m_day.replace(a, m_first);
    m_day.replace(b, m_second);
    return true;
}

} // namespace medicobus::routing::population
