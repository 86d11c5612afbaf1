// SPDX-License-Identifier: EUPL-1.2
#include "publish/svg/projection.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace medicobus::publish {
namespace {

constexpr double perLat = 6'371.0 * std::numbers::pi / 180.0;

struct GridPoint {
    long long x = 0;
    long long y = 0;

    friend bool operator==(const GridPoint&, const GridPoint&) = default;
};

std::vector<GridPoint> onGrid(const territory::Ring& ring, const Projection& projection, double grid) {
    std::vector<GridPoint> points;
    for (const GeoPoint& point : ring) {
        const Spot spot = projection(point);
        const GridPoint at{std::llround(spot.x / grid), std::llround(spot.y / grid)};
        if (points.empty() || points.back() != at) {
            points.push_back(at);
        }
    }
    if (points.size() > 1 && points.front() == points.back()) {
        points.pop_back(); // The path closes itself.
    }
    return points;
}

} // namespace

Projection::Projection(const std::vector<GeoPoint>& points, const Frame& frame) {
    constexpr double alone = 0.5; // Degrees around a single point.
    double south = 90;
    double north = -90;
    double west = 180;
    double east = -180;
    for (const GeoPoint& point : points) {
        south = std::min(south, point.lat);
        north = std::max(north, point.lat);
        west = std::min(west, point.lon);
        east = std::max(east, point.lon);
    }
    if (points.empty()) {
        south = north = west = east = 0;
    }
    const double lat = (south + north) / 2;
    const double lon = (west + east) / 2;
    m_perLon = perLat * std::max(0.01, std::cos(lat * std::numbers::pi / 180.0));
    m_origin = {lon * m_perLon, lat * perLat};
    m_middle = {frame.x + frame.width / 2, frame.y + frame.height / 2};
    const double wide = std::max((east - west) * m_perLon, points.size() < 2 ? alone * m_perLon : 1e-3);
    const double high = std::max((north - south) * perLat, points.size() < 2 ? alone * perLat : 1e-3);
    m_scale = std::min(frame.width / wide, frame.height / high);
}

Spot Projection::operator()(GeoPoint point) const {
    return {m_middle.x + (point.lon * m_perLon - m_origin.x) * m_scale,
            m_middle.y - (point.lat * perLat - m_origin.y) * m_scale};
}

std::string pathOf(const territory::Contour& contour, const Projection& projection, double grid) {
    std::string data;
    for (const territory::Polygon& polygon : contour.polygons) {
        for (const territory::Ring& ring : polygon) {
            const auto points = onGrid(ring, projection, grid);
            if (points.size() < 3) {
                continue; // Too small to be seen.
            }
            data += fmt::format("M{} {}l", points[0].x, points[0].y);
            for (std::size_t at = 1; at < points.size(); ++at) {
                const long long x = points[at].x - points[at - 1].x;
                const long long y = points[at].y - points[at - 1].y;
                data += fmt::format("{}{}{}{}", at > 1 && x >= 0 ? " " : "", x, y >= 0 ? " " : "", y);
            }
            data += "z";
        }
    }
    return data;
}

} // namespace medicobus::publish
