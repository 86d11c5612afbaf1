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
    const double relaxedNear = relaxedBound(scenario).value();
    scenario.policy.lambda = 0.01;
    // A whole day and a half-day a week, each 2 x 31.2 min over 46 weeks, at 0.008 more a minute.
    EXPECT_NEAR(near - upperBound(scenario).value(), 0.008 * 2 * 46 * 2 * 31.2, 0.5);
    // To the letter of the programme, a day and a half is 1.5 drives.
    EXPECT_NEAR(relaxedNear - relaxedBound(scenario).value(), 0.008 * 1.5 * 46 * 2 * 31.2, 0.5);
}

TEST(Bound, CountsNoMoreSitesThanThePolicyAllows) {
    auto scenario = testing::emptyScenario();
    for (const char* insee : {"10001", "10002", "10003", "10004"}) {
        testing::addCommune(scenario, insee, 30.0 * (insee[4] - '1'), 1000, 0.5);
    }
    scenario.policy.maxSites = 1;
    // The best place alone, at the depot three times a week: 1,242 consultations, with no drive.
    const double expected = 1000 * (std::pow(2 / 2.5, 2) - std::pow((2 - 1.242) / 2.5, 2));
    EXPECT_NEAR(upperBound(scenario).value(), expected, expected * 5e-3);
    EXPECT_GT(relaxedBound(scenario).value(), 1.5 * expected);
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
