// SPDX-License-Identifier: EUPL-1.2
#include "planner/planner.h"

#include "plan/plan_json.h"
#include "plan/verify.h"
#include "small_scenario.h"
#include "territory/admidep.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace medicobus::planner {
namespace {

plan::Scenario admidepScenario() {
    return plan::defaultScenario(territory::admidep()).value();
}

Options quick(std::uint64_t iterations = 300) {
    Options options;
    options.iterations = iterations;
    return options;
}

void expectLawful(const plan::Scenario& scenario, const plan::Plan& plan) {
    const auto verification = plan::verify(scenario, plan);
    for (const auto& broken : verification.broken) {
        ADD_FAILURE() << broken.code.name << " series " << broken.series.value << " site "
                      << broken.site.value;
    }
    for (const auto& mismatch : verification.mismatches) {
        ADD_FAILURE() << mismatch.figure << " expected " << mismatch.expected << " found " << mismatch.found;
    }
}

TEST(Planner, MakesALawfulPlanOfAdmidepNearTheBound) {
    const auto scenario = admidepScenario();
    const auto plan = makePlan(scenario, quick(2000)).value();
    expectLawful(scenario, plan);
    EXPECT_GE(plan.score.total, 0.95 * plan.score.bound);
    EXPECT_LE(plan.score.total, plan.score.bound);
}

TEST(Planner, GivesTheSamePlanForTheSameSeed) {
    const auto scenario = admidepScenario();
    const auto first = makePlan(scenario, quick()).value();
    EXPECT_EQ(plan::planJson(first), plan::planJson(makePlan(scenario, quick()).value()));
}

TEST(Planner, BeatsTheSpreadsheet) {
    const auto scenario = admidepScenario();
    const auto sheet = spreadsheetPlan(scenario);
    EXPECT_EQ(sheet.sites.size(), 7U);
    EXPECT_NEAR(sheet.halfDaysPerWeekEach, 10.0 / 7, 1e-9);
    EXPECT_GT(sheet.score.total, 0);
    EXPECT_GT(makePlan(scenario, quick()).value().score.total, sheet.score.total);
}

TEST(Planner, StopsWhenAskedWithTheBestSoFar) {
    const auto scenario = admidepScenario();
    std::stop_source source;
    Options options;
    options.iterations = 1'000'000'000;
    options.stop = source.get_token();
    options.onProgress = [&](const Progress& progress) {
        EXPECT_GT(progress.best.total, 0);
        source.request_stop();
    };
    const auto plan = makePlan(scenario, options).value();
    EXPECT_LT(plan.iterations, options.iterations);
    expectLawful(scenario, plan);
}

TEST(Planner, KeepsLockedSeries) {
    auto scenario = admidepScenario();
    const auto free = makePlan(scenario, quick(50)).value();
    // A site that the free plan does not choose.
    const auto unused =
        std::find_if(scenario.sites.begin(), scenario.sites.end(), [&](const plan::Site& site) {
            return std::none_of(free.series.begin(), free.series.end(),
                                [&](const plan::Series& series) { return series.site == site.id; });
        });
    ASSERT_NE(unused, scenario.sites.end());
    plan::Series locked;
    locked.bus = scenario.buses[0].id;
    locked.site = unused->id;
    locked.weekday = Weekday::Wednesday;
    locked.session = scenario.sessions[0].id;
    locked.weeks = {1, 3};
    scenario.locked = {locked};
    const auto plan = makePlan(scenario, quick(50)).value();
    expectLawful(scenario, plan);
    EXPECT_TRUE(std::any_of(plan.series.begin(), plan.series.end(), [&](const plan::Series& series) {
        return series.site == locked.site && series.weekday == locked.weekday && series.weeks == locked.weeks;
    }));
}

TEST(Planner, KeepsTheNameAndTheTimeOfALockedSeries) {
    auto scenario = testing::emptyScenario();
    testing::addCommune(scenario, "10001", 0, 5000, 1);
    testing::addCommune(scenario, "10002", 3, 5000, 1);
    plan::Series locked;
    locked.id = {"promis"};
    locked.bus = {"B1"};
    locked.site = {"10001-1"};
    locked.weekday = Weekday::Tuesday;
    locked.session = {"matin"};
    locked.weeks = {0, 1, 2, 3};
    locked.start = std::chrono::minutes(9 * 60 + 25);
    locked.end = locked.start + std::chrono::minutes(180);
    scenario.locked = {locked};
    const auto plan = makePlan(scenario, quick(50)).value();
    expectLawful(scenario, plan);
    const plan::Series* series = plan.findSeries({"promis"});
    ASSERT_NE(series, nullptr);
    EXPECT_EQ(series->start, locked.start);
}

TEST(Planner, NamesASeriesByWhatItIs) {
    const auto plan = makePlan(admidepScenario(), quick(20)).value();
    std::map<std::string, int> known;
    for (const plan::Series& series : plan.series) {
        const std::string halfDay =
            fmt::format("{}-{}-{}", series.site.value, weekdayCode(series.weekday), series.session.value);
        const int rank = ++known[halfDay];
        EXPECT_EQ(series.id.value, rank == 1 ? halfDay : fmt::format("{}-{}", halfDay, rank));
    }
}

TEST(Planner, TellsWeeksThatMakeAPatternAsOneSeries) {
    const auto scenario = admidepScenario();
    const auto plan = makePlan(scenario, quick(20)).value();
    for (const plan::Series& a : plan.series) {
        for (const plan::Series& b : plan.series) {
            auto weeks = a.weeks;
            weeks.insert(weeks.end(), b.weeks.begin(), b.weeks.end());
            std::ranges::sort(weeks);
            const bool isSameHalfDay =
                a.bus == b.bus && a.site == b.site && a.weekday == b.weekday && a.session == b.session;
            EXPECT_FALSE(a.id != b.id && isSameHalfDay && plan::isRecurring(weeks, scenario.cycleWeeks))
                << a.id.value << " and " << b.id.value;
        }
    }
}

TEST(Planner, NamesALockedSeriesThatCannotStand) {
    auto scenario = testing::emptyScenario();
    testing::addCommune(scenario, "10001", 0, 5000, 1);
    testing::addCommune(scenario, "10002", 3, 5000, 1);
    plan::Series locked;
    locked.id = {"verrou-1"};
    locked.bus = {"B1"};
    locked.site = {"10001-1"};
    locked.session = {"matin"};
    locked.weeks = {0, 1, 2, 3};
    scenario.locked = {locked, locked};
    scenario.locked[1].id = {"verrou-2"};
    scenario.locked[1].site = {"10002-1"};
    const auto plan = makePlan(scenario, quick());
    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().code(), codes::plannerLockedConflict);
    EXPECT_EQ(plan.error().detail("value"), "verrou-2");
}

