// SPDX-License-Identifier: EUPL-1.2
#include "base/random.h"
#include "territory/admidep.h"
#include "territory/cells.h"
#include "territory/commune_reader.h"

#include "tests/core/shared_data.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

namespace medicobus::territory {
namespace {

const Ring& ringOf(const Contour& contour) {
    return contour.polygons.front().front();
}

/// Twice the signed area in square degrees; positive when counter-clockwise.
double twiceArea(const Ring& ring) {
    double twice = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        twice += ring[i].lon * ring[i + 1].lat - ring[i + 1].lon * ring[i].lat;
    }
    return twice;
}

bool contains(const Ring& ring, GeoPoint p) {
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const GeoPoint a = ring[i];
        const GeoPoint b = ring[i + 1];
        if ((b.lon - a.lon) * (p.lat - a.lat) - (b.lat - a.lat) * (p.lon - a.lon) < -1e-12) {
            return false;
        }
    }
    return true;
}

double squareKilometres(const std::vector<Contour>& contours, double lat) {
    const double degree = 6'371.0 * std::numbers::pi / 180.0;
    double area = 0;
    for (const Contour& contour : contours) {
        area += twiceArea(ringOf(contour)) / 2 * degree * degree * std::cos(lat * std::numbers::pi / 180.0);
    }
    return area;
}

/// The place of the commune nearest to a point, on the plane that the cells are made on.
std::size_t nearest(const Territory& territory, GeoPoint p, double scale) {
    std::size_t best = 0;
    double least = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < territory.communes.size(); ++i) {
        const GeoPoint c = *territory.communes[i].point;
        const double x = (c.lon - p.lon) * scale;
        const double y = c.lat - p.lat;
        if (x * x + y * y < least) {
            least = x * x + y * y;
            best = i;
        }
    }
    return best;
}

TEST(SchematicContours, GiveEachCommuneTheLandNearestToIt) {
    const Territory territory = admidep();
    const auto contours = schematicContours(territory);
    ASSERT_EQ(contours.size(), territory.communes.size());
    double south = 90;
    double north = -90;
    for (const Commune& commune : territory.communes) {
        south = std::min(south, commune.point->lat);
        north = std::max(north, commune.point->lat);
    }
    const double scale = std::cos((south + north) / 2 * std::numbers::pi / 180.0);
    int inside = 0;
    Random random(7);
    for (int i = 0; i < 2000; ++i) {
        const GeoPoint p{random.between(46.35, 46.85), random.between(2.15, 2.95)};
        const std::size_t owner = nearest(territory, p, scale);
        for (std::size_t k = 0; k < contours.size(); ++k) {
            if (contains(ringOf(contours[k]), p)) {
                ++inside;
                EXPECT_EQ(k, owner) << "seed 7, point " << p.lat << ' ' << p.lon;
            }
        }
    }
    EXPECT_GT(inside, 1900) << "gaps inside the territory";
}

TEST(SchematicContours, AreClosedConvexRingsAroundTheirPoint) {
    const Territory territory = admidep();
    const auto contours = schematicContours(territory);
    for (std::size_t i = 0; i < contours.size(); ++i) {
        const Ring& ring = ringOf(contours[i]);
        ASSERT_GE(ring.size(), 4U);
        EXPECT_EQ(ring.front(), ring.back());
        EXPECT_GT(twiceArea(ring), 0);
        EXPECT_TRUE(contains(ring, *territory.communes[i].point));
        EXPECT_EQ(contours[i].insee, territory.communes[i].insee);
        for (std::size_t k = 0; k + 2 < ring.size(); ++k) {
            const double bend = (ring[k + 1].lon - ring[k].lon) * (ring[k + 2].lat - ring[k + 1].lat)
                                - (ring[k + 1].lat - ring[k].lat) * (ring[k + 2].lon - ring[k + 1].lon);
            EXPECT_GT(bend, -1e-12);
        }
    }
}

Commune at(const std::string& insee, std::optional<GeoPoint> point) {
    Commune commune;
    commune.insee.value = insee;
    commune.point = point;
    return commune;
}

TEST(SchematicContours, StandOddTerritories) {
    EXPECT_TRUE(schematicContours({}).empty());
    EXPECT_TRUE(schematicContours({"none", false, {at("00001", std::nullopt)}}).empty());
    EXPECT_EQ(schematicContours({"one", false, {at("00001", GeoPoint{46, 2})}}).size(), 1U);
    const auto twins = schematicContours(
        {"twins",
         false,
         {at("00001", GeoPoint{46, 2}), at("00002", GeoPoint{46, 2}), at("00003", GeoPoint{46, 2.1})}});
    ASSERT_EQ(twins.size(), 3U);
    EXPECT_EQ(ringOf(twins[0]), ringOf(twins[1]));
    EXPECT_GT(twiceArea(ringOf(twins[2])), 0);
}

TEST(SchematicContours, CoverRealTerritoriesAboutAsTheirContoursDo) {
    MEDICOBUS_NEEDS_SHARED_DATA();
    // Official areas in square kilometres.
    for (const auto& [name, lat, area] : std::vector<std::tuple<std::string, double, double>>{
             {"62", 50.5, 6671}, {"58", 47.1, 6817}, {"61", 48.6, 6103}, {"14", 49.1, 5548}}) {
        const auto territory = readCommunes(testing::sharedData() / ("territory/communes-" + name + ".csv"));
        ASSERT_TRUE(territory);
        const double covered = squareKilometres(schematicContours(*territory), lat);
        EXPECT_GT(covered, 0.95 * area) << name;
        EXPECT_LT(covered, 1.3 * area) << name;
    }
}

} // namespace
} // namespace medicobus::territory
