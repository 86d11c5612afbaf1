// SPDX-License-Identifier: EUPL-1.2
#include "routing/population/local/day_routes.h"

namespace medicobus::routing::population {

DayRoutes::DayRoutes(const Instance& instance, int day)
    : m_instance(&instance),
      m_fleet(&instance.fleet(day)),
      m_day(day),
      m_lines(m_fleet->vehicles.size()),
      m_standing(static_cast<std::size_t>(instance.places()) + 1) {}

void DayRoutes::load(const Tours& tours, const Weights& weights) {
    m_weights = weights;
    std::fill(m_standing.begin(), m_standing.end(), Standing{});
    static const std::vector<int> none;
    for (std::size_t line = 0; line < m_lines.size(); ++line) {
        m_lines[line].spots.clear();
        replace(static_cast<int>(line), line < tours.size() ? tours[line] : none);
    }
}

void DayRoutes::setWeights(const Weights& weights) {
    m_weights = weights;
    ++m_changes;
    for (Line& line : m_lines) {
        line.penalty = loadPenalty(line.end().load) + timePenalty(line.end().before);
        line.changed = line.penalty > 0 ? m_changes : line.changed;
    }
}

std::vector<int> DayRoutes::tour(int line) const {
    std::vector<int> tour;
    for (int i = 1; i <= this->line(line).size(); ++i) {
        tour.push_back(this->line(line).at(i).place);
    }
    return tour;
}

Tours DayRoutes::tours() const {
    Tours tours;
    for (int line = 0; line < lines(); ++line) {
        if (this->line(line).size() > 0) {
            tours.push_back(tour(line));
        }
    }
    return tours;
}

int DayRoutes::emptyLine() const {
    for (int line = 0; line < lines(); ++line) {
        if (this->line(line).size() == 0) {
            return line;
        }
    }
    return -1;
}

void DayRoutes::forget(int line) {
    for (const Spot& spot : m_lines[static_cast<std::size_t>(line)].spots) {
        Standing& standing = m_standing[static_cast<std::size_t>(spot.place)];
        // A move rewrites its two lines one after the other: a place may stand in the other one already.
        if (standing.line == line) {
            standing.line = -1;
        }
    }
}

void DayRoutes::replace(int line, const std::vector<int>& places) {
    forget(line);
    std::vector<Spot>& spots = m_lines[static_cast<std::size_t>(line)].spots;
    spots.resize(places.size() + 2);
    spots.front() = {};
    spots.back() = {};
    for (std::size_t i = 0; i < places.size(); ++i) {
        spots[i + 1].place = places[i];
    }
    measure(line);
}

void DayRoutes::measure(int line) {
    Line& measured = m_lines[static_cast<std::size_t>(line)];
    std::vector<Spot>& spots = measured.spots;
    const Instance& instance = *m_instance;
    spots.front().before = m_fleet->shift;
    spots.back().after = m_fleet->shift;
    for (std::size_t i = 1; i < spots.size(); ++i) {
        Spot& spot = spots[i];
        const Spot& last = spots[i - 1];
        const bool isEnd = i + 1 == spots.size();
        const Leg& leg = instance.leg(last.place, spot.place);
        spot.ahead = last.ahead + leg.cost;
        spot.backward = last.backward + instance.leg(spot.place, last.place).cost;
        spot.load = last.load + (isEnd ? 0 : instance.load(spot.place));
        if (instance.isTimed()) {
            spot.before = join(last.before, leg.time, isEnd ? m_fleet->shift : instance.span(spot.place));
        }
        if (!isEnd) {
            m_standing[static_cast<std::size_t>(spot.place)] = {line, static_cast<int>(i)};
        }
    }
    for (std::size_t i = spots.size() - 1; instance.isTimed() && i-- > 0;) {
        Spot& spot = spots[i];
        const Span& own = i == 0 ? m_fleet->shift : instance.span(spot.place);
        spot.after = join(own, instance.leg(spot.place, spots[i + 1].place).time, spots[i + 1].after);
    }
    measured.penalty = loadPenalty(spots.back().load) + timePenalty(spots.back().before);
    measured.changed = ++m_changes;
}

void DayRoutes::insert(int place, int line, int position) {
    std::vector<Spot>& spots = m_lines[static_cast<std::size_t>(line)].spots;
    Spot spot;
    spot.place = place;
    spots.insert(spots.begin() + position, spot);
    measure(line);
}

void DayRoutes::remove(int place) {
    const Standing standing = this->standing(place);
    std::vector<Spot>& spots = m_lines[static_cast<std::size_t>(standing.line)].spots;
    spots.erase(spots.begin() + standing.position);
    m_standing[static_cast<std::size_t>(place)].line = -1;
    measure(standing.line);
}

Cost DayRoutes::costOfRemoval(int place) const {
    const Standing& standing = this->standing(place);
    const Line& line = this->line(standing.line);
    const Spot& last = line.at(standing.position - 1);
    const Spot& next = line.at(standing.position + 1);
    Cost delta = m_instance->leg(last.place, next.place).cost - (next.ahead - last.ahead);
    delta -= line.size() == 1 ? fixedCost() : 0;
    delta += loadPenalty(line.end().load - m_instance->load(place)) - line.penalty;
    if (m_instance->isTimed()) {
        delta += timePenalty(join(last.before, m_instance->leg(last.place, next.place).time, next.after));
    }
    return delta;
}

Cost DayRoutes::costOfInsertion(int place, int line, int position, Cost limit) const {
    const Line& target = this->line(line);
    const Spot& last = target.at(position - 1);
    const Spot& next = target.at(position);
    Cost delta = m_instance->leg(last.place, place).cost + m_instance->leg(place, next.place).cost
                 - (next.ahead - last.ahead);
    delta += target.size() == 0 ? fixedCost() : 0;
    delta += loadPenalty(target.end().load + m_instance->load(place)) - target.penalty;
    if (delta >= limit || !m_instance->isTimed()) {
        return std::min(delta, limit);
    }
    Walk walk(*m_instance, last);
    walk.visit(place);
    return std::min(delta + timePenalty(walk.finish(next)), limit);
}

} // namespace medicobus::routing::population
