// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/solution.h"

#include <optional>
#include <vector>

namespace medicobus::routing {

struct Shift {
    Time departure = 0;
    Time back = 0;
};

/// The soonest start at `time` or later that the windows allow on a day; none when they are all over. No
/// windows at all allow any time.
std::optional<Time> soonest(const std::vector<Window>& windows, int day, Time time);
/// The latest start at `time` or before that the windows allow on a day.
std::optional<Time> latest(const std::vector<Window>& windows, int day, Time time);

/// All ways to set the places of one sequence, in its order, and the breaks of its vehicle on the clock.
///
/// A *state* is (leg, side of its drive, breaks taken so far). To be sooner in a state never makes the rest
/// later, so the soonest time of each state gives the soonest return for a departure, and the latest time of
/// each state the latest departure for a return.
class Timeline {
public:
    Timeline(const Problem& problem, const Sequence& sequence);

    /// Back as early as shift and duty allow, then leaving as late as that allows.
    std::optional<Shift> earliestLawful() const;
    Route routeOf(const Shift& shift) const;

private:
    struct Leg {
        Time drive = 0;
        Time setup = 0;               ///< Of the stop it leads to, as is what follows.
        const Place* place = nullptr; ///< None for the drive to the end.
    };
    using Times = std::vector<std::optional<Time>>;

    std::size_t at(std::size_t leg, bool isDriven, std::size_t breaks) const {
        return (2 * leg + (isDriven ? 1 : 0)) * (m_vehicle.breaks.size() + 1) + breaks;
    }
    std::optional<Time> afterBreak(std::size_t index, Time time) const;
    std::optional<Time> startOf(const Leg& leg, Time arrival) const;

    /// The soonest time of every state that follows from the ones given.
    void forward(Times& times, std::size_t firstLeg) const;
    void takeBreaks(Times& times, std::size_t leg, bool isDriven) const;
    Times forwardFrom(Time departure) const;
    /// The soonest return from one state reached at a time.
    std::optional<Time> backFrom(std::size_t state, std::size_t leg, Time time) const;
    std::optional<Time> latestDeparture(Time back) const;
    void leaveForBreaks(Times& times, std::size_t leg, bool isDriven) const;

    /// Returns that end a wait: the only ones at which a later departure can make the duty shorter.
    std::vector<Time> returnsAfterWaits(Time earliest) const;
    void addReturns(std::vector<Time>& returns, const std::vector<Window>& windows, Time length,
                    std::size_t state, std::size_t leg) const;

    const Vehicle& m_vehicle;
    int m_index;
    std::vector<int> m_places;
    std::vector<Leg> m_legs; ///< One for each stop, then the drive to the end.
    Time m_breakTime = 0;
};

} // namespace medicobus::routing
