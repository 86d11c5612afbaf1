// SPDX-License-Identifier: EUPL-1.2
// Rule 8 on the small case: who covers the sessions, and for how long each works.
#include "plan/verify.h"
#include "tests/core/plan/verify_case.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

namespace medicobus::plan {
namespace {

using namespace testing;
using std::chrono::minutes;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Person person(const std::string& id, Role role) {
    Person someone;
    someone.id = {id};
    someone.role = role;
    someone.available = {{{Weekday::Monday, Weekday::Tuesday}, at(7, 30), at(18), {}}};
    return someone;
}

/// A doctor authorised in 00 and an assistant who drives, aboard of both tours.
struct Crewed {
    Scenario scenario = smallScenario();
    Plan plan = smallPlan();

    Crewed() {
        Person doctor = person("dr", Role::Doctor);
        doctor.departments = {"00"};
        Person assistant = person("as", Role::Assistant);
        assistant.drives = true;
        scenario.people = {doctor, assistant};
        for (Tour& tour : plan.tours) {
            tour.people = {{"dr"}, {"as"}};
        }
    }
    Verification found() const { return verify(scenario, plan); }
};

struct Breach {
    std::string name;
    std::function<void(Crewed&)> make;
    std::vector<std::string> codes;
};

void PrintTo(const Breach& breach, std::ostream* out) {
    *out << breach.name;
}

Employment& rulesOf(Crewed& crewed) {
    crewed.scenario.employment = {knownEmployment().front()};
    return crewed.scenario.employment.front();
}

const std::vector<Breach> breaches{
    {"Stranger", [](Crewed& c) { c.plan.tours[0].people.push_back({"x"}); }, {"rule8.unknown_person"}},
    {"NotThereYet",
     [](Crewed& c) { c.scenario.people[0].available[0].from = at(8, 1); },
     {"rule8.availability"}},
    {"OtherWeeks", [](Crewed& c) { c.scenario.people[0].available[0].weeks = {0}; }, {"rule8.availability"}},
    {"OnlyAtAScreen", [](Crewed& c) { c.scenario.people[0].isRemote = true; }, {"rule8.availability"}},
    {"NoAuthorisation",
     [](Crewed& c) { c.scenario.people[0].departments = {"01"}; },
     {"rule8.authorisation"}},
    {"NoSkill", [](Crewed& c) { c.scenario.sessions[1].skills = {"frottis"}; }, {"rule8.skills"}},
    {"NoDoctor", [](Crewed& c) { c.plan.tours[1].people = {{"as"}}; }, {"rule8.cover"}},
    {"NoDriver", [](Crewed& c) { c.plan.tours[1].people = {{"dr"}}; }, {"rule8.driver"}},
    {"NurseAlone",
     [](Crewed& c) {
         c.scenario.sites[1].hasNetwork = true;
         c.scenario.sessions[1].service = Service::NurseVideo;
         c.scenario.people.push_back(person("in", Role::Nurse));
         c.plan.tours[0].people.push_back({"in"});
     },
     {"rule8.remote"}},
    {"SaidOpenButCovered",
     [](Crewed& c) {
         c.plan.uncovered = {{{"s1"}, 1, "cover.nobody", "doctor", 0, 0, 0}};
     },
     {"rule8.listed"}},
    {"LongDay", [](Crewed& c) { rulesOf(c).maxDay = minutes(502); }, {"rule8.day_hours"}},
    {"WideSpan", [](Crewed& c) { rulesOf(c).maxSpan = minutes(547); }, {"rule8.span"}},
    {"LongWeek", [](Crewed& c) { rulesOf(c).maxWeek = minutes(502); }, {"rule8.week_hours"}},
    {"LongAverage", [](Crewed& c) { rulesOf(c).maxAverage = minutes(368); }, {"rule8.average_hours"}},
    {"ShortRest", [](Crewed& c) { rulesOf(c).rest = std::chrono::hours(24 * 7 + 1); }, {"rule8.rest"}},
    {"ShortWeeklyRest",
     [](Crewed& c) { rulesOf(c).weeklyRest = std::chrono::hours(24 * 7 - 9); },
     {"rule8.weekly_rest"}},
    {"LongBreakDue", [](Crewed& c) { rulesOf(c).breakLength = minutes(90); }, {"rule8.break"}},
};

class PeopleBreach : public ::testing::TestWithParam<Breach> {};

TEST_P(PeopleBreach, IsNamedAndNothingElse) {
    Crewed crewed;
    GetParam().make(crewed);
    EXPECT_THAT(brokenCodes(crewed.found()), ::testing::ElementsAreArray(GetParam().codes));
}

INSTANTIATE_TEST_SUITE_P(Rule8, PeopleBreach, ::testing::ValuesIn(breaches),
                         [](const auto& test) { return test.param.name; });

TEST(VerifyPeople, AcceptsACrewAndCountsItsHours) {
    const Verification found = Crewed().found();
    EXPECT_THAT(brokenCodes(found), IsEmpty());
    ASSERT_EQ(found.hours.size(), 2U);
    EXPECT_NEAR(found.hours[0].weekMinutes, (503.0 + 235) / 2, 1e-9);
    EXPECT_EQ(found.hours[0].beyondLegalWeek, 0);
}

TEST(VerifyPeople, KeepsWithinTheLimitsToTheMinute) {
    Crewed crewed;
    Employment& rules = rulesOf(crewed);
    rules.maxDay = minutes(503);
    rules.maxSpan = minutes(548);
    rules.maxWeek = minutes(503);
    rules.maxAverage = minutes(369);
    EXPECT_THAT(brokenCodes(crewed.found()), IsEmpty());
}

TEST(VerifyPeople, ShowsWhatIsBeyondTheLegalWeekAndForbidsNothing) {
    Crewed crewed;
    rulesOf(crewed).legalWeek = minutes(300);
    const Verification found = crewed.found();
    EXPECT_THAT(brokenCodes(found), IsEmpty());
    EXPECT_NEAR(found.hours[0].beyondLegalWeek, 69, 1e-9);
}

TEST(VerifyPeople, LimitsNothingForTheSelfEmployed) {
    Crewed crewed;
    for (Person& someone : crewed.scenario.people) {
        someone.employment = "self_employed";
    }
    crewed.scenario.buses[0].breakLength = minutes(0);
    EXPECT_THAT(brokenCodes(crewed.found()), IsEmpty());
}

TEST(VerifyPeople, HoldsAPlanThatNamesItsUncoveredSessions) {
    Crewed crewed;
    crewed.plan.tours[1].people.clear();
    crewed.plan.uncovered = {{{"s1"}, 1, "cover.hours", "doctor", 1, 1, 1}};
    const Verification found = crewed.found();
    EXPECT_THAT(brokenCodes(found), IsEmpty());
    ASSERT_EQ(found.uncovered.size(), 1U);
    EXPECT_EQ(found.uncovered[0].series, SeriesKey{"s1"});
}

TEST(VerifyPeople, AsksEverySessionOfAPlanWithoutPeople) {
    Crewed crewed;
    crewed.plan = smallPlan();
    EXPECT_EQ(crewed.found().broken.size(), 3U);
}

TEST(VerifyPeople, AcceptsADoctorAtAScreenWhereverAuthorised) {
    Crewed crewed;
    crewed.scenario.sites[1].hasNetwork = true;
    crewed.scenario.sessions[1].service = Service::NurseVideo;
    crewed.scenario.people.push_back(person("in", Role::Nurse));
    Person far = person("loin", Role::Doctor);
    far.isRemote = true;
    crewed.scenario.people.push_back(far);
    crewed.plan.tours[0].people.push_back({"in"});
    crewed.plan.tours[0].remote = {{{"s2"}, {"loin"}}};
    EXPECT_THAT(brokenCodes(crewed.found()), IsEmpty());
    crewed.scenario.people[0].employment = "self_employed";
    crewed.plan.tours[0].remote = {{{"s2"}, {"dr"}}};
    EXPECT_THAT(brokenCodes(crewed.found()), ElementsAre("rule8.twice")) << "aboard and at a screen";
}

TEST(Employment, KnowsTheLawOfEachType) {
    const auto known = knownEmployment();
    ASSERT_EQ(known.size(), 3U);
    EXPECT_EQ(known[0].id, "salaried");
    EXPECT_EQ(known[0].maxDay, minutes(600));
    EXPECT_EQ(known[0].maxSpan, minutes(780));
    EXPECT_EQ(known[0].rest, minutes(660));
    EXPECT_EQ(known[0].maxWeek, minutes(2880));
    EXPECT_EQ(known[0].maxAverage, minutes(2640));
    EXPECT_EQ(known[1].maxSpan, minutes(720));
    EXPECT_EQ(known[2].maxDay, std::nullopt);
}

} // namespace
} // namespace medicobus::plan
