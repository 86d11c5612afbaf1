// SPDX-License-Identifier: EUPL-1.2
#include "routing/neighbourhood/tour.h"

#include "routing/schedule.h"

namespace medicobus::routing::neighbourhood {
namespace {

/// Takes breaks as soon as they may be, in their order, wherever that is sooner than before.
void takeBreaks(const Carrier& carrier, Time* times) {
    for (std::size_t taken = 0; taken + 1 < carrier.states; ++taken) {
        const Time start = times[taken] < never ? soonestStart(carrier.breaks[taken], times[taken]) : never;
        if (start < never) {
            times[taken + 1] = std::min(times[taken + 1], start + carrier.rules->breaks[taken].length);
        }
    }
}

/// The latest times at which the breaks still to come can be taken before the given ones.
void leaveForBreaks(const Carrier& carrier, Time* times) {
    for (std::size_t taken = carrier.states - 1; taken-- > 0;) {
        if (times[taken + 1] > -never) {
            times[taken] =
                std::max(times[taken], latestStart(carrier.breaks[taken],
                                                   times[taken + 1] - carrier.rules->breaks[taken].length));
        }
    }
}

/// Shifts all times that are times at all.
void shift(const Carrier& carrier, Time* times, Time by) {
    for (std::size_t taken = 0; taken < carrier.states; ++taken) {
        const bool isTime = times[taken] < never && times[taken] > -never;
        times[taken] += isTime ? by : 0;
    }
}

/// From leaving one point to being ready at the next, breaks on either side of the drive.
void drive(const Carrier& carrier, Time* times, Time driving, Time setup) {
    takeBreaks(carrier, times);
    shift(carrier, times, driving);
    takeBreaks(carrier, times);
    shift(carrier, times, setup);
}

/// From the latest ready times to the latest times of leaving the point before.
void driveBack(const Carrier& carrier, Time* times, Time driving, Time setup) {
    shift(carrier, times, -setup);
    leaveForBreaks(carrier, times);
    shift(carrier, times, -driving);
    leaveForBreaks(carrier, times);
}

void serve(const Carrier& carrier, Openings openings, Time service, Time* times) {
    for (std::size_t taken = 0; taken < carrier.states; ++taken) {
        const Time start = times[taken] < never ? soonestStart(openings, times[taken]) : never;
        times[taken] = start < never ? start + service : never;
    }
}

} // namespace

Tour::Tour(const Model& model, int index)
    : m_model(&model), m_carrier(&model.carrier(index)), m_index(index) {
    refresh();
}

Time Tour::driving(int from, int to) const {
    const bool isStop = to < m_model->placeCount();
    return m_carrier->legs->between(from, to).time - (isStop ? m_model->setupAfter(to, from) : 0);
}

bool Tour::refresh() {
    const bool fits = sumUp() && carries();
    walkForward();
    m_ready.resize((m_stops.size() + 1) * m_carrier->states);
    const bool isInTime = walkBackward(m_carrier->rules->latest, m_ready, nullptr);
    m_mostRoom = -never;
    for (std::size_t position = 0; position <= m_stops.size(); ++position) {
        m_mostRoom = std::max(m_mostRoom, readies(position)[m_carrier->states - 1] - *leaves(position));
    }
    return isEmpty() || (fits && isInTime && (!limitsDuty() || keepsDuty()));
}

bool Tour::sumUp() {
    const Vehicle& rules = *m_carrier->rules;
    m_legs.resize(m_stops.size() + 1);
    m_drivesCost = m_time = m_driving = m_work = 0;
    for (std::size_t position = 0; position <= m_stops.size(); ++position) {
        const int before = pointBefore(position);
        const int after = pointAfter(position);
        const Leg& leg = m_legs[position] = m_carrier->legs->between(before, after);
        m_drivesCost += leg.cost;
        m_time += leg.time;
        m_driving += rules.maxDriving ? driving(before, after) : 0;
        m_work += position < m_stops.size() ? leg.time + m_model->place(after).service : leg.time;
    }
    if (isEmpty()) {
        m_drivesCost = m_time = m_driving = m_work = 0;
        m_legs.front() = {};
    }
    m_cost = m_drivesCost + (isEmpty() ? 0 : rules.fixedCost);
    return (!rules.maxDriving || m_driving <= *rules.maxDriving)
           && (!rules.maxCost || m_drivesCost <= *rules.maxCost)
           && (!rules.maxPlaces || m_stops.size() <= static_cast<std::size_t>(*rules.maxPlaces));
}

bool Tour::carries() {
    const auto& capacity = m_carrier->rules->capacity;
    const std::size_t dimensions = capacity.size();
    const std::size_t count = m_stops.size();
    m_peakBefore.assign((count + 1) * dimensions, 0);
    m_peakAfter.assign((count + 1) * dimensions, 0);
    bool fits = true;
    for (std::size_t dimension = 0; dimension < dimensions; ++dimension) {
        std::int64_t load = 0;
        for (const int stop : m_stops) {
            load += amountOf(m_model->place(stop).delivery, dimension);
        }
        m_peakAfter[dimension] = m_peakBefore[dimension] = load;
        for (std::size_t stop = 0; stop < count; ++stop) {
            const Place& place = m_model->place(m_stops[stop]);
            load += amountOf(place.pickup, dimension) - amountOf(place.delivery, dimension);
            m_peakAfter[(stop + 1) * dimensions + dimension] = load;
            m_peakBefore[(stop + 1) * dimensions + dimension] =
                std::max(m_peakBefore[stop * dimensions + dimension], load);
        }
        fits = fits && m_peakBefore[count * dimensions + dimension] <= capacity[dimension];
        for (std::size_t stop = count; stop-- > 0;) {
            std::int64_t& peak = m_peakAfter[stop * dimensions + dimension];
            peak = std::max(peak, m_peakAfter[(stop + 1) * dimensions + dimension]);
        }
    }
    return fits;
}

void Tour::walkForward() {
    const std::size_t states = m_carrier->states;
    m_leave.resize((m_stops.size() + 1) * states);
    std::fill_n(m_leave.begin(), states, never);
    m_leave[0] = m_carrier->rules->earliest;
    for (std::size_t position = 0; position < m_stops.size(); ++position) {
        const int stop = m_stops[position];
        const Openings openings = m_model->openings(stop, m_index);
        const Time service = m_model->place(stop).service;
        Time* times = leaves(position + 1);
        if (states == 1) {
            const Time ready = *leaves(position) + m_legs[position].time;
            const Time start = ready < never ? soonestStart(openings, ready) : never;
            *times = start < never ? start + service : never;
            continue;
        }
        std::copy_n(leaves(position), states, times);
        const Time setup = m_model->setupAfter(stop, pointBefore(position));
        drive(*m_carrier, times, m_legs[position].time - setup, setup);
        serve(*m_carrier, openings, service, times);
    }
}

/// Fills the latest ready times for a return by `back`; false when that is too soon.
bool Tour::walkBackward(Time back, std::vector<Time>& readies, Time* departure) const {
    const std::size_t states = m_carrier->states;
    const std::size_t count = m_stops.size();
    std::fill_n(readies.begin() + static_cast<std::ptrdiff_t>(count * states), states, -never);
    readies[count * states + states - 1] = back;
    std::vector<Time> several(states > 1 ? states : 0);
    Time one = 0;
    Time* times = states > 1 ? several.data() : &one;
    for (std::size_t position = count + 1; position-- > 0;) {
        std::copy_n(readies.begin() + static_cast<std::ptrdiff_t>(position * states), states, times);
        const bool isStop = position < count;
        if (states == 1) {
            one -= one > -never ? m_legs[position].time : 0;
        } else {
            const Time setup = isStop ? m_model->setupAfter(m_stops[position], pointBefore(position)) : 0;
            driveBack(*m_carrier, times, m_legs[position].time - setup, setup);
        }
        if (position == 0) {
            break;
        }
        const int stop = m_stops[position - 1];
        const Openings openings = m_model->openings(stop, m_index);
        for (std::size_t taken = 0; taken < states; ++taken) {
            readies[(position - 1) * states + taken] =
                times[taken] > -never ? latestStart(openings, times[taken] - m_model->place(stop).service)
                                      : -never;
        }
    }
    if (departure != nullptr) {
        *departure = times[0];
    }
    return times[0] >= m_carrier->rules->earliest;
}

bool Tour::keepsDuty() const {
    const Vehicle& rules = *m_carrier->rules;
    if (m_work > *rules.maxDuty) {
        return false;
    }
    const std::size_t states = m_carrier->states;
    std::vector<Time> times(leaves(m_stops.size()), leaves(m_stops.size()) + states);
    drive(*m_carrier, times.data(), m_legs.back().time, 0);
    std::vector<Time> readies((m_stops.size() + 1) * states);
    Time departure = 0;
    walkBackward(times.back(), readies, &departure);
    if (times.back() - departure - m_carrier->breakTime <= *rules.maxDuty) {
        return true;
    }
    // To be back later may let the crew leave later still: a walk through all waits tells.
    return schedule(m_model->problem(), {m_index, m_stops}).has_value();
}

bool Tour::allowsDuty(int place, const Slot& slot) const {
    const Time work = m_work + m_model->place(place).service + slot.time;
    if (work > *m_carrier->rules->maxDuty) {
        return false;
    }
    Tour tried = *this;
    tried.add(place, slot.position);
    return tried.refresh();
}

bool Tour::fitsLoads(int place, std::size_t position) const {
    const auto& capacity = m_carrier->rules->capacity;
    const Place& joining = m_model->place(place);
    for (std::size_t dimension = 0; dimension < capacity.size(); ++dimension) {
        const std::size_t at = position * capacity.size() + dimension;
        if (m_peakBefore[at] + amountOf(joining.delivery, dimension) > capacity[dimension]
            || m_peakAfter[at] + amountOf(joining.pickup, dimension) > capacity[dimension]) {
            return false;
        }
    }
    return true;
}

bool Tour::fitsSums(int before, int place, int after, Cost moreCost) const {
    const Vehicle& rules = *m_carrier->rules;
    if (rules.maxCost && m_drivesCost + moreCost > *rules.maxCost) {
        return false;
    }
    const Time more = rules.maxDriving ? driving(before, place) + driving(place, after) : 0;
    const Time less = rules.maxDriving && !isEmpty() ? driving(before, after) : 0;
    return !rules.maxDriving || m_driving + more - less <= *rules.maxDriving;
}

bool Tour::fitsBreaks(int place, std::size_t position) const {
    thread_local std::vector<Time> times;
    times.assign(leaves(position), leaves(position) + m_carrier->states);
    const int before = pointBefore(position);
    const int after = pointAfter(position);
    drive(*m_carrier, times.data(), driving(before, place), m_model->setupAfter(place, before));
    serve(*m_carrier, m_model->openings(place, m_index), m_model->place(place).service, times.data());
    const bool isStop = after < m_model->placeCount();
    drive(*m_carrier, times.data(), driving(place, after), isStop ? m_model->setupAfter(after, place) : 0);
    const Time* latest = readies(position);
    for (std::size_t taken = 0; taken < m_carrier->states; ++taken) {
        if (times[taken] < never && times[taken] <= latest[taken]) {
            return true;
        }
    }
    return false;
}

} // namespace medicobus::routing::neighbourhood
