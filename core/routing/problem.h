// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace medicobus::routing {

/// Whole numbers in the caller's unit of time (seconds, minutes, tenths of a benchmark's unit).
using Time = std::int64_t;
/// Whole numbers in the caller's unit of cost.
using Cost = std::int64_t;
/// Bit d for day d of the period, 0 to 31.
using DayMask = std::uint32_t;

inline constexpr DayMask everyDay = std::numeric_limits<DayMask>::max();
inline constexpr Time farFuture = std::numeric_limits<Time>::max() / 4;

/// When a service or a break may start: both ends belong to it.
struct Window {
    Time opens = 0;
    Time closes = farFuture;
    DayMask days = everyDay; ///< The days of the period on which it holds.

    friend bool operator==(const Window&, const Window&) = default;
};

/// Driving times and costs between nodes, row by row, `size` x `size`; they need be neither symmetric nor
/// triangular.
struct Matrix {
    int size = 0;
    std::vector<Time> times;
    std::vector<Cost> costs;

    Time time(int from, int to) const { return times[at(from, to)]; }
    Cost cost(int from, int to) const { return costs[at(from, to)]; }

private:
    std::size_t at(int from, int to) const {
        return static_cast<std::size_t>(from) * static_cast<std::size_t>(size) + static_cast<std::size_t>(to);
    }
};

/// Somewhere to be visited: once, or on every day of one of its patterns.
struct Place {
    std::string name; ///< Told in errors only.
    int node = 0;     ///< Its row in the matrices.
    Time setup = 0;   ///< Before the service, unless the stop before is at the same node; a start is no stop.
    Time service = 0;
    /// When the service (after setup) may start; empty: at any time.
    std::vector<Window> windows;
    /// What is lost when it is not visited; none: a duty.
    std::optional<Cost> prize;
    /// Loaded at the vehicle's start and left here, by dimension of `Vehicle::capacity`; missing ones are 0.
    std::vector<std::int64_t> delivery;
    /// Taken here and carried to the vehicle's end.
    std::vector<std::int64_t> pickup;
    /// Taken by each visit from the shared `Problem::pools`; missing ones are 0.
    std::vector<std::int64_t> draws;
    /// Allowed sets of visiting days, of which one is chosen. Empty: one visit on any day.
    std::vector<DayMask> patterns;
    std::uint64_t skills = 0; ///< Bits that the vehicle must all have.
};

/// A pause of the crew, taken between services: before a drive or after it (and then before the setup), never
/// within it. It may also be taken between the departure and the first drive, and after the last.
struct Break {
    Time length = 0;
    std::vector<Window> windows; ///< When it may start; empty: at any time of the shift.
};

/// One vehicle on one day of the period: a fleet of m on t days is m x t of these.
struct Vehicle {
    std::string name;
    int day = 0;
    int matrix = 0;                 ///< Which of `Problem::matrices` it drives by.
    std::optional<int> start;       ///< Node; none: its first place.
    std::optional<int> end;         ///< Node; none: its last place.
    Time earliest = 0;              ///< Leaves its start at this time at the soonest.
    Time latest = farFuture;        ///< Is back at its end by this time.
    std::vector<Break> breaks;      ///< Taken in this order, all of them, by every vehicle that is used.
    std::optional<Time> maxDriving; ///< Sum of driving times.
    std::optional<Time> maxDuty;    ///< Return less departure less breaks; departure is as late as may be.
    std::optional<Cost> maxCost;    ///< Sum of the matrix costs of its drives.
    std::optional<int> maxPlaces;
    std::vector<std::int64_t> capacity; ///< Empty: without limit.
    std::uint64_t skills = 0;
    Cost fixedCost = 0; ///< Paid once it visits any place.
};

/// What the ordering engine solves: routes of least cost plus prizes lost, in which every duty is served.
/// A caller for whom prizes come before driving scales them above any sum of costs.
struct Problem {
    std::vector<Matrix> matrices;
    std::vector<Place> places;
    std::vector<Vehicle> vehicles;
    std::vector<std::int64_t> pools; ///< Limits on the sums of `Place::draws` over all visits.
};

} // namespace medicobus::routing
