// SPDX-License-Identifier: EUPL-1.2
#include "routing/instances/orienteering.h"

#include <array>

namespace medicobus::routing::instances {
namespace {

constexpr std::size_t types = 10;
constexpr int mostTours = 32; // As many days as a mask has.

/// Tours are days from 0: the first and third windows hold on even ones when E is 1, on odd ones when it is
/// 0; the second and fourth on the others.
std::vector<Window> readWindows(InstanceText& text, const InstanceText::Line& line, double unit) {
    constexpr DayMask evenDays = 0x5555'5555;
    constexpr std::size_t opening = 5;
    constexpr std::size_t windows = 4;
    std::array<Time, windows + 1> edges{};
    for (std::size_t edge = 0; edge < edges.size(); ++edge) {
        edges[edge] = inUnits(text.number(line, opening + edge, 0, latestTime), unit);
    }
    const bool isNormal = text.whole(line, opening + windows + 1, 0, 1) == 1;
    std::vector<Window> list;
    for (std::size_t window = 0; window < windows; ++window) {
        const bool isOnEven = (window % 2 == 0) == isNormal;
        list.push_back(
            {.opens = edges[window], .closes = edges[window + 1], .days = isOnEven ? evenDays : ~evenDays});
    }
    return list;
}

/// The fee and then ten numbers for the types: the pools of the first line, the draws of a vertex.
std::vector<std::int64_t> readFigures(InstanceText& text, const InstanceText::Line& line, std::size_t from,
                                      int mostOfAType) {
    constexpr int mostFee = 1'000'000'000;
    std::vector<std::int64_t> figures{text.whole(line, from, 0, mostFee)};
    for (std::size_t type = 1; type <= types; ++type) {
        figures.push_back(text.whole(line, from + type, 0, mostOfAType));
    }
    return figures;
}

} // namespace

Instance readMctopmtw(InstanceText& text, std::string_view name) {
    constexpr std::size_t firstVertex = 2;
    Instance instance{.set = Set::mctopmtw};
    instance.costUnit = unitOfName(name);
    const double unit = instance.costUnit;
    const int tours = text.whole(text.line(0), 0, 1, mostTours);
    const int vertices = text.whole(text.line(0), 1, 1, mostNodes);
    instance.problem.pools = readFigures(text, text.line(0), 2, mostNodes);

    const auto& depot = text.line(1);
    std::vector<Point> points{readVertex(text, depot).point};
    for (int tour = 0; tour < tours; ++tour) {
        Vehicle vehicle;
        vehicle.name = std::to_string(tour + 1);
        vehicle.day = tour;
        vehicle.start = vehicle.end = 0;
        vehicle.earliest = inUnits(text.number(depot, 5, 0, latestTime), unit);
        vehicle.latest = inUnits(text.number(depot, 6, 0, latestTime), unit);
        instance.problem.vehicles.push_back(std::move(vehicle));
    }
    std::vector<double> profits;
    for (std::size_t at = firstVertex; at < text.lines().size() && text.ok(); ++at) {
        const auto& line = text.lines()[at];
        const auto node = static_cast<int>(points.size());
        const int number = node + 1; // Vertex 1 is the depot again.
        text.expect(line, 0, number);
        const Vertex vertex = readVertex(text, line);
        Place place;
        place.name = std::to_string(number);
        place.node = node;
        place.service = inUnits(vertex.service, unit);
        place.windows = readWindows(text, line, unit);
        place.draws = readFigures(text, line, 11, 1);
        points.push_back(vertex.point);
        instance.problem.places.push_back(std::move(place));
        instance.numbers.push_back(number);
        profits.push_back(vertex.profit);
    }
    text.line(static_cast<std::size_t>(vertices) + 1);
    instance.problem.matrices.push_back(cutDistances(points, unit));
    setPrizes(instance, profits);
    return instance;
}

} // namespace medicobus::routing::instances
