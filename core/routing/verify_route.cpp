// SPDX-License-Identifier: EUPL-1.2
#include "routing/verify_route.h"

#include <algorithm>

namespace medicobus::routing {
namespace {

bool isOpen(const std::vector<Window>& windows, int day, Time start) {
    if (windows.empty()) {
        return true;
    }
    return std::any_of(windows.begin(), windows.end(), [&](const Window& window) {
        const bool isThatDay = (window.days & (DayMask{1} << static_cast<unsigned>(day))) != 0;
        return isThatDay && window.opens <= start && start <= window.closes;
    });
}

/// Judges one route whose vehicle and places are known.
class RouteVerifier {
public:
    RouteVerifier(const Problem& problem, const Route& route, std::vector<Violation>& violations)
        : m_problem(problem),
          m_route(route),
          m_vehicle(problem.vehicles[static_cast<std::size_t>(route.vehicle)]),
          m_matrix(problem.matrices[static_cast<std::size_t>(m_vehicle.matrix)]),
          m_violations(violations) {}

    void verify() {
        if (m_route.stops.empty()) {
            add(Rule::places, -1, 0, "> 0");
            return;
        }
        if (!verifyRange()) {
            return;
        }
        verifyStops();
        verifyEnds();
        verifyBreaks();
        verifyLimits();
        verifyLoads();
    }

    /// Costs of its drives and of its use.
    Cost cost() const {
        Cost sum = m_vehicle.fixedCost;
        for (std::size_t leg = 0; leg <= m_route.stops.size(); ++leg) {
            if (const auto drive = driveOf(leg)) {
                sum += m_matrix.cost(drive->first, drive->second);
            }
        }
        return sum;
    }

private:
    const Place& placeAt(std::size_t stop) const {
        return m_problem.places[static_cast<std::size_t>(m_route.stops[stop].place)];
    }
    void add(Rule rule, int place, std::int64_t found, std::string expected) {
        m_violations.push_back({rule, m_route.vehicle, place, std::to_string(found), std::move(expected)});
    }
    void expectAtLeast(Rule rule, int place, std::int64_t found, std::int64_t least) {
        if (found < least) {
            add(rule, place, found, ">= " + std::to_string(least));
        }
    }
    void expectAtMost(Rule rule, int place, std::int64_t found, std::int64_t most) {
        if (found > most) {
            add(rule, place, found, "<= " + std::to_string(most));
        }
    }

    /// From and to, when the leg is driven at all.
    std::optional<std::pair<int, int>> driveOf(std::size_t leg) const {
        const std::size_t stops = m_route.stops.size();
        const std::optional<int> from = leg == 0 ? m_vehicle.start : placeAt(leg - 1).node;
        const std::optional<int> to = leg == stops ? m_vehicle.end : placeAt(leg).node;
        return from && to ? std::optional(std::pair(*from, *to)) : std::nullopt;
    }
    Time driveTime(std::size_t leg) const {
        const auto drive = driveOf(leg);
        return drive ? m_matrix.time(drive->first, drive->second) : 0;
    }

    /// Times so far off that sums of them would overflow are refused first.
    bool verifyRange() {
        std::vector<Time> stated{m_route.departure, m_route.back};
        for (const Stop& stop : m_route.stops) {
            stated.insert(stated.end(), {stop.arrival, stop.start, stop.leave});
        }
        for (const BreakTaken& pause : m_route.breaks) {
            stated.insert(stated.end(), {pause.start, pause.end});
        }
        for (const Time time : stated) {
            if (time < -farFuture || time > farFuture) {
                add(Rule::time, -1, time, "<= " + std::to_string(farFuture));
                return false;
            }
        }
        return true;
    }

    /// Walks over the breaks of one side of a leg from `time`; the time at which the last of them ends.
    Time passBreaks(std::size_t leg, bool isBefore, Time time) {
        for (const BreakTaken& pause : m_route.breaks) {
            if (pause.leg == leg && pause.beforeDrive == isBefore) {
                expectAtLeast(Rule::time, -1, pause.start, time);
                time = pause.end;
            }
        }
        return time;
    }

