// SPDX-License-Identifier: EUPL-1.2
#include "routing/instances/orienteering.h"

namespace medicobus::routing::instances {

double unitOfName(std::string_view name) {
    const auto last = name.substr(name.rfind('-') + 1);
    return last.starts_with("pr") || last.starts_with("PR") ? 100 : 10;
}

Matrix cutDistances(const std::vector<Point>& points, double unit) {
    // What lies below a whole number by the error of the root alone belongs to it.
    constexpr double rootError = 1e-9;
    return euclidean(points, [&](double d) { return static_cast<Cost>(std::floor(d * unit + rootError)); });
}

Vertex readVertex(InstanceText& text, const InstanceText::Line& line) {
    return {.point = readPoint(text, line, 1),
            .service = text.number(line, 3, 0, latestTime),
            .profit = text.number(line, 4, 0, farthest)};
}

void setPrizes(Instance& instance, const std::vector<double>& profits) {
    constexpr double profitUnit = 100; // Two places of a profit are kept.
    Cost driving = 0;
    for (const Vehicle& vehicle : instance.problem.vehicles) {
        driving += vehicle.latest - vehicle.earliest;
    }
    bool areWhole = true;
    for (const double profit : profits) {
        areWhole = areWhole && profit == std::floor(profit);
    }
    const Cost least = driving + 1;
    instance.prizeUnit = areWhole ? least : least * static_cast<Cost>(profitUnit);
    for (std::size_t place = 0; place < profits.size(); ++place) {
        instance.problem.places[place].prize = areWhole ? least * std::llround(profits[place])
                                                        : least * std::llround(profits[place] * profitUnit);
    }
}

} // namespace medicobus::routing::instances
