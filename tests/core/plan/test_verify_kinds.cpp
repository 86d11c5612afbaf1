// SPDX-License-Identifier: EUPL-1.2
// Services with a need of their own, free lengths, pauses and networks, against figures computed by hand.
#include "plan/verify.h"
#include "tests/core/plan/verify_case.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace medicobus::plan {
namespace {

using namespace testing;
using std::chrono::minutes;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// The afternoons at Clos are of this service, which one person in ten needs once a year.
Scenario withService(Service service, double weight = 1) {
    Scenario scenario = smallScenario();
    scenario.sessions[1].service = service;
    scenario.sessions[1].gpShare = 0;
    ServiceNeed need;
    need.service = service;
    need.per1000Year = 100;
    need.weight = weight;
    scenario.policy.services = {need};
    return scenario;
}

TEST(VerifyService, ValuesANeedOfItsOwnByTheSameFormula) {
    // Q_c = 9 x 23 = 207. Everybody of known population lacks 0.1 act: d = 100, 200, 50, 70, 30. To c from
    // Aubert and Erme 12 min, Bois 4, Clos 0, Dune 13: w = 0.3, 0.3, 1, 1, 0.3; pull = 250 + 0.3 x 200 = 310.
    const Verification found = verify(withService(Service::Prevention, 0.5), smallPlan());
    ASSERT_EQ(found.indicators.services.size(), 1U);
    const ServiceFigures& figures = found.indicators.services[0];
    EXPECT_EQ(figures.service, "prevention");
    const double pull = 310;
    const double near = 207 * 250 / pull;
    const double far = 207 * 0.3 * 0.3 * 200 / pull;
    EXPECT_NEAR(figures.deliveredYear, near + far, 1e-9);
    // weight x (0.1 / 2.5) x inhabitants, all of them wholly without.
    EXPECT_NEAR(figures.severity.before, 0.5 * 0.04 * 4500, 1e-9);
    const double nearLeft = 1 - 207 / pull;
    const double farLeft = 1 - 207 * 0.09 / pull;
    EXPECT_NEAR(figures.severity.after, 0.5 * 0.04 * (2500 * nearLeft * nearLeft + 2000 * farLeft * farLeft),
                1e-9);
    // The mornings alone serve general practice: 180 + 180 + 16.2.
    EXPECT_NEAR(found.indicators.deliveredYear, 376.2, 1e-9);
    EXPECT_NEAR(found.score.worth,
                found.indicators.severity.before - found.indicators.severity.after + figures.severity.before
                    - figures.severity.after,
                1e-9);
}

TEST(VerifyService, CountsThoseOfSixtyFiveWhereTheirShareIsKnown) {
    Scenario scenario = withService(Service::Specialist);
    scenario.policy.services[0].population = ServiceNeed::Population::From65;
    scenario.territory.communes[2].share65 = 40;
    const ServiceFigures figures = verify(scenario, smallPlan()).indicators.services.at(0);
    EXPECT_NEAR(figures.severity.before, 0.04 * 500 * 0.4, 1e-9);
    EXPECT_NEAR(figures.deliveredYear, 20, 1e-9) << "capped at what 200 people need";
}

TEST(VerifyService, LetsARoundReachItsOwnCommuneAlone) {
    const ServiceFigures figures =
        verify(withService(Service::HomeRound), smallPlan()).indicators.services.at(0);
    EXPECT_NEAR(figures.deliveredYear, 50, 1e-9);
    EXPECT_NEAR(figures.severity.before - figures.severity.after, 0.04 * 500, 1e-9);
}

TEST(VerifyService, CountsAVideoConsultationForItsShare) {
    Scenario scenario = smallScenario();
    scenario.sites[1].hasNetwork = true;
    scenario.sessions[1].service = Service::NurseVideo;
    scenario.sessions[1].gpShare = 0.7;
    const Verification found = verify(scenario, smallPlan());
    EXPECT_THAT(brokenCodes(found), IsEmpty());
    EXPECT_NEAR(found.indicators.deliveredYear, 376.2 + 0.7 * (564.3 - 376.2), 1e-9);
}

TEST(VerifyService, ReportsServicesThatTheFileForgets) {
    const Verification found = verify(withService(Service::Prevention), smallPlan());
    const auto isServices = [](const FigureMismatch& mismatch) { return mismatch.figure == "services"; };
    EXPECT_TRUE(std::any_of(found.mismatches.begin(), found.mismatches.end(), isServices));
}

TEST(VerifyNetwork, AsksTheTownHallThenTheMapAndGuessesNothing) {
    Scenario scenario = smallScenario();
    scenario.sessions[1].service = Service::NurseVideo;
    const auto codes = [&] { return brokenCodes(verify(scenario, smallPlan())); };
    EXPECT_THAT(codes(), ElementsAre("rule1.network")) << "unknown is not known";
    scenario.policy.min4gShare = 0.9;
    EXPECT_THAT(codes(), ElementsAre("rule1.network")) << "missing from the map";
    scenario.territory.communes[2].coverage4g = 0.89;
    EXPECT_THAT(codes(), ElementsAre("rule1.network"));
    scenario.territory.communes[2].coverage4g = 0.9;
    EXPECT_THAT(codes(), IsEmpty());
    scenario.sites[1].hasNetwork = false;
    EXPECT_THAT(codes(), ElementsAre("rule1.network")) << "the town hall knows better";
}

TEST(VerifyLength, AcceptsWholeSlotsAboveTheShortest) {
    for (const int length : {60, 80, 160, 180, 50, 70, 200}) {
        Scenario scenario = smallScenario();
        scenario.sessions[1].minLength = minutes(60);
        Plan plan = smallPlan();
        plan.series[1].end = plan.tours[0].stops[1].end = plan.series[1].start + minutes(length);
        plan.tours[0].stops[1].leave = plan.series[1].end + minutes(15);
        plan.tours[0].back = plan.tours[0].stops[1].leave + minutes(23);
        const bool isAllowed = length >= 60 && length <= 180 && length % 20 == 0;
        const auto codes = brokenCodes(verify(scenario, plan));
        EXPECT_EQ(codes.contains("rule2.length"), !isAllowed) << length;
    }
}

TEST(VerifyLength, CountsTheSlotsOfTheLengthThatWasChosen) {
    Scenario scenario = smallScenario();
    scenario.sessions[1].minLength = minutes(60);
    Plan plan = smallPlan();
    plan.series[1].end = plan.tours[0].stops[1].end = at(15, 30);
    const double afternoon = 564.3 - 376.2;
    EXPECT_NEAR(verify(scenario, plan).indicators.deliveredYear, 376.2 + afternoon * 6 / 9, 1e-9);
}

TEST(VerifyLength, TakesTheSlotOfTheKind) {
    Scenario scenario = smallScenario();
    scenario.sessions[1].ownSlot = minutes(30);
    EXPECT_THAT(brokenCodes(verify(scenario, smallPlan())), ElementsAre("rule2.slot"));
    Plan plan = smallPlan();
    plan.series[1].slot = minutes(30);
    const Verification found = verify(scenario, plan);
    EXPECT_THAT(brokenCodes(found), IsEmpty());
    EXPECT_NEAR(found.indicators.deliveredYear, 376.2 + (564.3 - 376.2) * 6 / 9, 1e-9);
}

/// One whole day at Aubert, every Monday from 9 to 5, with an hour at 12:40.
struct WholeDay {
    Scenario scenario = smallScenario();
    Plan plan;

