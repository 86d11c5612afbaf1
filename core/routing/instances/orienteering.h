// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/instances/readers.h"

#include <string_view>

namespace medicobus::routing::instances {

/// How the orienteering sets cut their distances: to tenths, to hundredths for those made from Cordeau's
/// (`pr01` and so on, by the last part of the file's name).
double unitOfName(std::string_view name);

/// The matrix of distances cut to `1 / unit`.
Matrix cutDistances(const std::vector<Point>& points, double unit);

/// A vertex as both formats begin it: `i x y service profit`.
struct Vertex {
    Point point;
    double service = 0;
    double profit = 0;
};
Vertex readVertex(InstanceText& text, const InstanceText::Line& line);

/// A time of the file in whole units.
inline Time inUnits(double value, double unit) {
    return std::llround(value * unit);
}

/// Turns profits into prizes that no amount of driving outweighs. Driving costs what it takes, so it stays
/// below the sum of the shifts.
void setPrizes(Instance& instance, const std::vector<double>& profits);

} // namespace medicobus::routing::instances
