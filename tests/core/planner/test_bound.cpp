// SPDX-License-Identifier: EUPL-1.2
#include "planner/planner.h"

#include "small_scenario.h"

#include <gtest/gtest.h>

#include <cmath>

namespace medicobus::planner {
namespace {

TEST(Bound, IsTheHandValueForOneSiteAtTheDepot) {
    auto scenario = testing::emptyScenario();
    testing::addCommune(scenario, "10001", 0, 10000, 0.5);
    // Three sessions a week at most: 3 x 9 x 46 = 1,242 consultations; no driving.
    // V = 10,000 [(2/2.5)^2 - ((2 - 0.1242)/2.5)^2]
    const double expected = 10000 * (std::pow(2 / 2.5, 2) - std::pow((2 - 0.1242) / 2.5, 2));
    EXPECT_NEAR(upperBound(scenario).value(), expected, expected * 2e-4);
}

TEST(Bound, StopsAtTheNeed) {
    auto scenario = testing::emptyScenario();
    testing::addCommune(scenario, "10001", 0, 100, 0.5);
    // Need is 200 consultations a year: all of it is met, and V is all the severity there was.
    EXPECT_NEAR(upperBound(scenario).value(), 100 * std::pow(2 / 2.5, 2), 1e-2);
}

TEST(Bound, ChargesTheDrive) {
    auto scenario = testing::emptyScenario();
    testing::addCommune(scenario, "10001", 20, 10000, 0.5);
    const double near = upperBound(scenario).value();
    scenario.policy.lambda = 0.01;
    // 1.5 days a week of 2 x 31.2 min over 46 weeks, at 0.008 more a minute.
    EXPECT_NEAR(near - upperBound(scenario).value(), 0.008 * 1.5 * 46 * 2 * 31.2, 0.5);
}

TEST(Bound, IsZeroWhereNobodyIsUnderTheLine) {
    auto scenario = testing::emptyScenario();
    testing::addCommune(scenario, "10001", 5, 1000, 3.1);
    EXPECT_EQ(upperBound(scenario).value(), 0);
}

TEST(Bound, CountsSharedNeedOnce) {
    auto scenario = testing::emptyScenario();
    testing::addCommune(scenario, "10001", 0, 300, 0.5);
    const double alone = upperBound(scenario).value();
    testing::addCommune(scenario, "10002", 1, 300, 3.0);
    // A second room next door serves the same 300 people.
    EXPECT_NEAR(upperBound(scenario).value(), alone, alone * 1e-3);
}

} // namespace
} // namespace medicobus::planner
