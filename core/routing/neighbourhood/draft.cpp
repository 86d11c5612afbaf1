// SPDX-License-Identifier: EUPL-1.2
#include "routing/neighbourhood/draft.h"

#include <bit>

namespace medicobus::routing::neighbourhood {

namespace {

std::size_t index(int value) {
    return static_cast<std::size_t>(value);
}

} // namespace

Draft::Draft(const Model& model)
    : m_model(&model),
      m_toursOf(index(model.placeCount())),
      m_absentAt(index(model.placeCount())),
      m_left(model.problem().pools),
      m_isTouched(index(model.tourCount())),
      m_isMarked(index(model.placeCount())),
      m_marked(index(model.placeCount())) {
    for (int tour = 0; tour < model.tourCount(); ++tour) {
        m_tours.emplace_back(model, tour);
    }
    m_before = m_tours;
    for (int place = 0; place < model.placeCount(); ++place) {
        m_absentAt[index(place)] = place;
        m_absent.push_back(place);
        m_lost += model.place(place).prize.value_or(0);
        m_missing += model.isDuty(place) ? 1 : 0;
    }
}

Sequences Draft::sequences() const {
    Sequences sequences;
    for (const Tour& tour : m_tours) {
        if (!tour.isEmpty()) {
            sequences.push_back({tour.index(), tour.stops()});
        }
    }
    return sequences;
}

bool Draft::fitsPools(int place, int visits) const {
    const std::vector<std::int64_t>& draws = m_model->place(place).draws;
    for (std::size_t pool = 0; pool < std::min(draws.size(), m_left.size()); ++pool) {
        if (draws[pool] > 0 && draws[pool] * visits > m_left[pool]) {
            return false;
        }
    }
    return true;
}

void Draft::draw(int place, std::int64_t visits) {
    const std::vector<std::int64_t>& draws = m_model->place(place).draws;
    for (std::size_t pool = 0; pool < std::min(draws.size(), m_left.size()); ++pool) {
        m_left[pool] -= draws[pool] * visits;
    }
}

void Draft::setServed(int place, bool isServed) {
    if (isServed) {
        const int hole = m_absentAt[index(place)];
        m_absent[index(hole)] = m_absent.back();
        m_absentAt[index(m_absent.back())] = hole;
        m_absent.pop_back();
        m_absentAt[index(place)] = -1;
    } else {
        m_absentAt[index(place)] = static_cast<int>(m_absent.size());
        m_absent.push_back(place);
    }
    const int sign = isServed ? -1 : 1;
    m_lost += sign * m_model->place(place).prize.value_or(0);
    m_missing += m_model->isDuty(place) ? sign : 0;
}

void Draft::insert(int place, const std::vector<Slot>& slots) {
    markPlace(place);
    for (const Slot& slot : slots) {
        touch(slot.tour);
        m_tours[index(slot.tour)].add(place, slot.position);
        refresh(slot.tour);
        m_toursOf[index(place)].push_back(slot.tour);
    }
    draw(place, static_cast<std::int64_t>(slots.size()));
    setServed(place, true);
}

void Draft::remove(int place) {
    markPlace(place);
    for (const int tour : m_toursOf[index(place)]) {
        touch(tour);
        m_tours[index(tour)].remove(place);
        if (std::find(m_unsettled.begin(), m_unsettled.end(), tour) == m_unsettled.end()) {
            m_unsettled.push_back(tour);
        }
    }
    draw(place, -static_cast<std::int64_t>(m_toursOf[index(place)].size()));
    m_toursOf[index(place)].clear();
    setServed(place, false);
}

void Draft::settle() {
    while (!m_unsettled.empty()) {
        const int tour = m_unsettled.back();
        m_unsettled.pop_back();
        const Cost cost = m_tours[index(tour)].cost();
        const Time time = m_tours[index(tour)].time();
        const bool isLawful = m_tours[index(tour)].refresh();
        m_cost += m_tours[index(tour)].cost() - cost;
        m_time += m_tours[index(tour)].time() - time;
        if (!isLawful) {
            const std::vector<int> stops = m_tours[index(tour)].stops();
            for (const int stop : stops) {
                remove(stop);
            }
        }
    }
}

void Draft::refresh(int tour) {
    Tour& changed = m_tours[index(tour)];
    m_cost -= changed.cost();
    m_time -= changed.time();
    changed.refresh();
    m_cost += changed.cost();
    m_time += changed.time();
}

bool Draft::followsPattern(int place) const {
    const std::vector<int>& tours = toursOf(place);
    const std::vector<DayMask>& patterns = m_model->place(place).patterns;
    if (patterns.empty()) {
        return tours.size() == 1;
    }
    DayMask days = 0;
    for (const int tour : tours) {
        days |= DayMask{1} << static_cast<unsigned>(m_model->carrier(tour).rules->day);
    }
    return static_cast<std::size_t>(std::popcount(days)) == tours.size()
           && std::find(patterns.begin(), patterns.end(), days) != patterns.end();
}

void Draft::adopt(const Sequences& sequences) {
    begin();
    std::vector<int> served;
    for (int place = 0; place < m_model->placeCount(); ++place) {
        if (isServed(place)) {
            remove(place);
        }
    }
    settle();
    for (const Sequence& sequence : sequences) {
        touch(sequence.vehicle);
        m_tours[index(sequence.vehicle)].setStops(sequence.places);
        m_unsettled.push_back(sequence.vehicle);
        for (const int place : sequence.places) {
            markPlace(place);
            m_toursOf[index(place)].push_back(sequence.vehicle);
            draw(place, 1);
            if (!isServed(place)) {
                setServed(place, true);
                served.push_back(place);
            }
        }
    }
    for (const int place : served) {
        if (isServed(place) && (!followsPattern(place) || !fitsPools(place, 0))) {
            remove(place);
        }
    }
    settle();
}

void Draft::touch(int tour) {
    if (m_isTouched[index(tour)] == 0) {
        m_isTouched[index(tour)] = 1;
        m_touched.push_back(tour);
        m_before[index(tour)] = m_tours[index(tour)];
    }
    m_tours[index(tour)].setStamp(++m_stamp);
}

void Draft::markPlace(int place) {
    if (m_isMarked[index(place)] == 0) {
        m_isMarked[index(place)] = 1;
        m_marked[m_markedCount].place = place;
        m_marked[m_markedCount].tours = m_toursOf[index(place)];
        ++m_markedCount;
    }
}

void Draft::begin() {
    for (const int tour : m_touched) {
        m_isTouched[index(tour)] = 0;
    }
    m_touched.clear();
    for (std::size_t i = 0; i < m_markedCount; ++i) {
        m_isMarked[index(m_marked[i].place)] = 0;
    }
    m_markedCount = 0;
}

void Draft::undo() {
    for (const int tour : m_touched) {
        m_cost += m_before[index(tour)].cost() - m_tours[index(tour)].cost();
        m_time += m_before[index(tour)].time() - m_tours[index(tour)].time();
        std::swap(m_tours[index(tour)], m_before[index(tour)]);
    }
    for (std::size_t i = 0; i < m_markedCount; ++i) {
        const PlaceBefore& before = m_marked[i];
        std::vector<int>& tours = m_toursOf[index(before.place)];
        draw(before.place,
             static_cast<std::int64_t>(before.tours.size()) - static_cast<std::int64_t>(tours.size()));
        if (tours.empty() != before.tours.empty()) {
            setServed(before.place, !before.tours.empty());
        }
        tours = before.tours;
    }
    begin();
}

} // namespace medicobus::routing::neighbourhood
