// SPDX-License-Identifier: EUPL-1.2
#include "territory/cells.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <unordered_map>
#include <utility>

namespace medicobus::territory {
namespace {

/// A place on the local plane, in kilometres.
struct Flat {
    double x = 0;
    double y = 0;
};

double squared(Flat a, Flat b) {
    return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}

double turn(Flat a, Flat b, Flat c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/// Degrees to kilometres and back, true to scale at one latitude.
class Plane {
public:
    explicit Plane(double middleLat)
        : m_perLon(perLat * std::max(0.01, std::cos(middleLat * std::numbers::pi / 180.0))) {}

    Flat flat(GeoPoint point) const { return {point.lon * m_perLon, point.lat * perLat}; }
    GeoPoint globe(Flat place) const { return {place.y / perLat, place.x / m_perLon}; }

private:
    static constexpr double perLat = 6'371.0 * std::numbers::pi / 180.0;
    double m_perLon;
};

/// The area within the convex hull (Andrew's monotone chain), in square kilometres.
double hullArea(std::vector<Flat> places) {
    std::sort(places.begin(), places.end(),
              [](Flat a, Flat b) { return std::pair(a.x, a.y) < std::pair(b.x, b.y); });
    std::vector<Flat> hull;
    for (int side = 0; side < 2; ++side) {
        const std::size_t floor = hull.size();
        for (const Flat place : places) {
            while (hull.size() >= floor + 2 && turn(hull[hull.size() - 2], hull.back(), place) <= 0) {
                hull.pop_back();
            }
            hull.push_back(place);
        }
        hull.pop_back();
        std::reverse(places.begin(), places.end());
    }
    double twice = 0;
    for (std::size_t i = 0; i < hull.size(); ++i) {
        const Flat a = hull[i];
        const Flat b = hull[(i + 1) % hull.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return std::abs(twice) / 2;
}

/// Beyond this share of the mean spacing no gap is left inside the départements tried, and the edge stays
/// near the outermost villages.
constexpr double reachPerSpacing = 1.35;
constexpr double loneReach = 3; ///< Kilometres, for a territory too small to have a spacing.

double reachOf(const std::vector<Flat>& places) {
    const double spacing =
        places.empty() ? 0 : std::sqrt(hullArea(places) / static_cast<double>(places.size()));
    return spacing > 0 ? reachPerSpacing * spacing : loneReach;
}

std::vector<Flat> disc(Flat centre, double radius) {
    constexpr int sides = 24;
    std::vector<Flat> ring;
    for (int i = 0; i < sides; ++i) {
        const double angle = 2 * std::numbers::pi * i / sides;
        ring.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
    }
    return ring;
}

/// Keeps the part of a convex ring that is nearer to `own` than to `other` (Sutherland and Hodgman 1974).
std::vector<Flat> clip(const std::vector<Flat>& ring, Flat own, Flat other) {
    std::vector<Flat> kept;
    const auto beyond = [&](Flat place) { return squared(place, own) - squared(place, other); };
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Flat a = ring[i];
        const Flat b = ring[(i + 1) % ring.size()];
        const double atA = beyond(a);
        const double atB = beyond(b);
        if (atA <= 0) {
            kept.push_back(a);
        }
        if ((atA < 0 && atB > 0) || (atA > 0 && atB < 0)) {
            const double t = atA / (atA - atB);
            kept.push_back({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
        }
    }
    return kept;
}

/// Finds the places around one by squares as wide as two discs may meet.
class Squares {
public:
    Squares(const std::vector<Flat>& places, double width) : m_places(places), m_width(width) {
        for (std::size_t i = 0; i < places.size(); ++i) {
            m_squares[square(places[i].x, places[i].y, 0, 0)].push_back(i);
        }
    }

    /// The other places within one square of this one, nearest first.
    std::vector<std::pair<double, std::size_t>> around(std::size_t index) const {
        std::vector<std::pair<double, std::size_t>> found;
        const Flat own = m_places[index];
        for (int right = -1; right <= 1; ++right) {
            for (int up = -1; up <= 1; ++up) {
                const auto at = m_squares.find(square(own.x, own.y, right, up));
                if (at == m_squares.end()) {
                    continue;
                }
                for (const std::size_t other : at->second) {
                    const double apart = squared(own, m_places[other]);
                    if (apart > 0) {
                        found.emplace_back(apart, other);
                    }
                }
            }
        }
        std::sort(found.begin(), found.end());
        return found;
    }

private:
    std::int64_t square(double x, double y, int right, int up) const {
        const auto column = static_cast<std::int64_t>(std::floor(x / m_width)) + right;
        const auto row = static_cast<std::int64_t>(std::floor(y / m_width)) + up;
        return column * 1'000'000 + row;
    }

    const std::vector<Flat>& m_places;
    double m_width;
    std::unordered_map<std::int64_t, std::vector<std::size_t>> m_squares;
};

std::vector<Flat> cellOf(std::size_t index, const std::vector<Flat>& places, const Squares& squares,
                         double reach) {
    const Flat own = places[index];
    std::vector<Flat> cell = disc(own, reach);
    double farthest = reach * reach;
    for (const auto& [apart, other] : squares.around(index)) {
        // A place more than twice as far as the farthest corner cannot cut the cell, nor can those after it.
        if (apart > 4 * farthest) {
            break;
        }
        cell = clip(cell, own, places[other]);
        farthest = 0;
        for (const Flat corner : cell) {
            farthest = std::max(farthest, squared(corner, own));
        }
    }
    return cell;
}

} // namespace

std::vector<Contour> schematicContours(const Territory& territory) {
    std::vector<const Commune*> placed;
    double south = 90;
    double north = -90;
    for (const Commune& commune : territory.communes) {
        if (commune.point) {
            placed.push_back(&commune);
            south = std::min(south, commune.point->lat);
            north = std::max(north, commune.point->lat);
        }
    }
    const Plane plane((south + north) / 2);
    std::vector<Flat> places;
    for (const Commune* commune : placed) {
        places.push_back(plane.flat(*commune->point));
    }
    const double reach = reachOf(places);
    const Squares squares(places, 2 * reach);
    std::vector<Contour> contours;
    contours.reserve(placed.size());
    for (std::size_t i = 0; i < placed.size(); ++i) {
        Ring ring;
        for (const Flat corner : cellOf(i, places, squares, reach)) {
            ring.push_back(plane.globe(corner));
        }
        ring.push_back(ring.front());
        contours.push_back({placed[i]->insee, placed[i]->name, {{std::move(ring)}}});
    }
    return contours;
}

} // namespace medicobus::territory
