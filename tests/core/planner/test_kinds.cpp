// SPDX-License-Identifier: EUPL-1.2
// Services, free lengths, whole days with a pause and several stops a day, from plan to verify.
#include "plan/verify.h"
#include "planner/planner.h"
#include "small_scenario.h"
#include "territory/admidep.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace medicobus::planner {
namespace {

using plan::Service;
using std::chrono::minutes;

Options quick() {
    Options options;
    options.iterations = 200;
    return options;
}

plan::Plan lawfulPlan(const plan::Scenario& scenario) {
    auto plan = makePlan(scenario, quick()).value();
    const auto found = plan::verify(scenario, plan);
    for (const auto& broken : found.broken) {
        ADD_FAILURE() << broken.code.name << " series " << broken.series.value << " value "
                      << broken.value.value_or(0) << " limit " << broken.limit.value_or(0);
    }
    for (const auto& mismatch : found.mismatches) {
        ADD_FAILURE() << mismatch.figure << " expected " << mismatch.expected << " found " << mismatch.found;
    }
    EXPECT_LE(plan.score.total, plan.score.bound + 1e-6);
    return plan;
}

plan::Scenario threeCommunes() {
    auto scenario = testing::emptyScenario();
    testing::addCommune(scenario, "10001", 6, 6000, 1.0);
    testing::addCommune(scenario, "10002", 14, 5000, 0.8);
    testing::addCommune(scenario, "10003", 20, 4000, 1.2);
    scenario.policy.maxSessionsPerSiteWeek = 6;
    return scenario;
}

plan::SessionKind kind(const std::string& id, int from, int to, int length) {
    return {{id}, minutes(from), minutes(to), minutes(length)};
}

std::size_t mostStops(const plan::Plan& plan) {
    std::size_t most = 0;
    for (const plan::Tour& tour : plan.tours) {
        most = std::max(most, tour.stops.size());
    }
    return most;
}

plan::Scenario withService(Service service) {
    auto scenario = threeCommunes();
    scenario.sessions[1].service = service;
    scenario.sessions[1].gpShare = 0;
    plan::ServiceNeed need;
    need.service = service;
    need.per1000Year = 200;
    scenario.policy.services = {need};
    return scenario;
}

class OwnNeedTest : public ::testing::TestWithParam<Service> {};

TEST_P(OwnNeedTest, AddsItsWorthToThePlan) {
    const auto scenario = withService(GetParam());
    const auto plan = lawfulPlan(scenario);
    ASSERT_EQ(plan.indicators.services.size(), 1U);
    const auto& figures = plan.indicators.services[0];
    EXPECT_GT(figures.deliveredYear, 0);
    EXPECT_NEAR(plan.score.worth,
                plan.indicators.severity.before - plan.indicators.severity.after + figures.severity.before
                    - figures.severity.after,
                1e-6);
    std::set<std::string> kinds;
    for (const plan::Series& series : plan.series) {
        kinds.insert(series.session.value);
    }
    EXPECT_EQ(kinds.size(), 2U) << "doctor and the other service";
}

INSTANTIATE_TEST_SUITE_P(Services, OwnNeedTest,
                         ::testing::Values(Service::Specialist, Service::Prevention, Service::HomeRound),
                         [](const auto& test) {
                             return test.param == Service::HomeRound    ? "HomeRound"
                                    : test.param == Service::Prevention ? "Prevention"
                                                                        : "Specialist";
                         });

TEST(Kinds, GiveMoreOfAServiceOfGreaterWeight) {
    auto scenario = withService(Service::Prevention);
    scenario.buses[0].weekdays = {Weekday::Monday, Weekday::Tuesday};
    scenario.sessions[1].from = scenario.sessions[0].from;
    scenario.sessions[1].to = scenario.sessions[0].to;
    const auto acts = [&](double weight) {
        scenario.policy.services[0].weight = weight;
        const auto plan = lawfulPlan(scenario);
        return plan.indicators.services[0].deliveredYear;
    };
    EXPECT_GT(acts(20), acts(0.01)) << "both want the same mornings";
    EXPECT_EQ(acts(0.01), 0);
}

TEST(Kinds, HoldVideoConsultationsOnlyWhereThereIsANetwork) {
    auto scenario = threeCommunes();
    for (plan::SessionKind& each : scenario.sessions) {
        each.service = Service::NurseVideo;
        each.gpShare = plan::defaultVideoShare;
    }
    const auto none = makePlan(scenario, quick());
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code(), codes::plannerNoSite);
    scenario.sites[1].hasNetwork = true;
    const auto plan = lawfulPlan(scenario);
    ASSERT_FALSE(plan.series.empty());
    for (const plan::Series& series : plan.series) {
        EXPECT_EQ(series.site.value, "10002-1");
    }
}

TEST(Kinds, ReplaceLessThanADoctorByVideo) {
    auto scenario = threeCommunes();
    const double doctor = lawfulPlan(scenario).score.worth;
    for (plan::SessionKind& each : scenario.sessions) {
        each.service = Service::NurseVideo;
        each.gpShare = 0.7;
    }
    for (plan::Site& site : scenario.sites) {
        site.hasNetwork = true;
    }
    const double video = lawfulPlan(scenario).score.worth;
    EXPECT_LT(video, doctor);
    EXPECT_GT(video, 0.7 * doctor) << "the first consultations are worth most";
}

