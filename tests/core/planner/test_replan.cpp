// SPDX-License-Identifier: EUPL-1.2
#include "planner/replan/catch_up.h"
#include "planner/replan/replan.h"
#include "planner/replan/world.h"

#include "plan/plan_json.h"
#include "plan/scenario_json.h"
#include "plan/verify.h"
#include "small_scenario.h"
#include "territory/admidep.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace medicobus::planner {
namespace {

plan::Scenario admidep(int buses = 1) {
    auto scenario = plan::defaultScenario(territory::admidep()).value();
    for (int bus = 2; bus <= buses; ++bus) {
        scenario.buses.push_back(scenario.buses.front());
        scenario.buses.back().id = {fmt::format("B{}", bus)};
        scenario.policy.maxSites += 10;
    }
    return scenario;
}

plan::Plan announcedPlan(const plan::Scenario& scenario) {
    Options options;
    options.iterations = 1500;
    return makePlan(scenario, options).value();
}

void expectLawful(const plan::Scenario& scenario, const plan::Plan& plan) {
    const auto verification = plan::verify(scenario, plan);
    for (const auto& broken : verification.broken) {
        ADD_FAILURE() << broken.code.name << " series " << broken.series.value;
    }
    EXPECT_TRUE(verification.mismatches.empty());
}

/// Every announced series stands unchanged in the new plan or is told as a change, and none is told twice.
void expectTold(const plan::Plan& announced, const Replanned& made) {
    std::map<plan::SeriesKey, const SeriesChange*> told;
    for (const SeriesChange& change : made.changes) {
        if (change.before) {
            EXPECT_TRUE(told.emplace(change.before->id, &change).second);
        }
    }
    int kept = 0;
    for (const plan::Series& series : announced.series) {
        const bool stands = std::ranges::find(made.plan.series, series) != made.plan.series.end();
        EXPECT_NE(stands, told.contains(series.id)) << series.id.value;
        kept += stands ? 1 : 0;
    }
    EXPECT_EQ(made.kept, kept);
    EXPECT_EQ(made.announced, static_cast<int>(announced.series.size()));
}

int countOf(const Replanned& made, Fate fate) {
    return static_cast<int>(std::ranges::count(made.changes, fate, &SeriesChange::fate));
}

TEST(Replan, ChangesNothingWhenNothingChanged) {
    const auto scenario = admidep();
    const auto announced = announcedPlan(scenario);
    const auto made = replan(scenario, announced).value();
    EXPECT_TRUE(made.changes.empty());
    EXPECT_EQ(made.plan.series, announced.series);
    EXPECT_NEAR(made.plan.score.total, announced.score.total, 1e-9);
}

TEST(Replan, ChangesOnlyTheClosedRoom) {
    const auto scenario = admidep();
    const auto announced = announcedPlan(scenario);
    const plan::SiteKey closed = announced.series.front().site;
    const auto after = changed(scenario, RoomClosed{closed}).value();
    ReplanOptions options;
    options.releaseGain.reset();
    const auto made = replan(after, announced, options).value();
    expectLawful(after, made.plan);
    expectTold(announced, made);
    for (const SeriesChange& change : made.changes) {
        if (change.before) {
            EXPECT_EQ(change.before->site, closed);
            EXPECT_EQ(change.fate, Fate::Dropped);
            EXPECT_EQ(change.cause, Cause::Gone);
        }
    }
    EXPECT_GT(countOf(made, Fate::Dropped), 0);
    EXPECT_GT(countOf(made, Fate::Added), 0) << "the freed half-days serve somebody else";
}

TEST(Replan, MovesASeriesAtItsPlaceWhenTheRoomClosesThatDay) {
    const auto scenario = admidep();
    const auto announced = announcedPlan(scenario);
    const plan::Series& first = announced.series.front();
    auto after = scenario;
    for (plan::Site& site : after.sites) {
        if (site.id == first.site) {
            for (plan::Opening& opening : site.opening) {
                std::erase(opening.days, first.weekday);
            }
        }
    }
    // A week with room for it: the day would else be full.
    after.buses.front().weekdays.push_back(Weekday::Saturday);
    for (plan::Site& site : after.sites) {
        site.opening.front().days.push_back(Weekday::Saturday);
    }
    const auto made = replan(after, announced).value();
    expectLawful(after, made.plan);
    expectTold(announced, made);
    const auto told = std::ranges::find_if(made.changes, [&](const SeriesChange& change) {
        return change.before && change.before->id == first.id;
    });
    ASSERT_NE(told, made.changes.end());
    EXPECT_EQ(told->cause, Cause::Closed);
    EXPECT_EQ(told->fate, Fate::Moved);
    EXPECT_EQ(told->after->site, first.site);
    EXPECT_NE(told->after->weekday, first.weekday);
}

TEST(Replan, HandsTheHalfDaysOfALostBusToTheOther) {
    const auto scenario = admidep(2);
    auto announced = announcedPlan(scenario);
    // Half of what the second bus does, so that the first has room for it.
    auto light = scenario;
    light.policy.maxSites = 6;
    announced = announcedPlan(light);
    const auto after = changed(light, BusLost{{"B2"}}).value();
    const auto made = replan(after, announced).value();
    expectLawful(after, made.plan);
    expectTold(announced, made);
    for (const SeriesChange& change : made.changes) {
        if (change.before && change.cause == Cause::Gone) {
            EXPECT_EQ(change.before->bus, plan::BusKey{"B2"});
        }
    }
    EXPECT_GT(countOf(made, Fate::OtherBus) + countOf(made, Fate::OtherTime) + countOf(made, Fate::Moved), 0);
}

TEST(Replan, ReleasesAPlaceWhereADoctorSettled) {
    const auto scenario = admidep();
    const auto announced = announcedPlan(scenario);
    const auto* site = scenario.findSite(announced.series.front().site);
    const auto after = changed(scenario, DoctorSettles{site->insee, 60'000}).value();
    const auto made = replan(after, announced).value();
    expectLawful(after, made.plan);
    expectTold(announced, made);
    const auto released = std::ranges::find(made.changes, Cause::Released, &SeriesChange::cause);
    ASSERT_NE(released, made.changes.end());
    EXPECT_GT(released->gain, 0);
    ReplanOptions never;
    never.releaseGain.reset();
    EXPECT_EQ(replan(after, announced, never).value().kept, made.announced);
}

TEST(Replan, NeverMovesALockedSeries) {
    auto scenario = admidep();
    const auto announced = announcedPlan(scenario);
    const auto* site = scenario.findSite(announced.series.front().site);
    scenario.locked = {announced.series.front()};
    const auto after = changed(scenario, DoctorSettles{site->insee, 60'000}).value();
    const auto made = replan(after, announced).value();
    EXPECT_NE(std::ranges::find(made.plan.series, announced.series.front()), made.plan.series.end());
}

/// So far away that a morning alone would be over six hours of work without a pause: 101 minutes each way.
plan::Scenario farScenario() {
    auto scenario = testing::emptyScenario();
    testing::addCommune(scenario, "00001", 65, 5000, 0.5);
    scenario.policy.maxSessionsPerSiteWeek = 2;
    return scenario;
}

TEST(Replan, KeepsTheTwoHalvesOfAFarDay) {
    const auto scenario = farScenario();
    const auto announced = announcedPlan(scenario);
    ASSERT_EQ(announced.series.size(), 2U);
    const auto made = replan(scenario, announced).value();
    EXPECT_TRUE(made.changes.empty());
    auto locked = scenario;
    locked.locked = announced.series;
    EXPECT_EQ(announcedPlan(locked).series, announced.series);
}

TEST(CatchUp, MovesAFarDayWhole) {
    const auto scenario = farScenario();
    const auto announced = announcedPlan(scenario);
    const Date monday = parseDate("2027-03-01").value();
    const auto programme = plan::publishable(scenario, announced, monday);
    const Date lostDay = monday + std::chrono::days(static_cast<int>(announced.series.front().weekday));
    const auto lost = catchUp(scenario, programme, {{plan::BusKey{"B1"}, std::nullopt, lostDay, lostDay}},
                              monday, monday + std::chrono::days(6));
    ASSERT_EQ(lost.size(), 2U);
    ASSERT_TRUE(lost[0].instead && lost[1].instead);
    EXPECT_EQ(dateOf(lost[0].instead->start), dateOf(lost[1].instead->start));
    EXPECT_EQ(dateOf(lost[0].instead->start), lostDay + std::chrono::days(1));
    EXPECT_LT(lost[0].instead->end, lost[1].instead->start);
}

TEST(Replan, SaysTheSameTwice) {
    const auto scenario = admidep();
    const auto announced = announcedPlan(scenario);
    const auto after = changed(scenario, RoomClosed{announced.series.back().site}).value();
    EXPECT_EQ(plan::planJson(replan(after, announced).value().plan),
              plan::planJson(replan(after, announced).value().plan));
}

TEST(World, DoctorRaisesAplAroundByHisConsultations) {
    auto scenario = testing::emptyScenario();
    testing::addCommune(scenario, "00001", 0, 1000, 1.0);
    testing::addCommune(scenario, "00002", 8, 1000, 2.0);  // 12.5 min by road: weight 0.3.
    testing::addCommune(scenario, "00003", 40, 1000, 2.0); // Out of reach.
    const auto after = changed(scenario, DoctorSettles{{"00001"}, 2600}).value();
    const auto& communes = after.territory.communes;
    EXPECT_NEAR(*communes[0].apl, 1.0 + 2600.0 / 1300, 1e-9);
    EXPECT_NEAR(*communes[1].apl, 2.0 + 0.3 * 2600.0 / 1300, 1e-9);
    EXPECT_EQ(*communes[2].apl, 2.0);
}

TEST(World, NamesWhatIsNotThere) {
    const auto scenario = admidep();
    EXPECT_EQ(changed(scenario, RoomClosed{{"nowhere"}}).error().code(), codes::replanUnknownSite);
    EXPECT_EQ(changed(scenario, DoctorSettles{{"99999"}, 1}).error().code(), codes::replanUnknownCommune);
    EXPECT_EQ(changed(scenario, BusLost{{"B9"}}).error().code(), codes::replanUnknownBus);
    EXPECT_EQ(changed(scenario, BusLost{{"B1"}}).error().code(), codes::replanLastBus);
    EXPECT_EQ(changed(scenario, BusGained{{"B1"}, {"99999"}}).error().code(), codes::replanAlready);
    EXPECT_EQ(changed(scenario, RoomLent{scenario.sites.front().insee}).error().code(), codes::replanAlready);
}

TEST(World, SettledDoctorsAreReadBackFromTheScenario) {
    auto scenario = admidep();
    plan::settle(scenario, {scenario.sites.front().insee, 4000});
    const auto again = plan::parseScenario(plan::scenarioJson(scenario), "again.json").value();
    EXPECT_EQ(again.settled, scenario.settled);
    for (std::size_t i = 0; i < again.territory.communes.size(); ++i) {
        EXPECT_EQ(again.territory.communes[i].apl, scenario.territory.communes[i].apl);
    }
}

} // namespace
} // namespace medicobus::planner
