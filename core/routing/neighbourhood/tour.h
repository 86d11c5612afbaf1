// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/neighbourhood/model.h"

namespace medicobus::routing::neighbourhood {

/// Where a place can join a tour, and what that takes.
struct Slot {
    int tour = -1;
    int position = 0;
    Cost cost = 0;  ///< More driving cost; the fixed cost too when the tour was empty.
    Time time = 0;  ///< More driving and setup.
    Time delay = 0; ///< How much later the next stop is reached in time for its service.
};

/// The stops of one vehicle with the times that let one more be tried at any position without walking the
/// rest: the soonest each stop can be left, and the latest each must be ready for service. With breaks there
/// is one such time for each number of breaks taken.
class Tour {
public:
    Tour(const Model& model, int index);

    int index() const { return m_index; }
    const Carrier& carrier() const { return *m_carrier; }
    const std::vector<int>& stops() const { return m_stops; }
    bool isEmpty() const { return m_stops.empty(); }
    Cost cost() const { return m_cost; } ///< Drives and, unless empty, the fixed cost.
    Time time() const { return m_time; } ///< Drives and setups.
    /// Differs whenever the stops do; a copy has that of its original.
    std::uint64_t stamp() const { return m_stamp; }
    void setStamp(std::uint64_t stamp) { m_stamp = stamp; }

    void setStops(const std::vector<int>& stops) { m_stops = stops; }
    void add(int place, int position) { m_stops.insert(m_stops.begin() + position, place); }
    void remove(int place) { std::erase(m_stops, place); }
    /// Must follow changes, before anything else is asked. False when the stops break a rule in their order.
    bool refresh();

    /// Calls `found(slot)` for each position at which all rules of the vehicle allow the place, except the
    /// limit on duty, which `allowsDuty` answers for one slot.
    template <typename Found>
    void forEachSlot(int place, const Found& found) const;
    bool allowsDuty(int place, const Slot& slot) const;
    bool limitsDuty() const { return m_carrier->rules->maxDuty.has_value(); }

private:
    int pointBefore(std::size_t position) const {
        return position == 0 ? m_carrier->start : m_stops[position - 1];
    }
    int pointAfter(std::size_t position) const {
        return position == m_stops.size() ? m_carrier->end : m_stops[position];
    }
    Time* leaves(std::size_t position) { return m_leave.data() + position * m_carrier->states; }
    Time* readies(std::size_t position) { return m_ready.data() + position * m_carrier->states; }
    const Time* leaves(std::size_t position) const { return m_leave.data() + position * m_carrier->states; }
    const Time* readies(std::size_t position) const { return m_ready.data() + position * m_carrier->states; }

    bool sumUp();
    bool carries();
    void walkForward();
    bool walkBackward(Time back, std::vector<Time>& readies, Time* departure) const;
    bool keepsDuty() const;
    bool fitsLoads(int place, std::size_t position) const;
    bool fitsSums(int before, int place, int after, Cost moreCost) const;
    bool fitsBreaks(int place, std::size_t position) const;
    Time driving(int from, int to) const;

    const Model* m_model;
    const Carrier* m_carrier;
    int m_index;
    std::vector<int> m_stops;
    std::vector<Time> m_leave; ///< Soonest end of the stop before each position, by breaks taken.
    std::vector<Time> m_ready; ///< Latest arrival and setup at the stop of each position, by breaks taken.
    std::vector<Leg> m_legs;   ///< Into the stop of each position.
    Time m_mostRoom = 0;       ///< Between leaving one stop and being ready at the next.
    std::uint64_t m_stamp = 0;
    std::vector<std::int64_t> m_peakBefore; ///< Highest load up to each position, by dimension.
    std::vector<std::int64_t> m_peakAfter;
    Cost m_cost = 0;
    Cost m_drivesCost = 0;
    Time m_time = 0;
    Time m_driving = 0;
    Time m_work = 0; ///< Drives, setups and services.
};

/// Amount of a dimension or pool; what is not stated is 0.
inline std::int64_t amountOf(const std::vector<std::int64_t>& amounts, std::size_t dimension) {
    return dimension < amounts.size() ? amounts[dimension] : 0;
}

template <typename Found>
void Tour::forEachSlot(int place, const Found& found) const {
    const Vehicle& rules = *m_carrier->rules;
    if (rules.maxPlaces && m_stops.size() >= static_cast<std::size_t>(*rules.maxPlaces)) {
        return;
    }
    const Openings openings = m_model->openings(place, m_index);
    const Time service = m_model->place(place).service;
    const Time closes = openings.back().closes;
    const Time soonestEnd = openings.front().opens + service;
    const Time needed = m_model->leastTime(place, m_index);
    if (m_mostRoom < needed) {
        return;
    }
    const Leg* into = m_carrier->legs->into(place);
    const Leg* from = m_carrier->legs->from(place);
    const bool isPlain = m_carrier->states == 1;
    const std::size_t last = m_carrier->states - 1;
    const bool hasSums = rules.maxDriving || rules.maxCost;
    const bool hasLoads = !rules.capacity.empty();
    const std::size_t count = m_stops.size();
    for (std::size_t position = 0; position <= count; ++position) {
        const Time leave = m_leave[position * (last + 1)];
        if (leave > closes) {
            return;
        }
        // With breaks, both ends of the range are those of the state that leaves most room.
        const Time latest = m_ready[position * (last + 1) + last];
        if (latest < soonestEnd || latest - leave < needed) {
            continue;
        }
        const int before = pointBefore(position);
        const int after = pointAfter(position);
        const Leg& first = into[before];
        const Leg& second = from[after];
        const Time start = soonestStart(openings, leave + first.time);
        const Time ready = start + service + second.time;
        if (start >= never || ready > latest) {
            continue;
        }
        const Leg& old = m_legs[position];
        Slot slot{m_index, static_cast<int>(position), first.cost + second.cost - old.cost,
                  first.time + second.time - old.time, ready - leave - old.time};
        if ((!isPlain && !fitsBreaks(place, position)) || (hasLoads && !fitsLoads(place, position))
            || (hasSums && !fitsSums(before, place, after, slot.cost))) {
            continue;
        }
        slot.cost += count == 0 ? rules.fixedCost : 0;
        found(slot);
    }
}

} // namespace medicobus::routing::neighbourhood