TEST(FreeLength, FillsTheWindowWhereNothingElseAsksForTheTime) {
    auto scenario = threeCommunes();
    scenario.sessions = {kind("libre", 510, 1065, 300)};
    scenario.sessions[0].minLength = minutes(60);
    const auto plan = lawfulPlan(scenario);
    for (const plan::Series& series : plan.series) {
        EXPECT_EQ(series.end - series.start, minutes(300));
    }
}

TEST(FreeLength, KeepsToTheHoursOfTheSite) {
    auto scenario = threeCommunes();
    scenario.sessions = {kind("libre", 510, 1065, 300)};
    scenario.sessions[0].minLength = minutes(60);
    for (plan::Site& site : scenario.sites) {
        site.opening[0].from = minutes(600);
        site.opening[0].to = minutes(600 + 190);
    }
    const auto plan = lawfulPlan(scenario);
    ASSERT_FALSE(plan.series.empty());
    for (const plan::Series& series : plan.series) {
        EXPECT_EQ(series.end - series.start, minutes(180)) << "60 and six slots of 20 in 190 minutes";
    }
}

TEST(FreeLength, LeavesALockedTimeAsItIs) {
    auto scenario = threeCommunes();
    scenario.sessions = {kind("libre", 510, 1065, 300)};
    scenario.sessions[0].minLength = minutes(60);
    plan::Series locked;
    locked.id = {"promis"};
    locked.bus = {"B1"};
    locked.site = {"10002-1"};
    locked.weekday = Weekday::Wednesday;
    locked.session = {"libre"};
    locked.weeks = {0, 1, 2, 3};
    locked.start = minutes(600);
    locked.end = minutes(600 + 140);
    scenario.locked = {locked};
    const auto plan = lawfulPlan(scenario);
    const plan::Series* kept = plan.findSeries({"promis"});
    ASSERT_NE(kept, nullptr);
    EXPECT_EQ(kept->start, locked.start);
    EXPECT_EQ(kept->end, locked.end);
}

TEST(WholeDay, TakesItsPauseAsTheBreak) {
    auto scenario = threeCommunes();
    scenario.sessions = {kind("journee", 540, 1020, 480)};
    scenario.sessions[0].pause = minutes(60);
    const auto plan = lawfulPlan(scenario);
    ASSERT_FALSE(plan.series.empty());
    for (const plan::Series& series : plan.series) {
        EXPECT_EQ(series.end - series.start, minutes(480));
        EXPECT_EQ(series.pauseStart - series.start, minutes(220)) << "eleven of 21 slots come first";
        EXPECT_EQ(series.pause(), minutes(60));
    }
    // Without the pause nine hours of presence would be nine of work, more than six of them in a row.
    scenario.sessions[0].pause = minutes(0);
    EXPECT_FALSE(makePlan(scenario, quick()));
}

TEST(SeveralStops, VisitThreeOrFourPlacesADay) {
    auto scenario = threeCommunes();
    testing::addCommune(scenario, "10004", 24, 4000, 0.9);
    scenario.policy.maxSessionsPerSiteWeek = 4;
    scenario.sessions = {kind("a", 510, 1065, 90), kind("b", 510, 1065, 60), kind("c", 510, 1065, 90),
                         kind("d", 510, 1065, 60)};
    const auto plan = lawfulPlan(scenario);
    EXPECT_GE(mostStops(plan), 3U);
}

TEST(SeveralStops, KeepSixHoursWithWaitsBetween) {
    auto scenario = threeCommunes();
    scenario.policy.lambda = 0;
    // Windows that make the crew wait a little between one stop and the next.
    scenario.sessions = {kind("a", 480, 560, 60), kind("b", 600, 680, 60), kind("c", 720, 800, 60),
                         kind("d", 840, 920, 60), kind("e", 960, 1040, 60)};
    EXPECT_GE(mostStops(lawfulPlan(scenario)), 3U);
}

TEST(SeveralStops, TakeOverlappingKindsInEitherOrder) {
    auto scenario = threeCommunes();
    scenario.sessions = {kind("long", 510, 1065, 180), kind("court", 510, 1065, 90)};
    scenario.sites[0].opening[0].to = minutes(720);
    scenario.sites[2].opening[0].from = minutes(780);
    const auto plan = lawfulPlan(scenario);
    EXPECT_EQ(mostStops(plan), 2U);
}

TEST(Kinds, PlanTheFictionalTerritoryWithAllOfThem) {
    auto scenario = plan::defaultScenario(territory::admidep()).value();
    plan::ServiceNeed prevention;
    prevention.per1000Year = 100;
    plan::ServiceNeed rounds;
    rounds.service = Service::HomeRound;
    rounds.per1000Year = 300;
    rounds.population = plan::ServiceNeed::Population::From65;
    scenario.policy.services = {prevention, rounds};
    auto free = kind("libre", 480, 780, 240);
    free.minLength = minutes(60);
    auto day = kind("journee", 540, 1020, 480);
    day.pause = minutes(45);
    auto vaccination = kind("vaccins", 780, 1080, 90);
    vaccination.service = Service::Prevention;
    vaccination.gpShare = 0;
    vaccination.ownSlot = minutes(10);
    auto round = kind("ronde", 780, 1065, 180);
    round.service = Service::HomeRound;
    round.gpShare = 0;
    round.ownSlot = minutes(30);
    scenario.sessions = {free, day, vaccination, round, kind("court", 480, 1080, 60)};
    const auto plan = lawfulPlan(scenario);
    EXPECT_EQ(plan.indicators.services.size(), 2U);
    EXPECT_FALSE(plan.tours.empty());
}

} // namespace
} // namespace medicobus::planner
