// SPDX-License-Identifier: EUPL-1.2
#include "exchange/vroom.h"

#include <algorithm>
#include <cmath>

namespace medicobus::exchange {
namespace {

using routing::Cost;
using routing::Route;
using routing::Time;

constexpr double perCost = 18'000;

/// What VROOM sums over a route and over all of them.
struct Totals {
    std::int64_t cost = 0;
    Time setup = 0;
    Time service = 0; ///< Breaks too, as VROOM has it.
    Time duration = 0;
    Time waiting = 0;
    std::int64_t priority = 0;
    std::int64_t distance = 0;
    std::vector<std::int64_t> delivery;
    std::vector<std::int64_t> pickup;

    void add(const Totals& other) {
        cost += other.cost;
        setup += other.setup;
        service += other.service;
        duration += other.duration;
        waiting += other.waiting;
        priority += other.priority;
        distance += other.distance;
        for (std::size_t i = 0; i < delivery.size(); ++i) {
            delivery[i] += other.delivery[i];
            pickup[i] += other.pickup[i];
        }
    }
};

std::int64_t amountAt(const std::vector<std::int64_t>& amounts, std::size_t index) {
    return index < amounts.size() ? amounts[index] : 0;
}

void tell(OrderedJson& json, const VroomPoint& point) {
    if (point.location) {
        json["location"] = {point.location->lon, point.location->lat};
    }
    if (point.index) {
        json["location_index"] = *point.index;
    }
}

/// Writes one route step by step, keeping count as it drives.
class RouteWriter {
public:
    RouteWriter(const VroomRequest& request, const VroomProblem& problem, const Route& route)
        : m_request(request),
          m_problem(problem),
          m_route(route),
          m_from(request.vehicles[static_cast<std::size_t>(route.vehicle)]),
          m_vehicle(problem.problem.vehicles[static_cast<std::size_t>(route.vehicle)]),
          m_matrix(problem.problem.matrices[static_cast<std::size_t>(m_vehicle.matrix)]),
          m_distances(problem.distances[static_cast<std::size_t>(m_vehicle.matrix)]) {
        const std::size_t dimensions = m_vehicle.capacity.size();
        m_totals.delivery.assign(dimensions, 0);
        m_totals.pickup.assign(dimensions, 0);
        m_load.assign(dimensions, 0);
        m_cost = m_vehicle.fixedCost;
    }

    OrderedJson write() {
        for (const routing::Stop& stop : m_route.stops) {
            for (std::size_t i = 0; i < m_load.size(); ++i) {
                m_load[i] += amountAt(job(stop).delivery, i);
            }
        }
        if (m_from.start) {
            OrderedJson step = begin("start", m_route.departure);
            tell(step, *m_from.start);
            end(std::move(step));
        }
        std::optional<int> node = m_vehicle.start;
        Time time = m_route.departure;
        for (std::size_t i = 0; i < m_route.stops.size(); ++i) {
            time = goTo(i, node, nodeOf(m_route.stops[i]), time, m_route.stops[i].arrival);
            writeJob(m_route.stops[i], i, time);
            time = m_route.stops[i].leave;
            node = nodeOf(m_route.stops[i]);
        }
        time = goTo(m_route.stops.size(), node, m_vehicle.end, time, std::nullopt);
        if (m_from.end) {
            OrderedJson step = begin("end", time);
            tell(step, *m_from.end);
            end(std::move(step));
        }
        m_totals.cost =
            std::llround(static_cast<double>(m_cost) * static_cast<double>(m_problem.unit) / perCost);
        return routeJson();
    }

    const Totals& totals() const { return m_totals; }

private:
    const VroomJob& job(const routing::Stop& stop) const {
        return m_request.jobs[static_cast<std::size_t>(stop.place)];
    }
    int nodeOf(const routing::Stop& stop) const {
        return m_problem.problem.places[static_cast<std::size_t>(stop.place)].node;
    }

    OrderedJson begin(std::string_view type, Time arrival) const {
        OrderedJson step;
        step["type"] = type;
        step["arrival"] = arrival;
        step["duration"] = m_totals.duration;
        if (!m_distances.empty()) {
            step["distance"] = m_totals.distance;
        }
        return step;
    }
    void end(OrderedJson step) {
        step["load"] = m_load;
        step["violations"] = OrderedJson::array();
        m_steps.push_back(std::move(step));
    }

    /// Takes the breaks and the drive of one leg; the time at which it is done.
    Time goTo(std::size_t leg, std::optional<int> from, std::optional<int> to, Time time,
              std::optional<Time> arrival) {
        time = takeBreaks(leg, true, time);
        if (from && to) {
            m_totals.duration += m_matrix.time(*from, *to);
            m_cost += m_matrix.cost(*from, *to);
            m_totals.distance +=
                m_distances.empty() ? 0 : m_distances[static_cast<std::size_t>(*from * m_matrix.size + *to)];
            time += m_matrix.time(*from, *to);
        }
        return takeBreaks(leg, false, arrival.value_or(time));
    }
    Time takeBreaks(std::size_t leg, bool isBefore, Time time) {
        for (std::size_t i = 0; i < m_route.breaks.size(); ++i) {
            const routing::BreakTaken& taken = m_route.breaks[i];
            if (taken.leg != leg || taken.beforeDrive != isBefore) {
                continue;
            }
            const VroomBreak& pause = m_from.breaks[i];
            OrderedJson step = begin("break", time);
            step["id"] = pause.id;
            describe(step, pause.description);
            work(step, 0, pause.service, taken.start - time);
            end(std::move(step));
            time = taken.end;
        }
        return time;
    }

