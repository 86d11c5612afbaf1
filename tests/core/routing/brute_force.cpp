// SPDX-License-Identifier: EUPL-1.2
#include "random_problem.h"
#include "routing/verify.h"

#include <algorithm>
#include <functional>

namespace medicobus::testing {
namespace {

using namespace medicobus::routing;

/// Tries each place of the breaks for one departure.
class Clock {
public:
    Clock(const Problem& problem, const Sequence& sequence)
        : m_problem(problem),
          m_sequence(sequence),
          m_vehicle(problem.vehicles[static_cast<std::size_t>(sequence.vehicle)]) {}

    std::optional<Time> back(Time departure) {
        m_best.reset();
        beforeDrive(0, 0, departure);
        return m_best;
    }

private:
    std::optional<Time> open(const std::vector<Window>& windows, Time from) const {
        for (Time time = from; time <= m_vehicle.latest; ++time) {
            const bool isOpen =
                windows.empty() || std::any_of(windows.begin(), windows.end(), [&](const Window& w) {
                    return (w.days >> m_vehicle.day & 1U) != 0 && w.opens <= time && time <= w.closes;
                });
            if (isOpen) {
                return time;
            }
        }
        return std::nullopt;
    }

    const Place& placeOf(std::size_t leg) const {
        return m_problem.places[static_cast<std::size_t>(m_sequence.places[leg])];
    }

    Time drive(std::size_t leg) const {
        const std::optional<int> from = leg == 0 ? m_vehicle.start : placeOf(leg - 1).node;
        const std::optional<int> to = leg == m_sequence.places.size() ? m_vehicle.end : placeOf(leg).node;
        const Matrix& matrix = m_problem.matrices[static_cast<std::size_t>(m_vehicle.matrix)];
        return from && to ? matrix.time(*from, *to) : 0;
    }

    void beforeDrive(std::size_t leg, std::size_t breaks, Time time) {
        afterDrive(leg, breaks, time + drive(leg));
        if (breaks < m_vehicle.breaks.size()) {
            if (const auto start = open(m_vehicle.breaks[breaks].windows, time)) {
                beforeDrive(leg, breaks + 1, *start + m_vehicle.breaks[breaks].length);
            }
        }
    }

    void afterDrive(std::size_t leg, std::size_t breaks, Time time) {
        if (breaks < m_vehicle.breaks.size()) {
            if (const auto start = open(m_vehicle.breaks[breaks].windows, time)) {
                afterDrive(leg, breaks + 1, *start + m_vehicle.breaks[breaks].length);
            }
        }
        if (leg == m_sequence.places.size()) {
            if (breaks == m_vehicle.breaks.size() && time <= m_vehicle.latest
                && (!m_best || time < *m_best)) {
                m_best = time;
            }
            return;
        }
        const bool isSame = leg > 0 && placeOf(leg - 1).node == placeOf(leg).node;
        if (const auto start = open(placeOf(leg).windows, time + (isSame ? 0 : placeOf(leg).setup))) {
            beforeDrive(leg + 1, breaks, *start + placeOf(leg).service);
        }
    }

    const Problem& m_problem;
    const Sequence& m_sequence;
    const Vehicle& m_vehicle;
    std::optional<Time> m_best;
};

bool keepsLimits(const Problem& problem, const Sequence& sequence) {
    // Told by the verifier on a route without clock: only the rules that no time decides count.
    Route route;
    route.vehicle = sequence.vehicle;
    for (const int place : sequence.places) {
        route.stops.push_back({place, 0, 0, 0});
    }
    Solution solution;
    solution.routes.push_back(route);
    const auto violations = verify(problem, solution);
    return std::none_of(violations.begin(), violations.end(), [](const Violation& violation) {
        return violation.rule == Rule::driving || violation.rule == Rule::routeCost
               || violation.rule == Rule::places || violation.rule == Rule::capacity
               || violation.rule == Rule::skills;
    });
}

Cost routeCost(const Problem& problem, const Sequence& sequence) {
    const Vehicle& vehicle = problem.vehicles[static_cast<std::size_t>(sequence.vehicle)];
    std::vector<int> nodes;
    if (vehicle.start) {
        nodes.push_back(*vehicle.start);
    }
    for (const int place : sequence.places) {
        nodes.push_back(problem.places[static_cast<std::size_t>(place)].node);
    }
    if (vehicle.end) {
        nodes.push_back(*vehicle.end);
    }
    Cost cost = vehicle.fixedCost;
    for (std::size_t i = 1; i < nodes.size(); ++i) {
        cost += problem.matrices[static_cast<std::size_t>(vehicle.matrix)].cost(nodes[i - 1], nodes[i]);
    }
    return cost;
}

/// The cheapest lawful route of each vehicle over each set of places.
class Sets {
public:
    explicit Sets(const Problem& problem) : m_problem(problem) {
        const std::size_t count = std::size_t{1} << problem.places.size();
        m_cost.assign(problem.vehicles.size(), std::vector<std::optional<Cost>>(count));
        for (std::size_t vehicle = 0; vehicle < problem.vehicles.size(); ++vehicle) {
            m_cost[vehicle][0] = 0;
            for (std::size_t set = 1; set < count; ++set) {
                m_cost[vehicle][set] = cheapest(static_cast<int>(vehicle), set);
            }
        }
    }

