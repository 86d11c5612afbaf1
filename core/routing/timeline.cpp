// SPDX-License-Identifier: EUPL-1.2
#include "routing/timeline.h"

#include <algorithm>

namespace medicobus::routing {
namespace {

bool holdsOn(const Window& window, int day) {
    return (window.days >> static_cast<unsigned>(day) & 1U) != 0;
}

void keepSooner(std::optional<Time>& kept, std::optional<Time> found) {
    if (found && (!kept || *found < *kept)) {
        kept = found;
    }
}

void keepLater(std::optional<Time>& kept, std::optional<Time> found) {
    if (found && (!kept || *found > *kept)) {
        kept = found;
    }
}

} // namespace

std::optional<Time> soonest(const std::vector<Window>& windows, int day, Time time) {
    if (windows.empty()) {
        return time;
    }
    std::optional<Time> start;
    for (const Window& window : windows) {
        if (holdsOn(window, day) && window.closes >= time) {
            keepSooner(start, std::max(window.opens, time));
        }
    }
    return start;
}

std::optional<Time> latest(const std::vector<Window>& windows, int day, Time time) {
    if (windows.empty()) {
        return time;
    }
    std::optional<Time> start;
    for (const Window& window : windows) {
        if (holdsOn(window, day) && window.opens <= time) {
            keepLater(start, std::min(window.closes, time));
        }
    }
    return start;
}

Timeline::Timeline(const Problem& problem, const Sequence& sequence)
    : m_vehicle(problem.vehicles[static_cast<std::size_t>(sequence.vehicle)]),
      m_index(sequence.vehicle),
      m_places(sequence.places) {
    const Matrix& matrix = problem.matrices[static_cast<std::size_t>(m_vehicle.matrix)];
    std::optional<int> from = m_vehicle.start;
    const Place* before = nullptr;
    for (const int index : sequence.places) {
        const Place& place = problem.places[static_cast<std::size_t>(index)];
        const bool isSameNode = before != nullptr && before->node == place.node;
        m_legs.push_back({from ? matrix.time(*from, place.node) : 0, isSameNode ? 0 : place.setup, &place});
        from = place.node;
        before = &place;
    }
    m_legs.push_back({from && m_vehicle.end ? matrix.time(*from, *m_vehicle.end) : 0, 0, nullptr});
    for (const Break& pause : m_vehicle.breaks) {
        m_breakTime += pause.length;
    }
}

std::optional<Time> Timeline::afterBreak(std::size_t index, Time time) const {
    const Break& pause = m_vehicle.breaks[index];
    const auto start = soonest(pause.windows, m_vehicle.day, time);
    return start ? std::optional(*start + pause.length) : std::nullopt;
}

std::optional<Time> Timeline::startOf(const Leg& leg, Time arrival) const {
    return soonest(leg.place->windows, m_vehicle.day, arrival + leg.setup);
}

void Timeline::takeBreaks(Times& times, std::size_t leg, bool isDriven) const {
    for (std::size_t taken = 0; taken < m_vehicle.breaks.size(); ++taken) {
        if (const auto time = times[at(leg, isDriven, taken)]) {
            keepSooner(times[at(leg, isDriven, taken + 1)], afterBreak(taken, *time));
        }
    }
}

void Timeline::forward(Times& times, std::size_t firstLeg) const {
    for (std::size_t leg = firstLeg; leg < m_legs.size(); ++leg) {
        takeBreaks(times, leg, false);
        for (std::size_t taken = 0; taken <= m_vehicle.breaks.size(); ++taken) {
            if (const auto time = times[at(leg, false, taken)]) {
                keepSooner(times[at(leg, true, taken)], *time + m_legs[leg].drive);
            }
        }
        takeBreaks(times, leg, true);
        for (std::size_t taken = 0; m_legs[leg].place != nullptr && taken <= m_vehicle.breaks.size();
             ++taken) {
            const auto time = times[at(leg, true, taken)];
            if (const auto start = time ? startOf(m_legs[leg], *time) : std::nullopt) {
                keepSooner(times[at(leg + 1, false, taken)], *start + m_legs[leg].place->service);
            }
        }
    }
}

Timeline::Times Timeline::forwardFrom(Time departure) const {
    Times times(at(m_legs.size(), false, 0));
    times[0] = departure;
    forward(times, 0);
    return times;
}

std::optional<Time> Timeline::backFrom(std::size_t state, std::size_t leg, Time time) const {
    Times times(at(m_legs.size(), false, 0));
    times[state] = time;
    forward(times, leg);
    return times.back();
}

void Timeline::leaveForBreaks(Times& times, std::size_t leg, bool isDriven) const {
    for (std::size_t taken = m_vehicle.breaks.size(); taken-- > 0;) {
        if (const auto time = times[at(leg, isDriven, taken + 1)]) {
            const Break& pause = m_vehicle.breaks[taken];
            keepLater(times[at(leg, isDriven, taken)],
                      latest(pause.windows, m_vehicle.day, *time - pause.length));
        }
    }
}

std::optional<Time> Timeline::latestDeparture(Time back) const {
    Times times(at(m_legs.size(), false, 0));
    times.back() = back;
    for (std::size_t leg = m_legs.size(); leg-- > 0;) {
        for (std::size_t taken = 0; m_legs[leg].place != nullptr && taken <= m_vehicle.breaks.size();
             ++taken) {
            const auto left = times[at(leg + 1, false, taken)];
            const auto start =
                left ? latest(m_legs[leg].place->windows, m_vehicle.day, *left - m_legs[leg].place->service)
                     : std::nullopt;
            if (start) {
                keepLater(times[at(leg, true, taken)], *start - m_legs[leg].setup);
            }
        }
        leaveForBreaks(times, leg, true);
        for (std::size_t taken = 0; taken <= m_vehicle.breaks.size(); ++taken) {
            if (const auto time = times[at(leg, true, taken)]) {
                keepLater(times[at(leg, false, taken)], *time - m_legs[leg].drive);
            }
        }
        leaveForBreaks(times, leg, false);
    }
    return times[0];
}

void Timeline::addReturns(std::vector<Time>& returns, const std::vector<Window>& windows, Time length,
                          std::size_t state, std::size_t leg) const {
    for (const Window& window : windows) {
        if (holdsOn(window, m_vehicle.day)) {
            if (const auto back = backFrom(state, leg, window.opens + length)) {
                returns.push_back(*back);
            }
        }
    }
}

std::vector<Time> Timeline::returnsAfterWaits(Time earliest) const {
    std::vector<Time> returns;
    for (std::size_t leg = 0; leg < m_legs.size(); ++leg) {
        for (std::size_t taken = 0; taken <= m_vehicle.breaks.size(); ++taken) {
            if (const Place* place = m_legs[leg].place) {
                addReturns(returns, place->windows, place->service, at(leg + 1, false, taken), leg + 1);
            }
            if (taken < m_vehicle.breaks.size()) {
                const Break& pause = m_vehicle.breaks[taken];
                addReturns(returns, pause.windows, pause.length, at(leg, false, taken + 1), leg);
                addReturns(returns, pause.windows, pause.length, at(leg, true, taken + 1), leg);
            }
        }
    }
    std::erase_if(returns, [&](Time back) { return back <= earliest || back > m_vehicle.latest; });
    std::sort(returns.begin(), returns.end());
    return returns;
}

std::optional<Shift> Timeline::earliestLawful() const {
    const auto soonestBack = forwardFrom(m_vehicle.earliest).back();
    if (!soonestBack || *soonestBack > m_vehicle.latest) {
        return std::nullopt;
    }
    const auto isLawful = [&](Time departure, Time back) {
        return !m_vehicle.maxDuty || back - departure - m_breakTime <= *m_vehicle.maxDuty;
    };
    const Time departure = *latestDeparture(*soonestBack);
    if (isLawful(departure, *soonestBack)) {
        return Shift{departure, *soonestBack};
    }
    // The soonest return as a function of the departure rises one for one, waits, or jumps. Duty shrinks
    // only along a wait, which always ends at some window's opening.
    for (const Time back : returnsAfterWaits(*soonestBack)) {
        const auto later = latestDeparture(back);
        if (later && *later >= m_vehicle.earliest && isLawful(*later, back)) {
            return Shift{*later, back};
        }
    }
    return std::nullopt;
}

Route Timeline::routeOf(const Shift& shift) const {
    const Times times = forwardFrom(shift.departure);
    Route route{m_index, shift.departure, *times.back(), std::vector<Stop>(m_places.size()), {}};
    std::size_t taken = m_vehicle.breaks.size();
    const auto traceBreaks = [&](std::size_t leg, bool isDriven) {
        for (; taken > 0; --taken) {
            const auto before = times[at(leg, isDriven, taken - 1)];
            const Time end = *times[at(leg, isDriven, taken)];
            if (!before || afterBreak(taken - 1, *before) != end) {
                return;
            }
            route.breaks.push_back({leg, !isDriven, end - m_vehicle.breaks[taken - 1].length, end});
        }
    };
    for (std::size_t leg = m_legs.size(); leg-- > 0;) {
        if (const Place* place = m_legs[leg].place) {
            Stop& stop = route.stops[leg];
            stop.place = m_places[leg];
            stop.start = *startOf(m_legs[leg], *times[at(leg, true, taken)]);
            stop.leave = stop.start + place->service;
        }
        traceBreaks(leg, true);
        if (m_legs[leg].place != nullptr) {
            route.stops[leg].arrival = *times[at(leg, false, taken)] + m_legs[leg].drive;
        }
        traceBreaks(leg, false);
    }
    std::reverse(route.breaks.begin(), route.breaks.end());
    return route;
}

} // namespace medicobus::routing
