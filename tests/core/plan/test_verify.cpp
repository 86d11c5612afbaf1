// SPDX-License-Identifier: EUPL-1.2
#include "plan/verify.h"
#include "tests/core/plan/verify_case.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

namespace medicobus::plan {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> mismatchedFigures(const Verification& found) {
    std::vector<std::string> figures;
    for (const FigureMismatch& mismatch : found.mismatches) {
        figures.emplace_back(mismatch.figure);
    }
    return figures;
}

TEST(Verify, AcceptsThePlanMadeByHand) {
    const Verification found = verify(smallScenario(), smallPlan());
    EXPECT_THAT(brokenCodes(found), IsEmpty());
    EXPECT_THAT(mismatchedFigures(found), IsEmpty());
    EXPECT_TRUE(found.holds());
}

TEST(Verify, RecomputesTheFiguresOfTheHandCalculation) {
    const Verification found = verify(smallScenario(), smallPlan());
    EXPECT_NEAR(found.score.worth, 156.2578416, 1e-7);
    EXPECT_NEAR(found.score.drivingMinutesYear, 1472, 1e-6);
    EXPECT_NEAR(found.score.total, 153.3138416, 1e-7);
    EXPECT_EQ(found.score.bound, 160);
    EXPECT_NEAR(found.indicators.deliveredYear, 564.3, 1e-9);
    EXPECT_EQ(found.indicators.within10Min.before, 0);
    EXPECT_EQ(found.indicators.within10Min.after, 3800);
    EXPECT_EQ(found.indicators.within15Min.after, 4500);
    EXPECT_NEAR(found.indicators.severity.before, 560, 1e-9);
    EXPECT_NEAR(found.indicators.severity.after, 403.7421584, 1e-7);
    EXPECT_EQ(found.indicators.communesUnderLine.before, 3);
    EXPECT_EQ(found.indicators.communesUnderLine.after, 3);
    EXPECT_NEAR(found.indicators.kilometresYear, 1472, 1e-6);
    // (08:00 to 17:08 less 45 min of break) + (08:00 to 11:55) = 503 + 235 min, 23 times.
    EXPECT_NEAR(found.dutyHoursYear, 738.0 / 60 * 23, 1e-9);
}

/// A commune that gets all it misses leaves the line, and no more than that counts.
TEST(Verify, CapsWhatIsDeliveredAtTheUnmetNeed) {
    Scenario scenario = smallScenario();
    scenario.territory.communes = {commune("00001", "Aubert", 10, 10, 1.5)};
    const Verification found = verify(scenario, smallPlan());
    EXPECT_DOUBLE_EQ(found.indicators.deliveredYear, 10);
    EXPECT_DOUBLE_EQ(found.score.worth, 1.6);
    EXPECT_EQ(found.indicators.communesUnderLine.before, 1);
    EXPECT_EQ(found.indicators.communesUnderLine.after, 0);
}

TEST(Verify, CountsWholeSlotsAndThoseWhoCome) {
    Scenario scenario = smallScenario();
    scenario.policy.slot = std::chrono::minutes(25); // 7.2 in 180 minutes
    scenario.policy.showRate = 0.9;
    const Verification found = verify(scenario, smallPlan());
    EXPECT_NEAR(found.indicators.deliveredYear, 564.3 * 7 / 9 * 0.9, 1e-9);
}

TEST(Verify, CountsAThresholdOfReachToTheNearerClass) {
    Scenario scenario = smallScenario();
    const GeoPoint bois = *scenario.territory.communes[1].point;
    scenario.policy.reach = {{scenario.travelModel()->time(bois, scenario.sites[0].point), 1}};
    Plan plan = smallPlan();
    plan.series.pop_back();
    // Aubert and Bois share the 414 places of "a"; one millisecond less and Aubert has them all.
    EXPECT_NEAR(verify(scenario, plan).score.worth,
                240 - 1000 * 0.793 * 0.793 / 6.25 - 2000 * 0.3965 * 0.3965 / 6.25, 1e-9);
    scenario.policy.reach[0].upTo -= travel::Seconds(0.001);
    EXPECT_NEAR(verify(scenario, plan).score.worth, 160 - 1000 * 0.586 * 0.586 / 6.25, 1e-9);
}

TEST(Verify, LetsTheVehicleStandBetweenTwoSessionsAtOneSite) {
    Plan plan = smallPlan();
    plan.series[1].site = {"a"};
    plan.tours[0] = {{"B1"},
                     0,
                     Weekday::Monday,
                     at(8),
                     at(16, 55),
                     20,
                     {{{"s1"}, at(8, 10), at(8, 30), at(11, 30), at(11, 30)},
                      {{"s2"}, at(13, 30), at(13, 30), at(16, 30), at(16, 45)}}};
    plan.series[1].weeks = {0, 1};
    plan.tours[1] = plan.tours[0];
    plan.tours[1].week = 1;
    EXPECT_THAT(brokenCodes(verify(smallScenario(), plan)), IsEmpty());
}

TEST(Verify, LetsOneSessionBeginInTheRoomAsAnotherEnds) {
    Scenario scenario = smallScenario();
    scenario.sessions[0].to = at(14, 30);
    Plan plan = smallPlan();
    addSecondBus(scenario, plan);
    plan.series[2].start = at(11, 30);
    plan.series[2].end = at(14, 30);
    for (const std::size_t i : {2U, 3U}) {
        plan.tours[i].depart = at(11);
        plan.tours[i].back = at(14, 55);
        plan.tours[i].stops = {{{"s3"}, at(11, 10), at(11, 30), at(14, 30), at(14, 45)}};
    }
    EXPECT_THAT(brokenCodes(verify(scenario, plan)), IsEmpty());
}

TEST(Verify, AcceptsTwoBusesInTwoRoomsAndFourWeeks) {
    Scenario scenario = smallScenario();
    Plan plan = smallPlan();
    addSecondBus(scenario, plan);
    scenario.sites[0].rooms = 2;
    EXPECT_THAT(brokenCodes(verify(scenario, plan)), IsEmpty());

    scenario = smallScenario();
    plan = smallPlan();
    stretchToFourWeeks(scenario, plan);
    const Verification found = verify(scenario, plan);
    EXPECT_TRUE(found.holds()) << "a year holds as many sessions whatever the length of the cycle";
}

TEST(Verify, AcceptsOneMoreHalfDayInSomeWeeksOnTopOfThoseThatStay) {
    const Scenario scenario = smallScenario();
    Plan plan = smallPlan();
    Series series = plan.series[0];
    series.id = {"s3"};
    series.weekday = Weekday::Tuesday;
    series.weeks = {1};
    plan.series.push_back(series);
    Tour tour = plan.tours[1];
    tour.weekday = Weekday::Tuesday;
    tour.stops[0].series = {"s3"};
    plan.tours.push_back(tour);
    EXPECT_THAT(brokenCodes(verify(scenario, plan)), IsEmpty());
}

TEST(Verify, AcceptsLocksThatAreKeptAndBansThatSpeakOfOtherDays) {
    Scenario scenario = smallScenario();
    Series locked = smallPlan().series[1];
    scenario.locked = {locked};
    EXPECT_TRUE(verify(scenario, smallPlan()).holds());
    scenario.locked[0].id = {};
    scenario.locked[0].start = scenario.locked[0].end = at(0);
    EXPECT_TRUE(verify(scenario, smallPlan()).holds()) << "id and time are the planner's when not given";

    Forbidden otherWeek;
    otherWeek.site = SiteKey{"c"};
    otherWeek.weeks = {1};
    Forbidden otherDay;
    otherDay.weekday = Weekday::Tuesday;
    Forbidden oneDate;
    oneDate.site = SiteKey{"c"};
    oneDate.date = *parseDate("2027-03-01");
    scenario.forbidden = {otherWeek, otherDay, oneDate};
    EXPECT_TRUE(verify(scenario, smallPlan()).holds());
}

TEST(Verify, NeedsOneSeriesForEachOfTwoEqualLocks) {
    Scenario scenario = smallScenario();
    scenario.locked = {smallPlan().series[1], smallPlan().series[1]};
    EXPECT_THAT(brokenCodes(verify(scenario, smallPlan())), ElementsAre("rule7.locked"));
}

TEST(Verify, SaysWhereAndByHowMuch) {
    Plan plan = smallPlan();
    plan.tours[1].stops[0].leave -= std::chrono::minutes(4);
    const Verification found = verify(smallScenario(), plan);
    ASSERT_EQ(found.broken.size(), 1U);
    const BrokenRule& broken = found.broken[0];
    EXPECT_EQ(broken.rule, 2);
    EXPECT_EQ(broken.series, SeriesKey{"s1"});
    EXPECT_EQ(broken.site, SiteKey{"a"});
    EXPECT_EQ(broken.bus, BusKey{"B1"});
    EXPECT_EQ(broken.week, 1);
    EXPECT_EQ(broken.weekday, Weekday::Monday);
    EXPECT_EQ(broken.value, 11);
    EXPECT_EQ(broken.limit, 15);
}

TEST(Verify, LetsABreakFallAnywhereAlongTheDrive) {
    Scenario scenario = smallScenario();
    scenario.buses[0].start = at(5);
    scenario.buses[0].maxDuty = std::chrono::minutes(800);
    Plan plan = smallPlan();
    plan.tours[0].depart = at(5, 45); // six hours to the minute before leaving Aubert
    EXPECT_THAT(brokenCodes(verify(scenario, plan)), IsEmpty());
    // Driving after that pause counts as work too: 12 min, then from 13:10 on, 5 h 48 at most.
    scenario.buses[0].end = at(20);
    plan.tours[0].back = at(18, 58);
    EXPECT_THAT(brokenCodes(verify(scenario, plan)), IsEmpty());
    plan.tours[0].back = at(18, 59);
    EXPECT_THAT(brokenCodes(verify(scenario, plan)), ElementsAre("rule3.six_hours"));
}

struct Lie {
    std::string figure;
    std::function<double&(Plan&)> place;
};

TEST(Verify, FindsEachFigureThatDoesNotFollow) {
    const std::vector<Lie> lies{
        {"worth", [](Plan& p) -> double& { return p.score.worth; }},
        {"driving_minutes_year", [](Plan& p) -> double& { return p.score.drivingMinutesYear; }},
        {"total", [](Plan& p) -> double& { return p.score.total; }},
        {"delivered_year", [](Plan& p) -> double& { return p.indicators.deliveredYear; }},
        {"within_10_min[0]", [](Plan& p) -> double& { return p.indicators.within10Min.before; }},
        {"within_10_min[1]", [](Plan& p) -> double& { return p.indicators.within10Min.after; }},
        {"within_15_min[0]", [](Plan& p) -> double& { return p.indicators.within15Min.before; }},
        {"within_15_min[1]", [](Plan& p) -> double& { return p.indicators.within15Min.after; }},
        {"severity[0]", [](Plan& p) -> double& { return p.indicators.severity.before; }},
        {"severity[1]", [](Plan& p) -> double& { return p.indicators.severity.after; }},
        {"communes_under_line[0]", [](Plan& p) -> double& { return p.indicators.communesUnderLine.before; }},
        {"communes_under_line[1]", [](Plan& p) -> double& { return p.indicators.communesUnderLine.after; }},
        {"kilometres_year", [](Plan& p) -> double& { return p.indicators.kilometresYear; }},
        {"driving_minutes", [](Plan& p) -> double& { return p.tours[1].drivingMinutes; }},
    };
    for (const Lie& lie : lies) {
        Plan plan = smallPlan();
        const double truth = lie.place(plan);
        lie.place(plan) += 0.6;
        const Verification found = verify(smallScenario(), plan);
        EXPECT_THAT(mismatchedFigures(found), ElementsAre(lie.figure));
        EXPECT_THAT(found.broken, IsEmpty()) << lie.figure;
        ASSERT_FALSE(found.mismatches.empty());
        EXPECT_NEAR(found.mismatches[0].expected, truth, 1e-6) << lie.figure;
        EXPECT_NEAR(found.mismatches[0].found, truth + 0.6, 1e-9) << lie.figure;
    }
}

TEST(Verify, RefusesABoundBelowThePlanButNotItsAbsence) {
    Plan plan = smallPlan();
    plan.score.bound = 150;
    EXPECT_THAT(mismatchedFigures(verify(smallScenario(), plan)), ElementsAre("bound"));
    plan.score.bound = 0;
    EXPECT_TRUE(verify(smallScenario(), plan).holds());
}

TEST(Verify, JudgesAnEmptyPlan) {
    Plan plan;
    plan.indicators.severity = {560, 560};
    plan.indicators.communesUnderLine = {3, 3};
    EXPECT_TRUE(verify(smallScenario(), plan).holds());
}

} // namespace
} // namespace medicobus::plan
