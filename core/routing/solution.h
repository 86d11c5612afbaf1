// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/problem.h"

namespace medicobus::routing {

struct Stop {
    int place = 0;
    Time arrival = 0; ///< End of the drive, before breaks and setup; without a drive, where the shift begins.
    Time start = 0;   ///< Of the service, after setup and waiting.
    Time leave = 0;   ///< End of the service.
};

struct BreakTaken {
    std::size_t leg = 0; ///< Before stop `leg`; the number of stops for the drive to the vehicle's end.
    bool beforeDrive = false;
    Time start = 0;
    Time end = 0;
};

/// What one vehicle does, in order. A vehicle without a stop has no route.
struct Route {
    int vehicle = 0;
    Time departure = 0;
    Time back = 0;
    std::vector<Stop> stops;
    std::vector<BreakTaken> breaks; ///< As many, and in the order, of the vehicle's.
};

struct Solution {
    std::vector<Route> routes;
    Cost cost = 0; ///< Drives and fixed costs.
    Cost lost = 0; ///< Prizes of places not visited.
    bool isOptimal = false;
    std::optional<Cost> bound; ///< No solution has a lower `value`, where that is known.
    std::uint64_t iterations = 0;

    Cost value() const { return cost + lost; }
};

/// Which places a vehicle visits, in order: what solvers search over; times follow from `schedule`.
struct Sequence {
    int vehicle = 0;
    std::vector<int> places;

    friend bool operator==(const Sequence&, const Sequence&) = default;
};
using Sequences = std::vector<Sequence>;

} // namespace medicobus::routing
