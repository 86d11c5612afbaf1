// SPDX-License-Identifier: EUPL-1.2
#include "base/json_reader.h"
#include "territory/contour_reader.h"
#include "territory/insee.h"

#include "tests/core/shared_data.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace medicobus::territory {
namespace {

std::string collection(const std::string& features, const std::string& more = {}) {
    return R"({"type":"FeatureCollection",)" + more + R"("features":[)" + features + "]}";
}

std::string feature(const std::string& insee, const std::string& type, const std::string& coordinates) {
    return R"({"type":"Feature","id":7,"properties":{"insee":")" + insee + R"(","nom":"A","extra":1},)"
           + R"("geometry":{"type":")" + type + R"(","coordinates":)" + coordinates + "}}";
}

const std::string square = "[[2.0,50.0],[2.1,50.0],[2.1,50.1],[2.0,50.0]]";

TEST(ContourReader, ReadsLongitudeFirst) {
    const auto contours = parseContours(collection(feature("62001", "Polygon", "[" + square + "]")), "c");
    ASSERT_TRUE(contours) << contours.error().code().name;
    ASSERT_EQ(contours->size(), 1U);
    const Ring& ring = contours->front().polygons.front().front();
    ASSERT_EQ(ring.size(), 4U);
    EXPECT_EQ(ring[1], (GeoPoint{50.0, 2.1}));
    EXPECT_EQ(contours->front().name, "A");
}

TEST(ContourReader, KeepsEveryPieceAndHole) {
    const std::string two = "[[" + square + "," + square + "],[" + square + "]]";
    const auto contours = parseContours(collection(feature("62001", "MultiPolygon", two)), "c");
    ASSERT_TRUE(contours);
    ASSERT_EQ(contours->front().polygons.size(), 2U);
    EXPECT_EQ(contours->front().polygons[0].size(), 2U);
}

struct BadContour {
    std::string name;
    std::string text;
    ErrorCode code;
    std::string key;
};

class BadContours : public ::testing::TestWithParam<BadContour> {};

TEST_P(BadContours, AreRefusedWithTheirPlace) {
    const auto contours = parseContours(GetParam().text, "c.geojson");
    ASSERT_FALSE(contours);
    EXPECT_EQ(contours.error().code(), GetParam().code) << contours.error().code().name;
    EXPECT_EQ(contours.error().detail("key"), GetParam().key);
    EXPECT_EQ(contours.error().detail("file"), "c.geojson");
}

INSTANTIATE_TEST_SUITE_P(
    ContourReader, BadContours,
    ::testing::Values(
        BadContour{"Syntax", "{\"type\":", medicobus::codes::jsonSyntax, ""},
        BadContour{"NotAnObject", "[1]", medicobus::codes::jsonType, "$"},
        BadContour{"OtherType", R"({"type":"Feature","features":[]})", codes::territoryGeometry, "$.type"},
        BadContour{"NoFeatures", R"({"type":"FeatureCollection"})", medicobus::codes::jsonMissingKey,
                   "$.features"},
        BadContour{"OtherSystem", collection("", R"("crs":{"type":"name"},)"), codes::territoryGeometry,
                   "$.crs"},
        BadContour{"NullGeometry",
                   collection(R"({"properties":{"insee":"62001","nom":"A"},"geometry":null})"),
                   medicobus::codes::jsonType, "$.features[0].geometry"},
        BadContour{"Point", collection(feature("62001", "Point", "[2,50]")), codes::territoryGeometry,
                   "$.features[0].geometry.type"},
        BadContour{"Insee", collection(feature("6201", "Polygon", "[" + square + "]")), codes::territoryInsee,
                   "$.features[0].properties.insee"},
        BadContour{"LatitudeFirst",
                   collection(feature("62001", "Polygon", "[[[50,100],[50,101],[51,101],[50,100]]]")),
                   codes::territoryPosition, "$.features[0].geometry.coordinates[0][0]"},
        BadContour{"Open", collection(feature("62001", "Polygon", "[[[2,50],[3,50],[3,51],[2,51]]]")),
                   codes::territoryRing, "$.features[0].geometry.coordinates[0]"},
        BadContour{"Short", collection(feature("62001", "Polygon", "[[[2,50],[3,50],[2,50]]]")),
                   codes::territoryRing, "$.features[0].geometry.coordinates[0]"},
        BadContour{"Twice",
                   collection(feature("62001", "Polygon", "[" + square + "]") + ","
                              + feature("62001", "Polygon", "[" + square + "]")),
                   codes::territoryDuplicateContour, "$.features[1].properties.insee"}),
    [](const auto& test) { return test.param.name; });

TEST(ContourReader, ReadsEveryOfficialFileWhole) {
    MEDICOBUS_NEEDS_SHARED_DATA();
    for (const auto& [name, count] : std::vector<std::pair<std::string, std::size_t>>{
             {"14", 525}, {"58", 309}, {"61", 381}, {"62", 887}}) {
        const auto contours =
            readContours(testing::sharedData() / ("territory/contours-" + name + ".geojson"));
        ASSERT_TRUE(contours) << contours.error().code().name << ' ' << contours.error().detail("key");
        EXPECT_EQ(contours->size(), count);
    }
}

} // namespace
} // namespace medicobus::territory
