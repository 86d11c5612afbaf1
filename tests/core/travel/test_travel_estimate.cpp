// SPDX-License-Identifier: EUPL-1.2
#include "travel/travel_model.h"

#include <gtest/gtest.h>

#include <numbers>

namespace medicobus::travel {
namespace {

constexpr double earthRadius = 6'371'000.0;

// A degree along a meridian, or along the equator, is R x pi / 180 on a sphere, whatever formula is used.
constexpr double degree = earthRadius * std::numbers::pi / 180.0;

TEST(TravelEstimate, FollowsAMeridian) {
    const TravelEstimate estimate(1.0, 50);
    EXPECT_NEAR(estimate.distance({50, 2}, {51, 2}).value, degree, 1e-3);
    EXPECT_NEAR(estimate.time({50, 2}, {51, 2}).count(), degree / 50'000 * 3600, 1e-6);
}

TEST(TravelEstimate, FollowsTheEquatorAcrossTheDateLine) {
    const TravelEstimate estimate(1.0, 50);
    EXPECT_NEAR(estimate.distance({0, 179.5}, {0, -179.5}).value, degree, 1e-3);
}

TEST(TravelEstimate, DetourAndSpeedActAsPlanningSays) {
    // 1.3 x 111.19493 km = 144.55341 km; at 50 km/h 2.8910682 h.
    const TravelEstimate estimate(1.3, 50);
    EXPECT_NEAR(estimate.distance({50, 2}, {51, 2}).kilometres(), 144.55341, 1e-4);
    EXPECT_NEAR(estimate.time({50, 2}, {51, 2}).count(), 10407.845, 1e-2);
}

TEST(TravelEstimate, SaintOmerToLicques) {
    // Haversine: half-angle squares 1.04255e-7 and 2.94653e-6 (with the cosines); 2 R asin(sqrt(sum))
    // = 22.2558 km.
    const TravelEstimate estimate(1.0, 60);
    EXPECT_NEAR(estimate.distance({50.7480, 2.2520}, {50.7850, 1.9410}).kilometres(), 22.25583, 1e-4);
}

TEST(TravelEstimate, NoWayIsNoTimeAndBothWaysTakeTheSame) {
    const TravelEstimate estimate(1.3, 50);
    EXPECT_EQ(estimate.time({48, 0}, {48, 0}).count(), 0);
    EXPECT_DOUBLE_EQ(estimate.time({48, 0}, {48.2, 0.3}).count(),
                     estimate.time({48.2, 0.3}, {48, 0}).count());
}

TEST(TravelEstimate, IsLabelledAsAnEstimate) {
    EXPECT_EQ(TravelEstimate(1.3, 50).kind(), "estimate");
}

} // namespace
} // namespace medicobus::travel
