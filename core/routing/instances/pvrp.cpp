// SPDX-License-Identifier: EUPL-1.2
#include "routing/instances/readers.h"

#include <algorithm>

namespace medicobus::routing::instances {
namespace {

constexpr int mostDays = 16;
constexpr double mostLoad = 1e9;

struct Head {
    int vehicles = 0; ///< A day.
    int customers = 0;
    int days = 0;
};

Head readHead(InstanceText& text) {
    const auto& line = text.line(0);
    text.expect(line, 0, 1);
    return {.vehicles = text.whole(line, 1, 1, mostNodes),
            .customers = text.whole(line, 2, 1, mostNodes),
            .days = text.whole(line, 3, 1, mostDays)};
}

/// A code is read as a binary number whose highest bit is the first day; in our masks that is the lowest.
DayMask patternOf(int code, int days) {
    DayMask mask = 0;
    for (int day = 0; day < days; ++day) {
        if ((code >> (days - 1 - day)) & 1) {
            mask |= DayMask{1} << day;
        }
    }
    return mask;
}

Place readCustomer(InstanceText& text, const InstanceText::Line& line, int node, int days) {
    Place place;
    place.name = std::to_string(node);
    place.node = node;
    place.service = std::llround(text.number(line, 3, 0, latestTime) * realUnit);
    place.delivery = {std::llround(text.number(line, 4, 0, mostLoad))};
    const int codes = text.whole(line, 6, 1, mostNodes);
    for (int at = 0; at < codes && text.ok(); ++at) {
        const auto word = static_cast<std::size_t>(7 + at);
        place.patterns.push_back(patternOf(text.whole(line, word, 1, (1 << days) - 1), days));
    }
    return place;
}

/// The vehicles of one day; a longest route or a capacity of 0 is none.
void addDay(InstanceText& text, const Head& head, int day, Problem& problem) {
    const auto& line = text.line(static_cast<std::size_t>(day) + 1);
    const double longest = text.number(line, 0, 0, latestTime);
    const double capacity = text.number(line, 1, 0, mostLoad);
    for (int at = 0; at < head.vehicles; ++at) {
        Vehicle vehicle;
        vehicle.name = std::to_string(day + 1) + "." + std::to_string(at + 1);
        vehicle.day = day;
        vehicle.start = vehicle.end = 0;
        if (longest > 0) {
            vehicle.maxDuty = std::llround(longest * realUnit);
        }
        if (capacity > 0) {
            vehicle.capacity = {std::llround(capacity)};
        }
        problem.vehicles.push_back(std::move(vehicle));
    }
}

} // namespace

Instance readPeriodic(InstanceText& text) {
    Instance instance{.set = Set::pvrp};
    instance.costUnit = realUnit;
    const Head head = readHead(text);
    for (int day = 0; day < head.days && text.ok(); ++day) {
        addDay(text, head, day, instance.problem);
    }
    std::vector<Point> points;
    for (int node = 0; node <= head.customers && text.ok(); ++node) {
        const auto& line = text.line(static_cast<std::size_t>(head.days + 1 + node));
        text.expect(line, 0, node);
        points.push_back(readPoint(text, line, 1));
        if (node > 0) {
            instance.problem.places.push_back(readCustomer(text, line, node, head.days));
            instance.numbers.push_back(node);
        }
    }
    instance.problem.matrices.push_back(realDistances(points));
    return instance;
}

} // namespace medicobus::routing::instances
