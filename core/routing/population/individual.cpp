// SPDX-License-Identifier: EUPL-1.2
#include "routing/population/individual.h"

namespace medicobus::routing::population {

Individual::Individual(const Instance& instance, std::vector<Tours> days)
    : m_stride(static_cast<std::size_t>(instance.places()) + 1), m_days(std::move(days)) {
    const std::size_t size = m_days.size() * m_stride;
    m_next.assign(size, -1);
    m_last.assign(size, -1);
    for (int day = 0; day < instance.days(); ++day) {
        read(instance, day);
    }
}

void Individual::read(const Instance& instance, int day) {
    const Fleet& fleet = instance.fleet(day);
    const std::size_t base = static_cast<std::size_t>(day) * m_stride;
    for (const std::vector<int>& tour : m_days[static_cast<std::size_t>(day)]) {
        std::int64_t load = 0;
        Span span = fleet.shift;
        int last = 0;
        m_cost += tour.empty() ? 0 : fleet.fixedCost;
        m_rest += tour.empty() ? 0 : fleet.rest;
        for (const int place : tour) {
            m_cost += instance.leg(last, place).cost;
            span = join(span, instance.leg(last, place).time, instance.span(place));
            load += instance.load(place);
            if (last > 0) {
                m_next[base + static_cast<std::size_t>(last)] = place;
            }
            m_last[base + static_cast<std::size_t>(place)] = last;
            last = place;
            ++m_visits;
        }
        m_cost += instance.leg(last, 0).cost;
        span = join(span, instance.leg(last, 0).time, fleet.shift);
        m_next[base + static_cast<std::size_t>(last)] = last > 0 ? 0 : -1;
        m_excess += std::max<std::int64_t>(load - fleet.capacity, 0);
        m_late += span.lateness(fleet.maxDuty);
    }
}

bool Individual::hasTour(int day, const std::vector<int>& tour) const {
    const std::size_t base = static_cast<std::size_t>(day) * m_stride;
    int last = 0;
    for (const int place : tour) {
        if (m_last[base + static_cast<std::size_t>(place)] != last) {
            return false;
        }
        last = place;
    }
    return last > 0 && m_next[base + static_cast<std::size_t>(last)] == 0;
}

int Individual::distance(const Individual& other) const {
    int differences = 0;
    for (std::size_t i = 0; i < m_next.size(); ++i) {
        if (m_next[i] < 0) {
            continue;
        }
        differences += m_next[i] != other.m_next[i] && m_next[i] != other.m_last[i] ? 1 : 0;
        differences += m_last[i] == 0 && other.m_last[i] != 0 && other.m_next[i] != 0 ? 1 : 0;
    }
    return m_visits == 0 ? 0 : differences * 1000 / m_visits;
}

} // namespace medicobus::routing::population
