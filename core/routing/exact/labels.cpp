// SPDX-License-Identifier: EUPL-1.2
#include "routing/exact/labels.h"

#include <algorithm>
#include <functional>

namespace medicobus::routing {
namespace {

constexpr std::size_t mostLabels = 1'500'000;
constexpr std::size_t askBudgetEvery = 4096;

bool dominates(const Label& a, const Label& b) {
    return a.cost <= b.cost && a.clock.ready <= b.clock.ready && a.clock.work <= b.clock.work
           && a.clock.latest >= b.clock.latest && a.driving <= b.driving
           && std::equal(a.peaks.begin(), a.peaks.end(), b.peaks.begin(), std::less_equal<>());
}

bool mayVisit(const Vehicle& vehicle, const Place& place) {
    const DayMask today = DayMask{1} << static_cast<unsigned>(vehicle.day);
    const bool isToday = place.patterns.empty()
                         || std::any_of(place.patterns.begin(), place.patterns.end(),
                                        [&](DayMask days) { return (days & today) != 0; });
    return isToday && (place.skills & ~vehicle.skills) == 0;
}

} // namespace

Labels::Labels(const Problem& problem, const Vehicle& vehicle, const Budget& budget)
    : m_problem(problem),
      m_vehicle(vehicle),
      m_matrix(problem.matrices[static_cast<std::size_t>(vehicle.matrix)]),
      m_budget(budget),
      m_loads(problem, vehicle),
      m_keepsWork(vehicle.maxDuty.has_value()) {
    const int count = static_cast<int>(problem.places.size());
    for (int index = 0; index < count; ++index) {
        m_gates.emplace_back(place(index).windows, vehicle.day, m_keepsWork);
        m_eligible |= mayVisit(vehicle, place(index)) ? setOf(index) : 0;
    }
    m_span = vehicle.maxDuty.value_or(0);
    for (const Break& pause : vehicle.breaks) {
        m_breakGates.emplace_back(pause.windows, vehicle.day, m_keepsWork);
        m_span += pause.length;
    }
    m_pauses.resize(vehicle.breaks.size() + 1);
    m_arrivals.resize(vehicle.breaks.size() + 1);
    m_heads.assign(bucket(PlaceSet{1} << count, 0, 0), -1);
    m_labels.emplace_back();
    m_labels[root].clock.ready = vehicle.earliest;
}

void Labels::extend(std::int32_t from, int to) {
    Label label = (*this)[from];
    label.set |= setOf(to);
    if (label.set == (*this)[from].set || !holds(m_eligible, to) || !m_loads.fits(label.set)) {
        return;
    }
    const std::optional<int> node = nodeOf(label);
    if (!m_loads.carry(label.peaks, label.set) || !drive(label, node, place(to).node)) {
        return;
    }
    takeBreaks(label, node ? m_matrix.time(*node, place(to).node) : 0);
    const bool staysThere = label.last >= 0 && node == place(to).node;
    const Time setup = staysThere ? 0 : place(to).setup;
    const std::size_t breaks = label.breaks;
    label.last = static_cast<std::int16_t>(to);
    label.before = from;
    for (std::size_t taken = breaks; taken <= m_vehicle.breaks.size(); ++taken) {
        label.breaks = static_cast<std::uint16_t>(taken);
        for (const RouteClock& arrival : m_arrivals[taken]) {
            m_starts.clear();
            m_gates[static_cast<std::size_t>(to)].pass(later(arrival, setup), place(to).service, m_starts);
            for (const RouteClock& clock : m_starts) {
                label.clock = clock;
                keep(label);
            }
        }
    }
}

std::optional<Cost> Labels::home(std::int32_t from) {
    Label label = (*this)[from];
    const std::optional<int> node = nodeOf(label);
    if (!drive(label, node, m_vehicle.end)) {
        return std::nullopt;
    }
    takeBreaks(label, node && m_vehicle.end ? m_matrix.time(*node, *m_vehicle.end) : 0);
    const bool isAny = std::any_of(m_arrivals.back().begin(), m_arrivals.back().end(),
                                   [&](const RouteClock& clock) { return isLawful(clock); });
    return isAny ? std::optional(label.cost) : std::nullopt;
}

/// Adds cost and driving; false when they break a limit.
bool Labels::drive(Label& label, std::optional<int> from, std::optional<int> to) const {
    if (from && to) {
        label.cost += m_matrix.cost(*from, *to);
        label.driving += m_vehicle.maxDriving ? m_matrix.time(*from, *to) : 0;
    }
    return (!m_vehicle.maxCost || label.cost <= *m_vehicle.maxCost)
           && (!m_vehicle.maxDriving || label.driving <= *m_vehicle.maxDriving);
}

RouteClock Labels::later(RouteClock clock, Time length) const {
    clock.ready += length;
    clock.work += m_keepsWork ? length : 0;
    return clock;
}

/// Leaves in `m_arrivals[n]` the clocks after a drive, with n breaks taken in all.
void Labels::takeBreaks(const Label& label, Time driveTime) {
    m_pauses[label.breaks].assign(1, label.clock);
    for (std::size_t taken = label.breaks; taken < m_pauses.size(); ++taken) {
        if (taken > label.breaks) {
            m_pauses[taken].clear();
            passBreak(m_pauses[taken - 1], taken - 1, m_pauses[taken]);
        }
        m_arrivals[taken].clear();
        for (const RouteClock& clock : m_pauses[taken]) {
            m_arrivals[taken].push_back(later(clock, driveTime));
        }
    }
    for (std::size_t taken = label.breaks + std::size_t{1}; taken < m_arrivals.size(); ++taken) {
        passBreak(m_arrivals[taken - 1], taken - 1, m_arrivals[taken]);
    }
}

void Labels::passBreak(const std::vector<RouteClock>& before, std::size_t index,
                       std::vector<RouteClock>& after) const {
    for (const RouteClock& clock : before) {
        m_breakGates[index].pass(clock, m_vehicle.breaks[index].length, after);
    }
}

bool Labels::isLawful(const RouteClock& clock) const {
    return clock.ready <= m_vehicle.latest && (!m_keepsWork || clock.span() <= m_span);
}

void Labels::keep(Label label) {
    if (!isLawful(label.clock)) {
        return;
    }
    std::int32_t& head = m_heads[bucket(label.set, label.last, label.breaks)];
    for (std::int32_t* link = &head; *link >= 0;) {
        Label& other = m_labels[static_cast<std::size_t>(*link)];
        if (dominates(other, label)) {
            return;
        }
        if (dominates(label, other)) {
            other.isDominated = true;
            *link = other.next;
        } else {
            link = &other.next;
        }
    }
    label.next = head;
    label.isDominated = false;
    head = static_cast<std::int32_t>(m_labels.size());
    m_labels.push_back(label);
    if (m_labels.size() % askBudgetEvery == 0) {
        m_isExhausted = m_labels.size() >= mostLabels || m_budget.isExhausted();
    }
}

std::vector<int> Labels::places(std::int32_t label) const {
    std::vector<int> places;
    for (; label > root; label = (*this)[label].before) {
        places.push_back((*this)[label].last);
    }
    std::reverse(places.begin(), places.end());
    return places;
}

} // namespace medicobus::routing
