// SPDX-License-Identifier: EUPL-1.2
#include "planner/round/round.h"

#include <cmath>

namespace medicobus::planner {
namespace {

using std::chrono::seconds;

/// Nodes of the matrix: where the round starts and ends, then the addresses.
constexpr int startNode = 0;
constexpr int endNode = 1;
constexpr int firstVisit = 2;

routing::Time secondsOf(std::chrono::minutes time) {
    return std::chrono::duration_cast<seconds>(time).count();
}

/// Rounded up, but for the noise of the last digits that differs between machines.
routing::Time wholeSeconds(travel::Seconds time) {
    return static_cast<routing::Time>(std::ceil(time.count() - 1e-6));
}

routing::Matrix matrixOf(const travel::TravelModel& travel, const RoundRequest& request) {
    std::vector<GeoPoint> points{request.start, request.end};
    for (const HomeVisit& visit : request.visits) {
        points.push_back(visit.point);
    }
    routing::Matrix matrix;
    matrix.size = static_cast<int>(points.size());
    for (const GeoPoint& from : points) {
        for (const GeoPoint& to : points) {
            matrix.times.push_back(&from == &to ? 0 : wholeSeconds(travel.time(from, to)));
        }
    }
    matrix.costs = matrix.times;
    return matrix;
}

routing::Problem problemOf(const travel::TravelModel& travel, const RoundRequest& request) {
    routing::Problem problem;
    problem.matrices = {matrixOf(travel, request)};
    for (std::size_t i = 0; i < request.visits.size(); ++i) {
        const HomeVisit& visit = request.visits[i];
        routing::Place place;
        place.name = visit.id;
        place.node = firstVisit + static_cast<int>(i);
        place.service = secondsOf(visit.length);
        for (const VisitHours& hours : visit.hours) {
            place.windows.push_back({secondsOf(hours.from), secondsOf(hours.to)});
        }
        problem.places.push_back(std::move(place));
    }
    routing::Vehicle vehicle;
    vehicle.start = startNode;
    vehicle.end = endNode;
    vehicle.earliest = secondsOf(request.opens);
    vehicle.latest = secondsOf(request.closes);
    problem.vehicles = {std::move(vehicle)};
    return problem;
}

} // namespace

Result<Round> planRound(const travel::TravelModel& travel, const RoundRequest& request,
                        const routing::Options& options) {
    Round round;
    if (request.visits.empty()) {
        round.depart = round.back = request.opens;
        round.isOptimal = true;
        return round;
    }
    const auto solved = routing::solve(problemOf(travel, request), options);
    if (!solved) {
        return Fault(solved.error());
    }
    const routing::Route& route = solved->routes.front();
    round.depart = seconds(route.departure);
    round.back = seconds(route.back);
    round.driving = seconds(solved->cost);
    round.isOptimal = solved->isOptimal;
    for (const routing::Stop& stop : route.stops) {
        round.stops.push_back({static_cast<std::size_t>(stop.place), seconds(stop.arrival),
                               seconds(stop.start), seconds(stop.leave)});
    }
    return round;
}

} // namespace medicobus::planner
