// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "planner/day.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace medicobus::planner {

inline int wholeMinutes(double minutes) {
    return static_cast<int>(std::ceil(minutes - 1e-9));
}

/// One site and session of the weekday: a single start time holds for all its weeks.
struct Node {
    int session;
    int site;
    int earliest;
    int latest;
    int length;
};

/// `to` starts at least `gap` minutes after `from` starts; a negative gap bounds how far apart they may be.
struct Gap {
    int from;
    int to;
    int minutes;
};

/// Where the crew rests and in which order the day runs; tried one after the other.
struct Choice {
    int order = 0;
    int breakAt = 0;
    bool drivesFirst = true; ///< The drive beside the break comes before it.
};

/// Collects the constraints of the weekday's tours, then solves them.
class DaySolver {
public:
    DaySolver(const Model& model, int bus, int weekday, const Choice& choice, const DayStarts* lengths)
        : m_model(model), m_bus(bus), m_weekday(weekday), m_choice(choice), m_lengths(lengths) {}

    bool addTour(const DayGrid& grid, int week) {
        m_stopCount = 0;
        for (const int session : m_model.tourOrders()[static_cast<std::size_t>(m_choice.order)]) {
            const int site = grid.site[static_cast<std::size_t>(session)][static_cast<std::size_t>(week)];
            if (site >= 0) {
                m_stops[static_cast<std::size_t>(m_stopCount++)] = nodeOf(session, site, week);
            }
        }
        return m_stopCount == 0 || (boundEnds() && linkStops() && limitDuty());
    }

    bool solve(int step) {
        const auto onGrid = [step](int minute) { return (minute + step - 1) / step * step; };
        for (int i = 0; i < m_nodeCount; ++i) {
            at(i) = onGrid(node(i).earliest);
        }
        bool hasChanged = true;
        while (hasChanged) {
            hasChanged = false;
            for (int i = 0; i < m_gapCount; ++i) {
                const Gap& gap = m_gaps[static_cast<std::size_t>(i)];
                const int earliest = onGrid(std::max(0, at(gap.from) + gap.minutes));
                if (earliest > at(gap.to)) {
                    at(gap.to) = earliest;
                    hasChanged = true;
                }
                if (at(gap.to) > node(gap.to).latest) {
                    return false;
                }
            }
        }
        for (int i = 0; i < m_nodeCount; ++i) {
            if (at(i) > node(i).latest) {
                return false;
            }
        }
        return true;
    }

    int startOf(int session, int site, int week) { return at(nodeOf(session, site, week)); }

private:
    Node& node(int index) { return m_nodes[static_cast<std::size_t>(index)]; }
    int& at(int index) { return m_starts[static_cast<std::size_t>(index)]; }
    Node& stop(int order) { return node(m_stops[static_cast<std::size_t>(order)]); }
    int length(const Node& stop) const { return stop.length; }
    int setup(const Node& stop) const { return static_cast<int>(m_model.site(stop.site).setup.count()); }
    int teardown(const Node& stop) const {
        return static_cast<int>(m_model.site(stop.site).teardown.count());
    }
    int pause(const Node& stop) const {
        return static_cast<int>(m_model.session(stop.session).pause.count());
    }
    int out() { return wholeMinutes(m_model.fromDepot(m_bus, stop(0).site)); }
    int home() { return wholeMinutes(m_model.toDepot(m_bus, stop(m_stopCount - 1).site)); }
    int drive(int i) { return wholeMinutes(m_model.between(stop(i).site, stop(i + 1).site)); }
    bool staysAfter(int i) { return stop(i).site == stop(i + 1).site; }
    int breakLength() const { return static_cast<int>(m_model.bus(m_bus).breakLength.count()); }

    int nodeOf(int session, int site, int week) {
        for (int i = 0; i < m_nodeCount; ++i) {
            if (node(i).session == session && node(i).site == site) {
                return i;
            }
        }
        const StartWindow& window = m_model.window(m_bus, site, m_weekday, session);
        const auto planned = static_cast<int>(m_model.session(session).length.count());
        const int length =
            m_lengths ? (*m_lengths)[static_cast<std::size_t>(session)][static_cast<std::size_t>(week)]
                      : planned;
        node(m_nodeCount) = {session, site, window.earliest, window.latest - (length - planned), length};
        return m_nodeCount++;
    }

    void addGap(int from, int to, int minutes) {
        m_gaps[static_cast<std::size_t>(m_gapCount++)] = {from, to, minutes};
    }