TEST(Planner, LeavesForbiddenPlacesEmpty) {
    auto scenario = testing::emptyScenario();
    testing::addCommune(scenario, "10001", 0, 50000, 0.5);
    plan::Forbidden mornings;
    mornings.session = plan::SessionKey{"matin"};
    plan::Forbidden oddMonday;
    oddMonday.weekday = Weekday::Monday;
    oddMonday.weeks = {1};
    scenario.forbidden = {mornings, oddMonday};
    const auto plan = makePlan(scenario, quick()).value();
    expectLawful(scenario, plan);
    ASSERT_FALSE(plan.series.empty());
    for (const plan::Series& series : plan.series) {
        EXPECT_EQ(series.session.value, "apres-midi");
    }
}

TEST(Planner, RespectsTheNumberOfSites) {
    auto scenario = admidepScenario();
    scenario.policy.maxSites = 4;
    const auto plan = makePlan(scenario, quick(50)).value();
    expectLawful(scenario, plan);
    std::set<std::string> sites;
    for (const plan::Series& series : plan.series) {
        sites.insert(series.site.value);
    }
    EXPECT_LE(sites.size(), 4U);
}

TEST(Planner, SaysSoWhenNothingCanBeReached) {
    auto scenario = testing::emptyScenario();
    testing::addCommune(scenario, "10001", 300, 5000, 1);
    const auto plan = makePlan(scenario, quick());
    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().code(), codes::plannerNoSite);
}

TEST(Planner, GivesAFarPlaceWholeDays) {
    auto scenario = testing::emptyScenario();
    // 75 minutes away a half-day alone would break the six-hour rule.
    testing::addCommune(scenario, "10001", 48, 50000, 0.5);
    const auto plan = makePlan(scenario, quick(50)).value();
    expectLawful(scenario, plan);
    ASSERT_FALSE(plan.tours.empty());
    for (const plan::Tour& tour : plan.tours) {
        EXPECT_EQ(tour.stops.size(), 2U);
    }
}

class CycleTest : public ::testing::TestWithParam<int> {};

TEST_P(CycleTest, PlansEveryLengthOfCycle) {
    auto scenario = admidepScenario();
    scenario.cycleWeeks = GetParam();
    const auto plan = makePlan(scenario, quick(30)).value();
    expectLawful(scenario, plan);
    EXPECT_LE(plan.score.total, plan.score.bound);
}

INSTANTIATE_TEST_SUITE_P(Weeks, CycleTest, ::testing::Values(1, 2, 3, 4));

} // namespace
} // namespace medicobus::planner
