// SPDX-License-Identifier: EUPL-1.2
#include "routing/instances/orienteering.h"

namespace medicobus::routing::instances {

Instance readToptw(InstanceText& text, std::string_view name, int tours) {
    constexpr std::size_t firstVertex = 2;
    Instance instance{.set = Set::toptw};
    instance.costUnit = unitOfName(name);
    const double unit = instance.costUnit;
    std::vector<Point> points;
    std::vector<double> profits;
    Window shift;
    for (std::size_t at = firstVertex; at < text.lines().size() && text.ok(); ++at) {
        const auto& line = text.lines()[at];
        const auto node = static_cast<int>(points.size());
        text.expect(line, 0, node);
        const Vertex vertex = readVertex(text, line);
        // What stands between differs by origin; the window is always last.
        const std::size_t window = std::max<std::size_t>(line.words.size(), 7) - 2;
        const Window open{.opens = inUnits(text.number(line, window, 0, latestTime), unit),
                          .closes = inUnits(text.number(line, window + 1, 0, latestTime), unit)};
        points.push_back(vertex.point);
        if (node == 0) {
            shift = open;
            continue;
        }
        Place place;
        place.name = std::to_string(node);
        place.node = node;
        place.service = inUnits(vertex.service, unit);
        place.windows = {open};
        instance.problem.places.push_back(std::move(place));
        instance.numbers.push_back(node);
        profits.push_back(vertex.profit);
    }
    const int vertices = text.whole(text.line(0), 2, 0, mostNodes);
    text.line(firstVertex + static_cast<std::size_t>(vertices));
    instance.problem.matrices.push_back(cutDistances(points, unit));
    for (int tour = 0; tour < tours; ++tour) {
        Vehicle vehicle;
        vehicle.start = vehicle.end = 0;
        vehicle.earliest = shift.opens;
        vehicle.latest = shift.closes;
        instance.problem.vehicles.push_back(std::move(vehicle));
    }
    setPrizes(instance, profits);
    return instance;
}

} // namespace medicobus::routing::instances