    void verifyStops() {
        Time time = m_route.departure;
        for (std::size_t i = 0; i < m_route.stops.size(); ++i) {
            const Stop& stop = m_route.stops[i];
            const Place& place = placeAt(i);
            expectAtLeast(Rule::time, stop.place, stop.arrival, passBreaks(i, true, time) + driveTime(i));
            const bool staysThere = i > 0 && placeAt(i - 1).node == place.node;
            const Time ready = passBreaks(i, false, stop.arrival) + (staysThere ? 0 : place.setup);
            expectAtLeast(Rule::time, stop.place, stop.start, ready);
            if (stop.leave != stop.start + place.service) {
                add(Rule::time, stop.place, stop.leave, std::to_string(stop.start + place.service));
            }
            if (!isOpen(place.windows, m_vehicle.day, stop.start)) {
                add(Rule::window, stop.place, stop.start, "open");
            }
            if ((place.skills | m_vehicle.skills) != m_vehicle.skills) {
                add(Rule::skills, stop.place, static_cast<std::int64_t>(m_vehicle.skills),
                    std::to_string(place.skills));
            }
            time = stop.leave;
        }
        const std::size_t last = m_route.stops.size();
        const Time home = passBreaks(last, true, time) + driveTime(last);
        expectAtLeast(Rule::time, -1, m_route.back, passBreaks(last, false, home));
    }

    void verifyEnds() {
        expectAtLeast(Rule::shift, -1, m_route.departure, m_vehicle.earliest);
        expectAtMost(Rule::shift, -1, m_route.back, m_vehicle.latest);
    }

    void verifyBreaks() {
        if (m_route.breaks.size() != m_vehicle.breaks.size()) {
            add(Rule::breaks, -1, static_cast<std::int64_t>(m_route.breaks.size()),
                std::to_string(m_vehicle.breaks.size()));
            return;
        }
        std::pair<std::size_t, int> before{0, 0};
        for (std::size_t i = 0; i < m_route.breaks.size(); ++i) {
            const BreakTaken& taken = m_route.breaks[i];
            const Break& pause = m_vehicle.breaks[i];
            const std::pair<std::size_t, int> place{taken.leg, taken.beforeDrive ? 0 : 1};
            if (taken.leg > m_route.stops.size() || place < before) {
                add(Rule::breaks, -1, static_cast<std::int64_t>(taken.leg), "in order");
            }
            if (taken.end - taken.start != pause.length) {
                add(Rule::breaks, -1, taken.end - taken.start, std::to_string(pause.length));
            }
            if (!isOpen(pause.windows, m_vehicle.day, taken.start)) {
                add(Rule::breaks, -1, taken.start, "open");
            }
            before = place;
        }
    }

    void verifyLimits() {
        Time driving = 0;
        for (std::size_t leg = 0; leg <= m_route.stops.size(); ++leg) {
            driving += driveTime(leg);
        }
        Time duty = m_route.back - m_route.departure;
        for (const BreakTaken& pause : m_route.breaks) {
            duty -= pause.end - pause.start;
        }
        if (m_vehicle.maxDriving) {
            expectAtMost(Rule::driving, -1, driving, *m_vehicle.maxDriving);
        }
        if (m_vehicle.maxDuty) {
            expectAtMost(Rule::duty, -1, duty, *m_vehicle.maxDuty);
        }
        if (m_vehicle.maxCost) {
            expectAtMost(Rule::routeCost, -1, cost() - m_vehicle.fixedCost, *m_vehicle.maxCost);
        }
        if (m_vehicle.maxPlaces) {
            expectAtMost(Rule::places, -1, static_cast<std::int64_t>(m_route.stops.size()),
                         *m_vehicle.maxPlaces);
        }
    }

    void verifyLoads() {
        for (std::size_t dimension = 0; dimension < m_vehicle.capacity.size(); ++dimension) {
            std::int64_t most = 0;
            for (std::size_t i = 0; i < m_route.stops.size(); ++i) {
                most += amountAt(placeAt(i).delivery, dimension);
            }
            std::int64_t load = most;
            for (std::size_t i = 0; i < m_route.stops.size(); ++i) {
                load -= amountAt(placeAt(i).delivery, dimension);
                load += amountAt(placeAt(i).pickup, dimension);
                most = std::max(most, load);
            }
            expectAtMost(Rule::capacity, -1, most, m_vehicle.capacity[dimension]);
        }
    }

    const Problem& m_problem;
    const Route& m_route;
    const Vehicle& m_vehicle;
    const Matrix& m_matrix;
    std::vector<Violation>& m_violations;
};

} // namespace

Cost verifyRoute(const Problem& problem, const Route& route, std::vector<Violation>& violations) {
    RouteVerifier verifier(problem, route, violations);
    verifier.verify();
    return verifier.cost();
}

std::int64_t amountAt(const std::vector<std::int64_t>& amounts, std::size_t index) {
    return index < amounts.size() ? amounts[index] : 0;
}

} // namespace medicobus::routing
