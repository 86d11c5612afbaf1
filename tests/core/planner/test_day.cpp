// SPDX-License-Identifier: EUPL-1.2
#include "planner/day.h"

#include "small_scenario.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace medicobus::planner {
namespace {

/// At 1.3 x great circle and 50 km/h, a minute of driving is 0.641 km as the crow flies.
constexpr double kilometresPerMinute = 50.0 / 60.0 / 1.3;

class DayTest : public ::testing::Test {
protected:
    DayTest() : m_scenario(testing::emptyScenario()) {}

    void addSiteAt(double minutesEast) {
        testing::addCommune(m_scenario, std::to_string(10001 + m_scenario.sites.size()),
                            minutesEast * kilometresPerMinute, 1000, 1.0);
    }

    DayRating rate(int morning, int afternoon, DayStarts* starts = nullptr) {
        const Model model(m_scenario);
        if (std::max(morning, afternoon) >= model.siteCount()) {
            return {false, 0}; // The model has left the site out: no bus can give it a day.
        }
        DayGrid grid;
        grid.fill(0, 1, morning);
        grid.fill(1, 1, afternoon);
        return rateDay(model, 0, 0, grid, 1, starts);
    }

    plan::Scenario m_scenario;
};

TEST_F(DayTest, AddsUpTheDrives) {
    addSiteAt(30);
    addSiteAt(40);
    EXPECT_NEAR(rate(0, 1).drivingMinutes, 30 + 10 + 40, 0.1);
    EXPECT_NEAR(rate(0, -1).drivingMinutes, 60, 0.1);
    EXPECT_NEAR(rate(1, 1).drivingMinutes, 80, 0.1);
}

TEST_F(DayTest, StartsWhenTheWindowOpensOrTheBusGetsThere) {
    addSiteAt(30);
    addSiteAt(50);
    DayStarts starts{};
    ASSERT_TRUE(rate(0, 1, &starts).isLawful);
    EXPECT_EQ(starts[0][0], 510);
    // 11:30, packing 15, drive 20 (21 with rounding up), break 45, setup 20: the window opens later, at
    // 13:30.
    EXPECT_EQ(starts[1][0], 810);
    EXPECT_EQ(starts[1][1], -1);
    ASSERT_TRUE(rate(1, -1, &starts).isLawful);
    EXPECT_NEAR(starts[0][0], 450 + 50 + 20, 1);
}

TEST_F(DayTest, RefusesMoreDrivingThanAllowed) {
    addSiteAt(60);
    m_scenario.buses[0].maxDriving = std::chrono::minutes(119);
    EXPECT_FALSE(rate(0, 0).isLawful);
    m_scenario.buses[0].maxDriving = std::chrono::minutes(121);
    EXPECT_TRUE(rate(0, 0).isLawful);
}

TEST_F(DayTest, RefusesMoreWorkThanAllowed) {
    addSiteAt(60);
    // Two sessions at one place: drive 60 + setup 20 + 180 + 180 + teardown 15 + drive 60 = 515 without the
    // break.
    m_scenario.buses[0].maxDuty = std::chrono::minutes(514);
    EXPECT_FALSE(rate(0, 0).isLawful);
    m_scenario.buses[0].maxDuty = std::chrono::minutes(540);
    EXPECT_TRUE(rate(0, 0).isLawful);
}

TEST_F(DayTest, RefusesSixHoursWithoutABreak) {
    addSiteAt(75);
    // Alone, a session so far away is 75 + 20 + 180 + 15 + 75 = 365 minutes in a row; a whole day has its
    // break.
    EXPECT_FALSE(rate(0, -1).isLawful);
    EXPECT_TRUE(rate(0, 0).isLawful);
}

TEST_F(DayTest, ComesHomeInTime) {
    addSiteAt(20);
    m_scenario.buses[0].end = std::chrono::minutes(810 + 180 + 15 + 19);
    EXPECT_FALSE(rate(-1, 0).isLawful);
    m_scenario.buses[0].end = std::chrono::minutes(810 + 180 + 15 + 21);
    EXPECT_TRUE(rate(-1, 0).isLawful);
}

TEST_F(DayTest, KeepsOneStartTimeThroughTheCycle) {
    addSiteAt(5);
    addSiteAt(60);
    const Model model(m_scenario);
    DayGrid grid;
    grid.fill(0, 0b0101, 0);
    grid.fill(0, 0b1010, 1);
    grid.fill(1, 0b1111, 0);
    DayStarts starts{};
    ASSERT_TRUE(rateDay(model, 0, 0, grid, 1, &starts).isLawful);
    // In odd weeks the far morning site leaves less time: every week waits for it.
    EXPECT_EQ(starts[1][0], starts[1][1]);
    EXPECT_GT(starts[1][0], 810);
}

} // namespace
} // namespace medicobus::planner
