// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/instances/instance_text.h"

#include <cmath>

namespace medicobus::routing::instances {

/// One reader for each format; what goes wrong is recorded in the text.
Instance readTsptw(InstanceText& text);
Instance readToptw(InstanceText& text, std::string_view name, int tours);
Instance readMctopmtw(InstanceText& text, std::string_view name);
Instance readPeriodic(InstanceText& text);
Instance readVrptw(InstanceText& text);
Instance readTsplib(InstanceText& text);

/// The least and the greatest of what a file may state, so that no sum overflows.
inline constexpr int mostNodes = 3'000;
inline constexpr double farthest = 1e6;
inline constexpr double latestTime = 1e7;

struct Point {
    double x = 0;
    double y = 0;
};

/// Coordinates in two words of a line.
Point readPoint(InstanceText& text, const InstanceText::Line& line, std::size_t word);

/// The matrix of `rounded(Euclidean distance)`; times equal costs.
template <typename Rounded>
Matrix euclidean(const std::vector<Point>& points, const Rounded& rounded) {
    Matrix matrix;
    matrix.size = static_cast<int>(points.size());
    matrix.costs.reserve(points.size() * points.size());
    for (const Point& from : points) {
        for (const Point& to : points) {
            const double x = from.x - to.x;
            const double y = from.y - to.y;
            matrix.costs.push_back(rounded(std::sqrt(x * x + y * y)));
        }
    }
    matrix.times = matrix.costs;
    return matrix;
}

/// Real distances in ten-thousandths: costs to the nearest, times upwards, so that what is in time here is in
/// time by real distances too.
inline constexpr double realUnit = 10'000;
Matrix realDistances(const std::vector<Point>& points);

} // namespace medicobus::routing::instances