    static void describe(OrderedJson& step, const std::string& description) {
        if (!description.empty()) {
            step["description"] = description;
        }
    }
    void work(OrderedJson& step, Time setup, Time service, Time waiting) {
        step["setup"] = setup;
        step["service"] = service;
        step["waiting_time"] = waiting;
        m_totals.setup += setup;
        m_totals.service += service;
        m_totals.waiting += waiting;
    }

    void writeJob(const routing::Stop& stop, std::size_t index, Time time) {
        const VroomJob& at = job(stop);
        const bool staysThere = index > 0 && nodeOf(m_route.stops[index - 1]) == nodeOf(stop);
        const Time setup = staysThere ? 0 : at.setup;
        OrderedJson step = begin("job", time);
        step["id"] = at.id;
        describe(step, at.description);
        tell(step, at.point);
        work(step, setup, at.service, stop.start - setup - time);
        for (std::size_t i = 0; i < m_load.size(); ++i) {
            m_load[i] += amountAt(at.pickup, i) - amountAt(at.delivery, i);
            m_totals.delivery[i] += amountAt(at.delivery, i);
            m_totals.pickup[i] += amountAt(at.pickup, i);
        }
        m_totals.priority += at.priority;
        end(std::move(step));
    }

    OrderedJson routeJson();

    const VroomRequest& m_request;
    const VroomProblem& m_problem;
    const Route& m_route;
    const VroomVehicle& m_from;
    const routing::Vehicle& m_vehicle;
    const routing::Matrix& m_matrix;
    const std::vector<std::int64_t>& m_distances;
    Totals m_totals;
    Cost m_cost = 0;
    std::vector<std::int64_t> m_load;
    OrderedJson m_steps = OrderedJson::array();
};

void tell(OrderedJson& json, const Totals& totals, bool hasDistance) {
    json["setup"] = totals.setup;
    json["service"] = totals.service;
    json["duration"] = totals.duration;
    json["waiting_time"] = totals.waiting;
    json["priority"] = totals.priority;
    if (hasDistance) {
        json["distance"] = totals.distance;
    }
    json["delivery"] = totals.delivery;
    json["pickup"] = totals.pickup;
    json["violations"] = OrderedJson::array();
}

OrderedJson RouteWriter::routeJson() {
    OrderedJson route;
    route["vehicle"] = m_from.id;
    describe(route, m_from.description);
    route["cost"] = m_totals.cost;
    tell(route, m_totals, !m_distances.empty());
    route["steps"] = std::move(m_steps);
    return route;
}

OrderedJson unassignedJson(const VroomRequest& request, const VroomProblem& problem,
                           const routing::Solution& solution) {
    std::vector<bool> isServed(request.jobs.size());
    for (const Route& route : solution.routes) {
        for (const routing::Stop& stop : route.stops) {
            isServed[static_cast<std::size_t>(stop.place)] = true;
        }
    }
    OrderedJson unassigned = OrderedJson::array();
    for (std::size_t i = 0; i < isServed.size(); ++i) {
        if (!isServed[i]) {
            OrderedJson json;
            json["id"] = request.jobs[i].id;
            json["type"] = "job";
            if (!request.jobs[i].description.empty()) {
                json["description"] = request.jobs[i].description;
            }
            tell(json, request.jobs[i].point);
            json["reason"] = codeOf(reasonFor(problem, static_cast<int>(i)));
            unassigned.push_back(std::move(json));
        }
    }
    return unassigned;
}

OrderedJson ownJson(const VroomRequest& request, const routing::Solution& solution,
                    const routing::Options& options) {
    OrderedJson own;
    own["optimal"] = solution.isOptimal;
    own["seed"] = options.seed;
    own["iterations"] = solution.iterations;
    own["travel"] = request.isEstimated()
                        ? OrderedJson{{"kind", "estimate"}, {"detour", vroomDetour}, {"kmh", vroomKmh}}
                        : OrderedJson{{"kind", "matrix"}};
    return own;
}

} // namespace

OrderedJson vroomJson(const VroomRequest& request, const VroomProblem& problem,
                      const routing::Solution& solution, const routing::Options& options) {
    Totals totals;
    const std::size_t dimensions = request.vehicles.empty() ? 0 : request.vehicles.front().capacity.size();
    totals.delivery.assign(dimensions, 0);
    totals.pickup.assign(dimensions, 0);
    const bool hasDistance = std::none_of(problem.distances.begin(), problem.distances.end(),
                                          [](const auto& distances) { return distances.empty(); });
    OrderedJson routes = OrderedJson::array();
    for (const Route& route : solution.routes) {
        RouteWriter writer(request, problem, route);
        routes.push_back(writer.write());
        totals.add(writer.totals());
    }
    const OrderedJson unassigned = unassignedJson(request, problem, solution);
    OrderedJson summary;
    summary["cost"] = totals.cost;
    summary["routes"] = routes.size();
    summary["unassigned"] = unassigned.size();
    tell(summary, totals, hasDistance);
    OrderedJson json;
    json["code"] = 0;
    json["summary"] = std::move(summary);
    json["unassigned"] = unassigned;
    json["routes"] = std::move(routes);
    json["medicobus"] = ownJson(request, solution, options);
    return json;
}

} // namespace medicobus::exchange