    WholeDay() {
        SessionKind day{{"journee"}, at(9), at(17), minutes(480)};
        day.pause = minutes(60);
        scenario.sessions = {day};
        Series series{{"d1"}, {"B1"}, {"a"}, Weekday::Monday, {"journee"}, {0, 1}, at(9), at(17)};
        series.pauseStart = at(12, 40);
        series.pauseEnd = at(13, 40);
        plan.series = {series};
        for (const int week : {0, 1}) {
            plan.tours.push_back({{"B1"},
                                  week,
                                  Weekday::Monday,
                                  at(8, 30),
                                  at(17, 25),
                                  20,
                                  {{{"d1"}, at(8, 40), at(9), at(17), at(17, 15)}}});
        }
    }
    std::set<std::string> codes() const { return brokenCodes(verify(scenario, plan)); }
};

TEST(VerifyPause, IsNeitherWorkNorSlots) {
    const WholeDay day;
    const Verification found = verify(day.scenario, day.plan);
    EXPECT_THAT(brokenCodes(found), IsEmpty());
    // 08:30 to 17:25 less an hour, twice in two weeks.
    EXPECT_NEAR(found.dutyHoursYear, 475.0 / 60 * 46, 1e-9);
    // 11 + 10 slots of 20 min, not 24: 966 a year at a, of which Aubert, Bois and 0.3 x 0.3 of Clos.
    EXPECT_NEAR(found.indicators.deliveredYear, 966 * (1000 + 1000 + 90) / 2300.0, 1e-9);
}

TEST(VerifyPause, CutsTheSixHours) {
    WholeDay day;
    EXPECT_THAT(day.codes(), IsEmpty());
    // From 08:30 to 15:40 there is no rest any more.
    day.plan.series[0].pauseStart = at(15, 40);
    day.plan.series[0].pauseEnd = at(16, 40);
    EXPECT_THAT(day.codes(), ElementsAre("rule3.six_hours"));
}

TEST(VerifyPause, IsThatOfTheKindAndInsideTheSession) {
    WholeDay day;
    day.plan.series[0].pauseEnd = at(13, 20);
    EXPECT_THAT(day.codes(), ElementsAre("rule2.pause"));
    WholeDay atTheEnd;
    atTheEnd.plan.series[0].pauseStart = at(16);
    atTheEnd.plan.series[0].pauseEnd = at(17);
    EXPECT_THAT(atTheEnd.codes(), Contains("rule2.pause"));
}

} // namespace
} // namespace medicobus::plan