    /// The stop of this order starts at least so many minutes after another; of one and the same, that is
    /// true or not.
    bool demandGap(int from, int to, int minutes) {
        if (from == to) {
            return minutes <= 0;
        }
        addGap(m_stops[static_cast<std::size_t>(from)], m_stops[static_cast<std::size_t>(to)], minutes);
        return true;
    }

    /// The bus leaves and comes back inside its working hours.
    bool boundEnds() {
        const plan::Bus& bus = m_model.bus(m_bus);
        Node& first = stop(0);
        Node& last = stop(m_stopCount - 1);
        first.earliest = std::max(first.earliest, static_cast<int>(bus.start.count()) + out() + setup(first));
        last.latest =
            std::min(last.latest, static_cast<int>(bus.end.count()) - home() - teardown(last) - length(last));
        return first.earliest <= first.latest && last.earliest <= last.latest;
    }

    /// The first stop whose own pause is the break of the tour; -1 when the break lies between two stops.
    int restingStop() {
        for (int i = 0; i < m_stopCount; ++i) {
            const int rest = pause(stop(i));
            if (rest > 0 && (m_stopCount == 1 || rest >= breakLength())) {
                return i;
            }
        }
        return -1;
    }

    /// Sessions follow each other with packing, drive, break and setup between.
    bool linkStops() {
        const int resting = restingStop();
        const int breakAt = resting >= 0 ? -1 : std::min(m_choice.breakAt, m_stopCount - 2);
        for (int i = 0; i + 1 < m_stopCount; ++i) {
            const Node& from = stop(i);
            const Node& to = stop(i + 1);
            int gap = length(from) + (i == breakAt ? breakLength() : 0);
            if (from.site != to.site) {
                gap += teardown(from) + drive(i) + setup(to);
            }
            addGap(m_stops[static_cast<std::size_t>(i)], m_stops[static_cast<std::size_t>(i + 1)], gap);
        }
        if (resting >= 0) {
            return restsIn(resting);
        }
        if (m_stopCount == 1) {
            return worksNoLonger(0, length(stop(0)) + teardown(stop(0)) + home());
        }
        if (m_stopCount == 2) {
            return restsAfter(0, true) || restsAfter(0, false);
        }
        return restsAfter(breakAt, m_choice.drivesFirst);
    }

    /// From leaving the depot to so many minutes after this stop starts there are six hours at most.
    bool worksNoLonger(int order, int minutes) {
        return demandGap(order, 0, out() + setup(stop(0)) + minutes - longestWorkWithoutBreak);
    }

    /// From so many minutes before this stop starts to coming back there are six hours at most.
    bool isBackInTime(int order, int minutes) {
        const Node& last = stop(m_stopCount - 1);
        return demandGap(m_stopCount - 1, order,
                         length(last) + teardown(last) + home() + minutes - longestWorkWithoutBreak);
    }

    bool restsIn(int order) {
        const Node& resting = stop(order);
        const int begin = pauseOffset(m_model, m_model.session(resting.session), length(resting));
        return worksNoLonger(order, begin) && isBackInTime(order, -(begin + pause(resting)));
    }

    /// The drive beside the break falls to either side of it.
    bool restsAfter(int order, bool drivesFirst) {
        const Node& from = stop(order);
        int leave = length(from);
        int arrive = 0;
        if (!staysAfter(order)) {
            leave += teardown(from) + (drivesFirst ? drive(order) : 0);
            arrive = setup(stop(order + 1)) + (drivesFirst ? 0 : drive(order));
        }
        return worksNoLonger(order, leave) && isBackInTime(order + 1, arrive);
    }

    bool limitDuty() {
        const auto maxDuty = static_cast<int>(m_model.bus(m_bus).maxDuty.count());
        const Node& first = stop(0);
        const Node& last = stop(m_stopCount - 1);
        int rest = 0;
        for (int i = 0; i < m_stopCount; ++i) {
            rest += pause(stop(i));
        }
        rest = std::max(rest, m_stopCount > 1 ? breakLength() : 0);
        return demandGap(m_stopCount - 1, 0,
                         out() + setup(first) + length(last) + teardown(last) + home() - maxDuty - rest);
    }

    const Model& m_model;
    int m_bus;
    int m_weekday;
    Choice m_choice;
    const DayStarts* m_lengths;
    int m_nodeCount = 0;
    int m_gapCount = 0;
    int m_stopCount = 0;
    std::array<Node, maxSessionKinds * maxCycleWeeks> m_nodes;
    std::array<int, maxSessionKinds * maxCycleWeeks> m_starts{};
    std::array<Gap, (maxSessionKinds + 2) * maxCycleWeeks> m_gaps;
    std::array<int, maxSessionKinds> m_stops{};
};

} // namespace medicobus::planner
