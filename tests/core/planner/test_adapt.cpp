// SPDX-License-Identifier: EUPL-1.2
#include "planner/adapt/accept.h"

#include "plan/verify.h"
#include "planner/planner.h"

#include "small_scenario.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace medicobus::planner {
namespace {

using std::chrono::minutes;

/// A site held on two half-days a week, each of 9 slots of 20 minutes.
struct Week {
    plan::Scenario scenario = testing::emptyScenario();
    plan::Plan plan;

    Week() {
        testing::addCommune(scenario, "00001", 5, 1000, 1.0);
        add("a", "matin", {0, 1, 2, 3}, minutes(540));
        add("b", "apres-midi", {0, 1, 2, 3}, minutes(840));
    }
    void add(const char* id, const char* session, std::vector<int> weeks, minutes start) {
        plan::Series series;
        series.id = {id};
        series.bus = {"B1"};
        series.site = {"00001-1"};
        series.session = {session};
        series.weeks = std::move(weeks);
        series.start = start;
        series.end = start + minutes(180);
        plan.series.push_back(series);
    }
};

Attendance held(const char* series, int sessions, int wanted) {
    Attendance one;
    one.series = {series};
    one.sessions = sessions;
    one.slots = 9 * sessions;
    one.booked = std::min(wanted, one.slots);
    one.refused = wanted - one.booked;
    one.seen = one.booked;
    return one;
}

const Proposal* find(const Adaptation& made, const char* series) {
    const auto at = std::ranges::find(made.proposals, plan::SeriesKey{series}, &Proposal::series);
    return at == made.proposals.end() ? nullptr : &*at;
}

TEST(Posterior, IsThePoissonSum) {
    // 1 - P(Gamma(3, rate 2) < 1.5) = e^-3 (1 + 3 + 9/2), worked out by hand.
    EXPECT_NEAR(probabilityAbove(2, 2, 1.5), std::exp(-3.0) * 8.5, 1e-12);
    EXPECT_EQ(probabilityAbove(0, 4, 0), 1);
    EXPECT_NEAR(probabilityAbove(quantileAbove(40, 8, 0.9) > 0 ? 40 : 0, 8, quantileAbove(40, 8, 0.9)), 0.9,
                1e-9);
    // Far from where a double can hold e^-m.
    EXPECT_NEAR(probabilityAbove(2000, 100, 20.0), 0.5, 0.02);
}

TEST(Adapt, SaysNothingOfTwoSessions) {
    Week week;
    const auto made = adapt(week.scenario, week.plan, {held("a", 1, 5)}).value();
    EXPECT_TRUE(made.proposals.empty());
    ASSERT_EQ(made.undecided.size(), 1U);
    EXPECT_LT(made.undecided.front().wantedLow, 5);
    EXPECT_GT(made.undecided.front().wantedHigh, 5);
}

TEST(Adapt, GrowsSurerWithTheSameShareOverMoreSessions) {
    Week week;
    const auto few = adapt(week.scenario, week.plan, {held("a", 2, 21)}).value();
    const auto many = adapt(week.scenario, week.plan, {held("a", 20, 210)}).value();
    ASSERT_TRUE(find(few, "a") && find(many, "a"));
    EXPECT_LT(find(few, "a")->probability, find(many, "a")->probability);
    EXPECT_EQ(find(many, "a")->confidence, Confidence::Sure);
    EXPECT_GT(find(few, "a")->wantedHigh - find(few, "a")->wantedLow,
              find(many, "a")->wantedHigh - find(many, "a")->wantedLow);
}

TEST(Adapt, LengthensAFullSessionWithinItsHalfDay) {
    Week week;
    const auto made = adapt(week.scenario, week.plan, {held("a", 12, 12 * 11)}).value();
    ASSERT_TRUE(find(made, "a"));
    EXPECT_EQ(find(made, "a")->advice, Advice::Longer);
    EXPECT_EQ(find(made, "a")->slots, 12); // 08:30 to 12:45 holds 12 slots.
}

TEST(Adapt, HoldsAFullSessionOfEveryOtherWeekMoreOften) {
    Week week;
    week.plan.series.clear();
    week.add("a", "matin", {1, 3}, minutes(540));
    week.scenario.sessions.front().to = minutes(510 + 180); // No room to lengthen.
    const auto made = adapt(week.scenario, week.plan, {held("a", 12, 12 * 12)}).value();
    ASSERT_TRUE(find(made, "a"));
    EXPECT_EQ(find(made, "a")->advice, Advice::MoreOften);
    EXPECT_EQ(find(made, "a")->weeks, (std::vector<int>{0, 1, 2, 3}));
}

TEST(Adapt, MergesTwoHalfEmptySessionsOfOneSite) {
    Week week;
    const auto made = adapt(week.scenario, week.plan, {held("a", 12, 36), held("b", 12, 36)}).value();
    ASSERT_EQ(made.proposals.size(), 1U);
    EXPECT_EQ(made.proposals.front().advice, Advice::Merge);
    EXPECT_EQ(made.proposals.front().with, plan::SeriesKey{"b"});
}

TEST(Adapt, HalvesAQuietSessionOnlyIfTheGapAllows) {
    Week week;
    week.plan.series.pop_back();
    const auto made = adapt(week.scenario, week.plan, {held("a", 16, 16 * 3)}).value();
    ASSERT_TRUE(find(made, "a"));
    EXPECT_EQ(find(made, "a")->advice, Advice::LessOften);
    EXPECT_EQ(find(made, "a")->weeks, (std::vector<int>{0, 2}));
    week.scenario.policy.maxGapWeeks = 1;
    const auto strict = adapt(week.scenario, week.plan, {held("a", 16, 16 * 3)}).value();
    ASSERT_TRUE(find(strict, "a"));
    EXPECT_EQ(find(strict, "a")->advice, Advice::Shorter);
    EXPECT_LT(*find(strict, "a")->slots, 9);
    EXPECT_GE(*find(strict, "a")->slots, 3);
}

TEST(Adapt, ReleasesASessionThatNobodyWants) {
    Week week;
    const auto made = adapt(week.scenario, week.plan, {held("a", 10, 5), held("b", 10, 75)}).value();
    ASSERT_TRUE(find(made, "a"));
    EXPECT_EQ(find(made, "a")->advice, Advice::Release);
    EXPECT_FALSE(find(made, "b")) << "well filled";
}

TEST(Accept, ChangesOnlyTheSeriesAgreedOn) {
    Week week;
    Options options;
    options.iterations = 50;
    week.scenario.policy.maxSessionsPerSiteWeek = 2;
    const plan::Plan announced = makePlan(week.scenario, options).value();
    ASSERT_EQ(announced.series.size(), 2U);
    Proposal longer;
    longer.advice = Advice::Longer;
    longer.series = announced.series.front().id;
    longer.slots = 11;
    const auto made = accept(week.scenario, announced, {longer});
    ASSERT_TRUE(made) << made.error().code().name << " " << made.error().detail("value");
    const Version& next = *made;
    EXPECT_TRUE(plan::verify(next.scenario, next.plan).holds());
    ASSERT_EQ(next.plan.series.size(), 2U);
    const auto changed = std::ranges::count_if(next.plan.series, [&](const plan::Series& series) {
        return std::ranges::find(announced.series, series) == announced.series.end();
    });
    EXPECT_EQ(changed, 1);
    EXPECT_GT(next.plan.indicators.deliveredYear, announced.indicators.deliveredYear);

    Proposal release;
    release.advice = Advice::Release;
    release.series = announced.series.front().id;
    const Version less = accept(week.scenario, announced, {release}).value();
    EXPECT_TRUE(plan::verify(less.scenario, less.plan).holds());
    EXPECT_EQ(less.plan.series.size(), 1U);
}

TEST(Accept, RefusesWhatBreaksARule) {
    Week week;
    Options options;
    options.iterations = 50;
    const plan::Plan announced = makePlan(week.scenario, options).value();
    Proposal longer;
    longer.advice = Advice::Longer;
    longer.series = announced.series.front().id;
    longer.slots = 40;
    EXPECT_EQ(accept(week.scenario, announced, {longer}).error().code(), codes::adaptUnlawful);
}

TEST(Adapt, RefusesCountsThatContradictEachOther) {
    Week week;
    Attendance one = held("a", 4, 20);
    one.absent = one.booked + 1;
    EXPECT_EQ(adapt(week.scenario, week.plan, {one}).error().code(), codes::adaptCounts);
    EXPECT_EQ(adapt(week.scenario, week.plan, {held("z", 4, 20)}).error().code(), codes::adaptUnknownSeries);
}

} // namespace
} // namespace medicobus::planner
