// SPDX-License-Identifier: EUPL-1.2
#include "planner/explain/explain.h"

#include "plan/verify.h"
#include "planner/planner.h"
#include "small_scenario.h"
#include "territory/commune_reader.h"
#include "tests/core/shared_data.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace medicobus::planner {
namespace {

plan::Plan planOf(const plan::Scenario& scenario) {
    Options options;
    options.iterations = 100;
    return makePlan(scenario, options).value();
}

/// One bus on Mondays and two communes far apart, of which the first lacks most.
plan::Scenario mondays() {
    auto scenario = testing::emptyScenario();
    scenario.buses[0].weekdays = {Weekday::Monday};
    testing::addCommune(scenario, "10001", 1, 8000, 0.5);
    testing::addCommune(scenario, "10002", 30, 8000, 1.2);
    return scenario;
}

/// The reasons for what changed, each computed again; returns how many there are of each code.
std::map<std::string, int> expectAllHold(const PlanOf& before, const PlanOf& after) {
    const auto reasons = explainChanges(before, after).value();
    std::map<std::string, int> codes;
    for (const plan::Reason& reason : reasons) {
        ++codes[reason.code];
        const auto found = recheckChange(before, after, reason).value();
        EXPECT_TRUE(found.holds()) << reason.code << ' ' << reason.subject.series.value;
        for (std::size_t i = 0; i < reason.figures.size(); ++i) {
            plan::Reason lie = reason;
            lie.figures[i].value += 1;
            EXPECT_FALSE(recheckChange(before, after, lie).value().holds()) << lie.figures[i].name;
        }
    }
    EXPECT_EQ(codes["change.total"], 1);
    return codes;
}

TEST(ExplainChanges, CountsWhatIsKept) {
    const auto scenario = mondays();
    const auto plan = planOf(scenario);
    const auto reasons = explainChanges({scenario, plan}, {scenario, plan}).value();
    ASSERT_EQ(reasons.size(), 1U);
    EXPECT_EQ(reasons[0].number("kept"), static_cast<double>(plan.series.size()));
    EXPECT_NEAR(reasons[0].number("total_after"), plan.score.total, 1e-6);
}

TEST(ExplainChanges, NamesTheRuleThatARoomClosedBreaks) {
    const auto scenario = mondays();
    const auto before = planOf(scenario);
    auto closed = scenario;
    closed.sites[0].opening = {{{Weekday::Sunday}}};
    const auto after = planOf(closed);
    auto codes = expectAllHold({scenario, before}, {closed, after});
    EXPECT_EQ(codes["removed.blocked"], static_cast<int>(before.series.size()));
    EXPECT_EQ(codes["change.added"], static_cast<int>(after.series.size()));
    const auto reasons = explainChanges({scenario, before}, {closed, after}).value();
    EXPECT_EQ(reasons[1].id("rule"), "rule1.opening");
}

TEST(ExplainChanges, KnowsASiteThatIsNoMore) {
    const auto scenario = mondays();
    const auto before = planOf(scenario);
    auto without = scenario;
    without.sites.erase(without.sites.begin());
    const auto after = planOf(without);
    const auto reasons = explainChanges({scenario, before}, {without, after}).value();
    ASSERT_EQ(reasons[1].code, "removed.blocked");
    EXPECT_EQ(reasons[1].id("rule"), "plan.unknown_site");
    expectAllHold({scenario, before}, {without, after});
}

TEST(ExplainChanges, SeesThatADoctorSettled) {
    const auto scenario = mondays();
    const auto before = planOf(scenario);
    auto settled = scenario;
    settled.territory.communes[0].apl = 2.4;
    const auto after = planOf(settled);
    auto codes = expectAllHold({scenario, before}, {settled, after});
    EXPECT_EQ(codes["removed.need_fell"], static_cast<int>(before.series.size()));
}

TEST(ExplainChanges, SaysByHowMuchTheNewPlaceIsBetter) {
    const auto scenario = mondays();
    auto closed = scenario;
    plan::Forbidden ban;
    ban.site = plan::SiteKey{"10001-1"};
    closed.forbidden = {ban};
    const auto before = planOf(closed);
    const auto after = planOf(scenario);
    auto codes = expectAllHold({closed, before}, {scenario, after});
    EXPECT_EQ(codes["removed.better"], static_cast<int>(before.series.size()));
}

TEST(ExplainChanges, FollowsAMoveAndAnotherHour) {
    const auto scenario = mondays();
    const auto before = planOf(scenario);
    auto other = scenario;
    other.buses[0].weekdays = {Weekday::Tuesday};
    auto codes = expectAllHold({scenario, before}, {other, planOf(other)});
    EXPECT_EQ(codes["moved.blocked"], static_cast<int>(before.series.size()));
    auto later = scenario;
    for (plan::SessionKind& kind : later.sessions) {
        kind.from += std::chrono::minutes(15);
    }
    codes = expectAllHold({scenario, before}, {later, planOf(later)});
    EXPECT_EQ(codes["change.retimed"], static_cast<int>(before.series.size()));
}

TEST(ExplainChanges, HoldOnARealDepartment) {
    MEDICOBUS_NEEDS_SHARED_DATA();
    const auto file = testing::sharedData() / "territory" / "communes-62.csv";
    const auto scenario =
        plan::defaultScenario(territory::readCommunes(file.string()).value(), territory::InseeCode{"62765"})
            .value();
    const auto before = planOf(scenario);
    auto closed = scenario;
    std::erase_if(closed.sites,
                  [&](const plan::Site& site) { return site.id == before.series.front().site; });
    const auto after = planOf(closed);
    const auto codes = expectAllHold({scenario, before}, {closed, after});
    EXPECT_TRUE(codes.contains("removed.blocked") || codes.contains("moved.blocked"));
}

} // namespace
} // namespace medicobus::planner