    std::optional<Cost> best() {
        m_masks.assign(m_problem.places.size(), 0);
        m_visits.assign(m_problem.places.size(), 0);
        choose(0, 0);
        return m_best;
    }

private:
    std::optional<Cost> cheapest(int vehicle, std::size_t set) const {
        std::vector<int> order;
        for (std::size_t place = 0; place < m_problem.places.size(); ++place) {
            if ((set >> place & 1U) != 0) {
                order.push_back(static_cast<int>(place));
            }
        }
        std::optional<Cost> best;
        do {
            const Sequence sequence{vehicle, order};
            const Cost cost = routeCost(m_problem, sequence);
            if ((!best || cost < *best) && keepsLimits(m_problem, sequence)
                && bruteShift(m_problem, sequence)) {
                best = cost;
            }
        } while (std::next_permutation(order.begin(), order.end()));
        return best;
    }

    void choose(std::size_t vehicle, Cost cost) {
        if (vehicle == m_problem.vehicles.size()) {
            judge(cost);
            return;
        }
        const int day = m_problem.vehicles[vehicle].day;
        for (std::size_t set = 0; set < m_cost[vehicle].size(); ++set) {
            if (!m_cost[vehicle][set]) {
                continue;
            }
            const auto visitsBefore = m_visits;
            const auto masksBefore = m_masks;
            bool isOnce = true;
            for (std::size_t place = 0; place < m_visits.size(); ++place) {
                if ((set >> place & 1U) != 0) {
                    isOnce = isOnce && (m_masks[place] >> day & 1U) == 0
                             && (!m_problem.places[place].patterns.empty() || m_visits[place] == 0);
                    ++m_visits[place];
                    m_masks[place] |= DayMask{1} << day;
                }
            }
            if (isOnce) {
                choose(vehicle + 1, cost + *m_cost[vehicle][set]);
            }
            m_visits = visitsBefore;
            m_masks = masksBefore;
        }
    }

    void judge(Cost cost) {
        std::vector<std::int64_t> drawn(m_problem.pools.size());
        for (std::size_t i = 0; i < m_visits.size(); ++i) {
            const Place& place = m_problem.places[i];
            if (m_visits[i] == 0) {
                if (!place.prize) {
                    return;
                }
                cost += *place.prize;
            } else if (!place.patterns.empty()
                       && std::count(place.patterns.begin(), place.patterns.end(), m_masks[i]) == 0) {
                return;
            }
            for (std::size_t pool = 0; pool < std::min(drawn.size(), place.draws.size()); ++pool) {
                drawn[pool] += place.draws[pool] * m_visits[i];
                if (drawn[pool] > m_problem.pools[pool]) {
                    return;
                }
            }
        }
        m_best = m_best ? std::min(*m_best, cost) : cost;
    }

    const Problem& m_problem;
    std::vector<std::vector<std::optional<Cost>>> m_cost;
    std::vector<DayMask> m_masks;
    std::vector<int> m_visits;
    std::optional<Cost> m_best;
};

} // namespace

std::optional<BruteShift> bruteShift(const routing::Problem& problem, const routing::Sequence& sequence) {
    const Vehicle& vehicle = problem.vehicles[static_cast<std::size_t>(sequence.vehicle)];
    Time breaks = 0;
    for (const Break& pause : vehicle.breaks) {
        breaks += pause.length;
    }
    std::optional<BruteShift> best;
    Clock clock(problem, sequence);
    for (Time departure = vehicle.earliest; departure <= vehicle.latest; ++departure) {
        const auto back = clock.back(departure);
        const bool isLawful = back && (!vehicle.maxDuty || *back - departure - breaks <= *vehicle.maxDuty);
        if (isLawful && (!best || *back <= best->back)) {
            best = BruteShift{*back, departure};
        }
    }
    return best;
}

std::optional<routing::Cost> bruteValue(const routing::Problem& problem) {
    return Sets(problem).best();
}

} // namespace medicobus::testing
