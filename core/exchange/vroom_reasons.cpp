// SPDX-License-Identifier: EUPL-1.2
#include "exchange/vroom.h"
#include "routing/schedule.h"

#include <algorithm>

namespace medicobus::exchange {
namespace {

using routing::Place;
using routing::Vehicle;

bool hasSkills(const Vehicle& vehicle, const Place& place) {
    return (place.skills & ~vehicle.skills) == 0;
}

bool meetsShift(const Vehicle& vehicle, const Place& place) {
    return place.windows.empty()
           || std::any_of(place.windows.begin(), place.windows.end(), [&](const routing::Window& window) {
                  return window.closes >= vehicle.earliest && window.opens <= vehicle.latest;
              });
}

bool carries(const Vehicle& vehicle, const Place& place) {
    const auto fits = [&](const std::vector<std::int64_t>& amounts) {
        return std::equal(amounts.begin(), amounts.end(), vehicle.capacity.begin(),
                          std::next(vehicle.capacity.begin(), static_cast<std::ptrdiff_t>(std::min(
                                                                  amounts.size(), vehicle.capacity.size()))),
                          std::less_equal<>());
    };
    return vehicle.capacity.empty() || (fits(place.delivery) && fits(place.pickup));
}

} // namespace

UnassignedReason reasonFor(const VroomProblem& problem, int job) {
    const Place& place = problem.problem.places[static_cast<std::size_t>(job)];
    UnassignedReason reason = UnassignedReason::skills;
    const auto reach = [&](UnassignedReason further) { reason = std::max(reason, further); };
    for (std::size_t i = 0; i < problem.problem.vehicles.size(); ++i) {
        const Vehicle& vehicle = problem.problem.vehicles[i];
        if (!hasSkills(vehicle, place)) {
            continue;
        }
        reach(UnassignedReason::windows);
        if (!meetsShift(vehicle, place)) {
            continue;
        }
        reach(UnassignedReason::capacity);
        if (!carries(vehicle, place)) {
            continue;
        }
        reach(UnassignedReason::tooFar);
        if (routing::schedule(problem.problem, {static_cast<int>(i), {job}})) {
            return UnassignedReason::noRoom;
        }
    }
    return reason;
}

std::string_view codeOf(UnassignedReason reason) {
    switch (reason) {
    case UnassignedReason::skills:
        return "skills";
    case UnassignedReason::windows:
        return "windows";
    case UnassignedReason::capacity:
        return "capacity";
    case UnassignedReason::tooFar:
        return "too_far";
    case UnassignedReason::noRoom:
        break;
    }
    return "no_room";
}

} // namespace medicobus::exchange
