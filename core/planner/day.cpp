// SPDX-License-Identifier: EUPL-1.2
#include "planner/day.h"

#include <algorithm>
#include <cmath>

namespace medicobus::planner {
namespace {

int wholeMinutes(double minutes) {
    return static_cast<int>(std::ceil(minutes - 1e-9));
}

/// One site and session of the weekday: a single start time holds for all its weeks.
struct Node {
    int session;
    int site;
    int earliest;
    int latest;
};

/// `to` starts at least `gap` minutes after `from` starts; a negative gap bounds how far apart they may be.
struct Gap {
    int from;
    int to;
    int minutes;
};

/// Collects the constraints of the weekday's tours, then solves them.
class DaySolver {
public:
    DaySolver(const Model& model, int bus, int weekday, int breakAt)
        : m_model(model), m_bus(bus), m_weekday(weekday), m_breakAt(breakAt) {}

    bool addTour(const DayGrid& grid, int week) {
        m_stopCount = 0;
        for (int session = 0; session < m_model.sessionCount(); ++session) {
            const int site = grid.site[static_cast<std::size_t>(session)][static_cast<std::size_t>(week)];
            if (site >= 0) {
                m_stops[static_cast<std::size_t>(m_stopCount++)] = nodeOf(session, site);
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

    int startOf(int session, int site) { return at(nodeOf(session, site)); }

private:
    Node& node(int index) { return m_nodes[static_cast<std::size_t>(index)]; }
    int& at(int index) { return m_starts[static_cast<std::size_t>(index)]; }
    Node& stop(int order) { return node(m_stops[static_cast<std::size_t>(order)]); }
    int length(const Node& stop) const {
        return static_cast<int>(m_model.session(stop.session).length.count());
    }
    int setup(const Node& stop) const { return static_cast<int>(m_model.site(stop.site).setup.count()); }
    int teardown(const Node& stop) const {
        return static_cast<int>(m_model.site(stop.site).teardown.count());
    }
    int out() { return wholeMinutes(m_model.fromDepot(m_bus, stop(0).site)); }
    int home() { return wholeMinutes(m_model.toDepot(m_bus, stop(m_stopCount - 1).site)); }
    int breakLength() const { return static_cast<int>(m_model.bus(m_bus).breakLength.count()); }

    int nodeOf(int session, int site) {
        for (int i = 0; i < m_nodeCount; ++i) {
            if (node(i).session == session && node(i).site == site) {
                return i;
            }
        }
        const StartWindow& window = m_model.window(m_bus, site, m_weekday, session);
        node(m_nodeCount) = {session, site, window.earliest, window.latest};
        return m_nodeCount++;
    }

    void addGap(int from, int to, int minutes) {
        m_gaps[static_cast<std::size_t>(m_gapCount++)] = {from, to, minutes};
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

    /// Sessions follow each other with packing, drive, break and setup between.
    bool linkStops() {
        const int breakAt = std::min(m_breakAt, m_stopCount - 2);
        for (int i = 0; i + 1 < m_stopCount; ++i) {
            const Node& from = stop(i);
            const Node& to = stop(i + 1);
            int gap = length(from) + (i == breakAt ? breakLength() : 0);
            if (from.site != to.site) {
                gap += teardown(from) + wholeMinutes(m_model.between(from.site, to.site)) + setup(to);
            }
            addGap(m_stops[static_cast<std::size_t>(i)], m_stops[static_cast<std::size_t>(i + 1)], gap);
        }
        return hasTimelyBreak(breakAt);
    }

    /// Work before and after the break, each at most six hours; the drive between falls to either side.
    bool hasTimelyBreak(int breakAt) {
        int before = out() + setup(stop(0));
        int after = teardown(stop(m_stopCount - 1)) + home();
        int drive = 0;
        for (int i = 0; i < m_stopCount; ++i) {
            const bool isBefore = m_stopCount == 1 || i <= breakAt;
            (isBefore ? before : after) += length(stop(i));
            if (i + 1 == m_stopCount || stop(i).site == stop(i + 1).site) {
                continue;
            }
            const int between = wholeMinutes(m_model.between(stop(i).site, stop(i + 1).site));
            (isBefore ? before : after) += teardown(stop(i));
            (i + 1 <= breakAt ? before : after) += setup(stop(i + 1));
            if (i == breakAt) {
                drive = between;
            } else {
                (isBefore ? before : after) += between;
            }
        }
        constexpr int limit = longestWorkWithoutBreak;
        if (m_stopCount == 1) {
            return before + after <= limit;
        }
        return (before + drive <= limit && after <= limit) || (before <= limit && after + drive <= limit);
    }

    bool limitDuty() {
        const auto maxDuty = static_cast<int>(m_model.bus(m_bus).maxDuty.count());
        const Node& first = stop(0);
        const Node& last = stop(m_stopCount - 1);
        const int ends = out() + setup(first) + length(last) + teardown(last) + home();
        if (m_stopCount == 1) {
            return ends <= maxDuty;
        }
        addGap(m_stops[static_cast<std::size_t>(m_stopCount - 1)], m_stops[0],
               ends - maxDuty - breakLength());
        return true;
    }

    const Model& m_model;
    int m_bus;
    int m_weekday;
    int m_breakAt;
    int m_nodeCount = 0;
    int m_gapCount = 0;
    int m_stopCount = 0;
    std::array<Node, maxSessionKinds * maxCycleWeeks> m_nodes;
    std::array<int, maxSessionKinds * maxCycleWeeks> m_starts{};
    std::array<Gap, (maxSessionKinds + 1) * maxCycleWeeks> m_gaps;
    std::array<int, maxSessionKinds> m_stops{};
};

double drivingOf(const Model& model, int bus, const DayGrid& grid, int week) {
    double driving = 0;
    int last = -1;
    for (int session = 0; session < model.sessionCount(); ++session) {
        const int site = grid.site[static_cast<std::size_t>(session)][static_cast<std::size_t>(week)];
        if (site >= 0) {
            driving += last < 0 ? model.fromDepot(bus, site) : model.between(last, site);
            last = site;
        }
    }
    return last < 0 ? 0 : driving + model.toDepot(bus, last);
}

/// The first week whose tour is the same as this one's.
int twinWeek(const DayGrid& grid, int week) {
    for (int other = 0; other < week; ++other) {
        const bool isSame = std::all_of(grid.site.begin(), grid.site.end(), [&](const auto& weeks) {
            return weeks[static_cast<std::size_t>(other)] == weeks[static_cast<std::size_t>(week)];
        });
        if (isSame) {
            return other;
        }
    }
    return week;
}

} // namespace

bool DayGrid::isFree(int session, WeekMask mask) const {
    for (int week = 0; week < maxCycleWeeks; ++week) {
        if ((mask >> week & 1)
            && site[static_cast<std::size_t>(session)][static_cast<std::size_t>(week)] >= 0) {
            return false;
        }
    }
    return true;
}

void DayGrid::fill(int session, WeekMask mask, int place) {
    for (int week = 0; week < maxCycleWeeks; ++week) {
        if (mask >> week & 1) {
            site[static_cast<std::size_t>(session)][static_cast<std::size_t>(week)] =
                static_cast<std::int16_t>(place);
        }
    }
}

DayRating rateDay(const Model& model, int bus, int weekday, const DayGrid& grid, int step,
                  DayStarts* starts) {
    DayRating rating;
    std::array<double, maxCycleWeeks> driving{};
    const auto maxDriving = static_cast<double>(model.bus(bus).maxDriving.count());
    for (int week = 0; week < model.weeks(); ++week) {
        const int twin = twinWeek(grid, week);
        auto& minutes = driving[static_cast<std::size_t>(week)];
        minutes = twin < week ? driving[static_cast<std::size_t>(twin)] : drivingOf(model, bus, grid, week);
        rating.drivingMinutes += minutes;
        rating.isLawful = rating.isLawful && minutes <= maxDriving;
    }
    if (!rating.isLawful) {
        return rating;
    }
    const int breakChoices = std::max(1, model.sessionCount() - 1);
    for (int breakAt = 0; breakAt < breakChoices; ++breakAt) {
        DaySolver solver(model, bus, weekday, breakAt);
        rating.isLawful = true;
        for (int week = 0; week < model.weeks() && rating.isLawful; ++week) {
            rating.isLawful = twinWeek(grid, week) < week || solver.addTour(grid, week);
        }
        rating.isLawful = rating.isLawful && solver.solve(step);
        if (!rating.isLawful) {
            continue;
        }
        for (int session = 0; starts && session < model.sessionCount(); ++session) {
            for (int week = 0; week < model.weeks(); ++week) {
                const int site = grid.site[static_cast<std::size_t>(session)][static_cast<std::size_t>(week)];
                (*starts)[static_cast<std::size_t>(session)][static_cast<std::size_t>(week)] =
                    site < 0 ? -1 : solver.startOf(session, site);
            }
        }
        break;
    }
    return rating;
}

} // namespace medicobus::planner
