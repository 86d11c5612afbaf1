// SPDX-License-Identifier: EUPL-1.2
#include "base/random.h"
#include "plan/programme.h"
#include "territory/admidep.h"
#include "tests/core/plan/programme_sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace medicobus::plan {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(RecurrenceOf, SaysEvenlySpacedWeeksByOneRule) {
    struct Case {
        std::vector<int> weeks;
        int cycle;
        std::string expected;
    };
    const std::vector<Case> cases{
        {{0, 1, 2, 3}, 4, "FREQ=WEEKLY;BYDAY=TU;WKST=MO"},
        {{0, 2}, 4, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=MO"},
        {{1, 3}, 4, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=MO"},
        {{2}, 3, "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU;WKST=MO"},
        {{3}, 4, "FREQ=WEEKLY;INTERVAL=4;BYDAY=TU;WKST=MO"},
        {{0}, 1, "FREQ=WEEKLY;BYDAY=TU;WKST=MO"},
        {{0, 1}, 4, ""},
        {{0, 3}, 4, ""},
        {{0, 1, 2}, 4, ""},
        {{0, 2}, 3, ""},
        {{}, 4, ""},
    };
    for (const auto& [weeks, cycle, expected] : cases) {
        const auto rule = recurrenceOf(seriesOn("s", "99001-1", Weekday::Tuesday, weeks), cycle);
        EXPECT_EQ(rule ? rule->text() : "", expected) << ::testing::PrintToString(weeks) << " of " << cycle;
    }
}

TEST(RecurrenceOf, StartsOnTheFirstDateAndEndsWithTheSite) {
    auto programme = sampleProgramme();
    programme.until = day("2027-12-31");
    programme.sites[1].validFrom = day("2027-03-12");
    programme.sites[1].validUntil = day("2027-06-30");
    const auto set = recurrenceOf(programme, programme.series[1]);
    ASSERT_TRUE(set);
    EXPECT_EQ(formatDate(set->start), "2027-03-25");
    EXPECT_EQ(set->rule->text(), "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;UNTIL=20270630;WKST=MO");
    programme.sites[1].validUntil = day("2027-03-20");
    EXPECT_FALSE(recurrenceOf(programme, programme.series[1])) << "no date at all";
}

TEST(RecurrenceOf, GivesTheSameDatesAsTheSeries) {
    constexpr std::uint64_t seed = 20270301;
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    int told = 0;
    for (int round = 0; round < 300; ++round) {
        auto programme = sampleProgramme();
        programme.cycleWeeks = 1 + static_cast<int>(random.below(4));
        std::vector<int> weeks;
        for (int week = 0; week < programme.cycleWeeks; ++week) {
            if (random.below(2) == 0) {
                weeks.push_back(week);
            }
        }
        programme.series = {
            seriesOn("s", "99001-1", static_cast<Weekday>(random.below(7)), std::move(weeks))};
        if (random.below(2) == 0) {
            programme.sites[0].validFrom = programme.firstMonday + date::days(random.below(60));
        }
        if (random.below(2) == 0) {
            programme.until = programme.firstMonday + date::days(60 + random.below(200));
        }
        const auto set = recurrenceOf(programme, programme.series[0]);
        if (set) {
            ++told;
            const Date from = programme.firstMonday - date::days(10);
            EXPECT_EQ(calendar::expand(*set, from, from + date::days(400)),
                      datesOf(programme, programme.series[0], from, from + date::days(400)))
                << "round " << round;
        }
    }
    EXPECT_GT(told, 100);
}

TEST(SlotsOf, AreWholeAndStartWithThePassage) {
    Occurrence passage;
    passage.start = at("2027-03-02T09:00");
    passage.end = at("2027-03-02T10:10");
    const auto slots = slotsOf(passage, std::chrono::minutes(20));
    ASSERT_THAT(slots, SizeIs(3));
    EXPECT_EQ(slots[2], (Slot{2, at("2027-03-02T09:40"), at("2027-03-02T10:00")}));
    EXPECT_THAT(slotsOf(passage, std::chrono::minutes(70)), SizeIs(1));
    EXPECT_THAT(slotsOf(passage, std::chrono::minutes(71)), IsEmpty());
    EXPECT_THAT(slotsOf(passage, std::chrono::minutes(0)), IsEmpty());
    passage.status = Occurrence::Status::Cancelled;
    EXPECT_THAT(slotsOf(passage, std::chrono::minutes(20)), IsEmpty());
}

TEST(SlotsOf, SkipThePauseAndLastAsTheirKindSays) {
    Occurrence passage;
    passage.start = at("2027-03-02T09:00");
    passage.end = at("2027-03-02T17:00");
    passage.pauseAfter = std::chrono::minutes(220);
    passage.pause = std::chrono::minutes(60);
    const auto slots = slotsOf(passage, std::chrono::minutes(20));
    ASSERT_THAT(slots, SizeIs(21));
    EXPECT_EQ(slots[10], (Slot{10, at("2027-03-02T12:20"), at("2027-03-02T12:40")}));
    EXPECT_EQ(slots[11], (Slot{11, at("2027-03-02T13:40"), at("2027-03-02T14:00")}));
    passage.slot = std::chrono::minutes(30);
    const auto longer = slotsOf(passage, std::chrono::minutes(20));
    ASSERT_THAT(longer, SizeIs(13)) << "seven before the pause, with ten minutes left, six after";
    EXPECT_EQ(longer[7].start, at("2027-03-02T13:40"));
}

TEST(Occurrences, CarryThePauseOfTheirSeriesWhereTheyMove) {
    auto programme = sampleProgramme();
    programme.series[0].pauseStart = TimeOfDay(10 * 60);
    programme.series[0].pauseEnd = TimeOfDay(10 * 60 + 20);
    programme.series[0].slot = std::chrono::minutes(30);
    auto moved = decided("weekly", "2027-03-09", Override::Kind::Moved);
    moved.start = at("2027-03-10T14:00");
    moved.end = at("2027-03-10T17:00");
    programme.overrides = {moved};
    const auto all = occurrences(programme, day("2027-03-08"), day("2027-03-14"));
    const auto found = std::find_if(all.begin(), all.end(), [](const Occurrence& passage) {
        return passage.status == Occurrence::Status::Moved;
    });
    ASSERT_NE(found, all.end());
    const auto slots = slotsOf(*found, std::chrono::minutes(20));
    ASSERT_THAT(slots, SizeIs(5));
    EXPECT_EQ(slots[1].end, at("2027-03-10T15:00"));
    EXPECT_EQ(slots[2].start, at("2027-03-10T15:20"));
}

TEST(Publishable, KeepsToItselfWhoIsAboard) {
    const auto scenario = defaultScenario(territory::admidep()).value();
    Plan plan;
    plan.tours = {{{"B1"}, 0, Weekday::Monday, TimeOfDay(480), TimeOfDay(900), 10, {}, {{"dr"}}, {}}};
    const auto programme = publishable(scenario, plan, day("2027-03-01"));
    ASSERT_THAT(programme.tours, SizeIs(1));
    EXPECT_THAT(programme.tours[0].people, IsEmpty());
}

TEST(TourOn, FindsTheDayOfTheCycle) {
    auto programme = sampleProgramme();
    programme.until = day("2027-06-30");
    Tour first;
    first.bus = {"B1"};
    first.week = 1;
    first.weekday = Weekday::Thursday;
    programme.tours = {first};
    EXPECT_EQ(tourOn(programme, {"B1"}, day("2027-03-11")), &programme.tours[0]);
    EXPECT_EQ(tourOn(programme, {"B1"}, day("2027-04-08")), &programme.tours[0]) << "the next cycle";
    EXPECT_EQ(tourOn(programme, {"B2"}, day("2027-03-11")), nullptr);
    EXPECT_EQ(tourOn(programme, {"B1"}, day("2027-03-12")), nullptr);
    EXPECT_EQ(tourOn(programme, {"B1"}, day("2027-03-04")), nullptr);
    EXPECT_EQ(tourOn(programme, {"B1"}, day("2027-02-11")), nullptr) << "before the first Monday";
    EXPECT_EQ(tourOn(programme, {"B1"}, day("2027-07-01")), nullptr) << "after the end";
}

Scenario smallScenario() {
    Scenario scenario;
    scenario.territory.isFictional = true;
    scenario.territory.communes.resize(2);
    scenario.territory.communes[0].insee = {"99001"};
    scenario.territory.communes[0].name = "Val-Premier";
    scenario.territory.communes[0].point = GeoPoint{48.5, 0.25};
    scenario.territory.communes[0].apl = 1.2;
    scenario.territory.communes[1].insee = {"99002"};
    scenario.cycleWeeks = 2;
    scenario.policy.slot = std::chrono::minutes(15);
    scenario.sites = {siteNamed("99001-1"), siteNamed("99002-1")};
    scenario.buses.resize(1);
    scenario.buses[0].id = {"B1"};
    return scenario;
}

TEST(Publishable, HoldsOnlyWhatThePublicMayRead) {
    Plan plan;
    plan.series = {seriesOn("s1", "99002-1", Weekday::Tuesday, {0, 1})};
    plan.tours.resize(1);
    plan.tours[0].bus = {"B1"};
    const auto programme = publishable(smallScenario(), plan, day("2027-03-03"));
    EXPECT_EQ(formatDate(programme.firstMonday), "2027-03-01");
    EXPECT_EQ(programme.cycleWeeks, 2);
    EXPECT_EQ(programme.slot, std::chrono::minutes(15));
    EXPECT_EQ(programme.series, plan.series);
    EXPECT_EQ(programme.tours, plan.tours);
    ASSERT_THAT(programme.sites, SizeIs(1)) << "only the sites visited";
    EXPECT_EQ(programme.sites[0].id.value, "99002-1");
    EXPECT_THAT(programme.communes, ElementsAre(CommunePoint{{"99001"}, "Val-Premier", GeoPoint{48.5, 0.25}}))
        << "a commune without a point cannot be near anything";
    EXPECT_NE(programme.findSeries({"s1"}), nullptr);
    EXPECT_EQ(programme.findSite({"99001-1"}), nullptr);
}

TEST(Publishable, NamesTheFictionalServiceOnlyOnItsTerritory) {
    auto scenario = smallScenario();
    const auto fictional = publishable(scenario, {}, day("2027-03-01"));
    EXPECT_TRUE(fictional.isFictional);
    EXPECT_EQ(fictional.name, "Médicobus de l'Admidep");
    EXPECT_TRUE(fictional.booking.phone.starts_with("+3326191")) << "ARCEP's numbers for fiction";
    EXPECT_EQ(fictional.booking.phone.size(), 12U);

    scenario.territory.isFictional = false;
    const auto real = publishable(scenario, {}, day("2027-03-01"));
    EXPECT_FALSE(real.isFictional);
    EXPECT_EQ(real.name, "Médicobus");
    EXPECT_EQ(real.organiser, "");
    EXPECT_EQ(real.booking, Booking{});
}

} // namespace
} // namespace medicobus::plan
