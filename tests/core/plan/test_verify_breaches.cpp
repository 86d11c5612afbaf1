// SPDX-License-Identifier: EUPL-1.2
#include "tests/core/plan/verify_case.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

namespace medicobus::plan {
namespace {

using namespace testing;
using ::testing::ElementsAre;

struct Breach {
    std::string name;
    std::function<void(Scenario&, Plan&)> commit;
    std::string code;
};

void PrintTo(const Breach& breach, std::ostream* out) {
    *out << breach.name;
}

class VerifyBreach : public ::testing::TestWithParam<Breach> {};

TEST_P(VerifyBreach, IsNamedAndNothingElse) {
    Scenario scenario = smallScenario();
    Plan plan = smallPlan();
    GetParam().commit(scenario, plan);
    const Verification found = verify(scenario, plan);
    EXPECT_THAT(brokenCodes(found), ElementsAre(GetParam().code));
    EXPECT_FALSE(found.holds());
    for (const BrokenRule& broken : found.broken) {
        const bool isRule = broken.code.name.starts_with("rule");
        EXPECT_EQ(broken.rule, isRule ? broken.code.name[4] - '0' : 0) << broken.code.name;
    }
}

/// Aubert on Tuesday mornings too, under the first name that is free.
void addTuesdays(Plan& plan, const std::vector<int>& weeks) {
    Series series = plan.series[0];
    series.id = {"s" + std::to_string(plan.series.size() + 1)};
    series.weekday = Weekday::Tuesday;
    series.weeks = weeks;
    plan.series.push_back(series);
    for (const int week : weeks) {
        Tour tour = smallPlan().tours[1];
        tour.week = week;
        tour.weekday = Weekday::Tuesday;
        tour.stops[0].series = series.id;
        plan.tours.push_back(tour);
    }
}

Tour closAlone(int week) {
    return {{"B1"}, week, Weekday::Monday, at(12, 40), at(17, 8), 44, {afternoonAtC()}};
}

const std::vector<Breach> structuralBreaches{
    {"UnknownBus", [](Scenario& s, Plan&) { s.buses[0].id = {"B9"}; }, "plan.unknown_bus"},
    {"UnknownSite", [](Scenario&, Plan& p) { p.series[1].site = {"x"}; }, "plan.unknown_site"},
    {"UnknownSession", [](Scenario&, Plan& p) { p.series[1].session = {"soir"}; }, "plan.unknown_session"},
    {"DuplicateSeries", [](Scenario&, Plan& p) { p.series.push_back(p.series[1]); }, "plan.duplicate_series"},
    {"WeekOutsideCycle",
     [](Scenario&, Plan& p) {
         p.series[1].weeks = {0, 2};
         p.tours.push_back(closAlone(2));
     },
     "plan.week_outside_cycle"},
    {"IrregularWeeks",
     [](Scenario& s, Plan& p) {
         stretchToFourWeeks(s, p);
         p.series[1].weeks = {0, 1, 2};
         p.tours[1] = p.tours[0];
         p.tours[1].week = 1;
     },
     "plan.week_pattern"},
    {"NoWeekAtAll",
     [](Scenario&, Plan& p) {
         p.series[1].weeks = {};
         p.tours[0].stops.pop_back();
         p.tours[0].back = at(11, 55);
     },
     "plan.week_pattern"},
};

const std::vector<Breach> siteBreaches{
    {"ClosedTooEarly", [](Scenario& s, Plan&) { s.sites[0].opening[0].to = at(11); }, "rule1.opening"},
    {"OpensTooLate", [](Scenario& s, Plan&) { s.sites[1].opening[0].from = at(13, 31); }, "rule1.opening"},
    {"ClosedThatDay", [](Scenario& s, Plan&) { s.sites[1].opening[0].days = {Weekday::Tuesday}; },
     "rule1.opening"},
    {"OneRoomForTwo", [](Scenario& s, Plan& p) { addSecondBus(s, p); }, "rule1.rooms"},
    {"SetupTooShort", [](Scenario&, Plan& p) { p.tours[1].stops[0].arrive += std::chrono::minutes(1); },
     "rule2.setup"},
    {"TeardownTooShort", [](Scenario&, Plan& p) { p.tours[1].stops[0].leave -= std::chrono::minutes(1); },
     "rule2.teardown"},
    {"BeforeItsWindow", [](Scenario& s, Plan&) { s.sessions[0].from = at(8, 31); }, "rule2.window"},
    {"AfterItsWindow", [](Scenario& s, Plan&) { s.sessions[1].to = at(16, 29); }, "rule2.window"},
    {"WrongLength", [](Scenario& s, Plan&) { s.sessions[1].length = std::chrono::minutes(170); },
     "rule2.length"},
};

const std::vector<Breach> tourBreaches{
    {"LeavesTooEarly", [](Scenario& s, Plan&) { s.buses[0].start = at(8, 1); }, "rule3.depart"},
    {"ReturnsTooLate", [](Scenario& s, Plan&) { s.buses[0].end = at(17, 7); }, "rule3.return"},
    // 548 minutes out, 45 of them a break.
    {"TooMuchDuty", [](Scenario& s, Plan&) { s.buses[0].maxDuty = std::chrono::minutes(502); }, "rule3.duty"},
    {"TooMuchDriving", [](Scenario& s, Plan&) { s.buses[0].maxDriving = std::chrono::minutes(43); },
     "rule3.driving"},
    // 85 minutes from one stop to the next, 12 of them driving.
    {"BreakTooShort", [](Scenario& s, Plan&) { s.buses[0].breakLength = std::chrono::minutes(74); },
     "rule3.break"},
    {"SixHoursWithoutBreak",
     [](Scenario& s, Plan& p) {
         s.buses[0].start = at(5);
         s.buses[0].maxDuty = std::chrono::minutes(800);
         p.tours[0].depart = at(5, 44);
     },
     "rule3.six_hours"},
    {"ThereBeforeLeavingHere",
     [](Scenario& s, Plan& p) {
         s.buses[0].breakLength = std::chrono::minutes(0);
         p.tours[0].stops[1].arrive = at(11, 44);
     },
     "rule4.two_places"},
    {"TwoToursInOneDay",
     [](Scenario&, Plan& p) {
         p.tours[0] = p.tours[1];
         p.tours[0].week = 0;
         p.tours.push_back(closAlone(0));
     },
     "rule4.second_tour"},
    {"LeavesTheDepotTooLate", [](Scenario&, Plan& p) { p.tours[1].depart = at(8, 1); }, "rule4.drive"},
    {"BackTooSoon", [](Scenario&, Plan& p) { p.tours[1].back = at(11, 54); }, "rule4.drive"},
    {"DrivesTooFast",
     [](Scenario& s, Plan& p) {
         s.buses[0].breakLength = std::chrono::minutes(0);
         p.tours[0].stops[1].arrive = at(11, 56);
     },
     "rule4.drive"},
    {"SeriesWithoutStop", [](Scenario&, Plan& p) { p.tours.pop_back(); }, "rule4.no_stop"},
    {"StopWithoutSeries", [](Scenario&, Plan& p) { p.series.pop_back(); }, "rule4.no_series"},
    {"StopInAnotherWeek",
     [](Scenario&, Plan& p) {
         p.tours[1] = p.tours[0];
         p.tours[1].week = 1;
     },
     "rule4.no_series"},
    {"BusDoesNotWork", [](Scenario& s, Plan&) { s.buses[0].weekdays = {Weekday::Tuesday}; }, "rule4.bus_off"},
};

const std::vector<Breach> cycleBreaches{
    {"GapTooLong", [](Scenario& s, Plan&) { s.policy.maxGapWeeks = 1; }, "rule5.gap"},
    {"GapAroundTheCycle",
     [](Scenario& s, Plan& p) {
         stretchToFourWeeks(s, p);
         forgetClosInWeekTwo(p);
         s.policy.maxGapWeeks = 3;
     },
     "rule5.gap"},
    {"AnotherDayEveryOtherWeek",
     [](Scenario&, Plan& p) {
         addTuesdays(p, {1});
         p.series[0].weeks = {0};
         p.tours.erase(p.tours.begin() + 1);
     },
     "rule6.half_day"},
    {"SecondHalfDayThatMoves",
     [](Scenario& s, Plan& p) {
         s.sites[0].rooms = 2;
         addSecondBus(s, p);
         p.series[2].session = {"apres-midi"};
         p.series[2].weeks = {0};
         p.series[2].start = at(13, 30);
         p.series[2].end = at(16, 30);
         p.tours.pop_back();
         p.tours.back().depart = at(13);
         p.tours.back().back = at(16, 55);
         p.tours.back().stops = {{{"s3"}, at(13, 10), at(13, 30), at(16, 30), at(16, 45)}};
         addTuesdays(p, {1});
     },
     "rule6.half_day"},
    {"AnotherTime",
     [](Scenario&, Plan& p) {
         Stop& stop = p.tours[0].stops[0];
         stop.start += std::chrono::minutes(5);
         stop.end += std::chrono::minutes(5);
         stop.leave += std::chrono::minutes(5);
     },
     "rule6.time"},
    {"ForbiddenSite",
     [](Scenario& s, Plan&) {
         Forbidden entry;
         entry.site = SiteKey{"c"};
         s.forbidden = {entry};
     },
     "rule7.forbidden"},
    {"ForbiddenHalfDayInOneWeek",
     [](Scenario& s, Plan&) {
         Forbidden entry;
         entry.bus = BusKey{"B1"};
         entry.weekday = Weekday::Monday;
         entry.session = SessionKey{"matin"};
         entry.weeks = {1};
         s.forbidden = {entry};
     },
     "rule7.forbidden"},
    {"TooManySites", [](Scenario& s, Plan&) { s.policy.maxSites = 1; }, "rule7.max_sites"},
    {"TooOftenAtOneSite",
     [](Scenario& s, Plan& p) {
         addSecondBus(s, p);
         s.sites[0].rooms = 2;
         s.policy.maxSessionsPerSiteWeek = 1;
     },
     "rule7.site_week"},
};

/// The lock that the plan keeps, changed in one respect.
Breach lockBreach(const std::string& name, const std::function<void(Series&)>& change) {
    return {name,
            [change](Scenario& scenario, Plan& plan) {
                Series locked = plan.series[1];
                change(locked);
                scenario.locked = {locked};
            },
            "rule7.locked"};
}

const std::vector<Breach> lockBreaches{
    lockBreach("LockOfAnotherId", [](Series& s) { s.id = {"s7"}; }),
    lockBreach("LockOfAnotherBus", [](Series& s) { s.bus = {"B2"}; }),
    lockBreach("LockOfAnotherSite", [](Series& s) { s.site = {"a"}; }),
    lockBreach("LockOfAnotherDay", [](Series& s) { s.weekday = Weekday::Tuesday; }),
    lockBreach("LockOfAnotherSession", [](Series& s) { s.session = {"matin"}; }),
    lockBreach("LockOfOtherWeeks", [](Series& s) { s.weeks = {1}; }),
    lockBreach("LockOfAnotherTime",
               [](Series& s) {
                   s.start += std::chrono::minutes(5);
                   s.end += std::chrono::minutes(5);
               }),
};

std::string nameOf(const ::testing::TestParamInfo<Breach>& info) {
    return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(Structure, VerifyBreach, ::testing::ValuesIn(structuralBreaches), nameOf);
INSTANTIATE_TEST_SUITE_P(Site, VerifyBreach, ::testing::ValuesIn(siteBreaches), nameOf);
INSTANTIATE_TEST_SUITE_P(Tour, VerifyBreach, ::testing::ValuesIn(tourBreaches), nameOf);
INSTANTIATE_TEST_SUITE_P(Cycle, VerifyBreach, ::testing::ValuesIn(cycleBreaches), nameOf);
INSTANTIATE_TEST_SUITE_P(Lock, VerifyBreach, ::testing::ValuesIn(lockBreaches), nameOf);

} // namespace
} // namespace medicobus::plan
