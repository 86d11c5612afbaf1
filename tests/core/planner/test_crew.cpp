// SPDX-License-Identifier: EUPL-1.2
// Crews: what the planner gives to whom, judged by verify.
#include "plan/plan_json.h"
#include "plan/verify.h"
#include "planner/planner.h"
#include "small_scenario.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace medicobus::planner {
namespace {

using plan::Role;
using std::chrono::minutes;

const std::vector<Weekday> everyWorkday{Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday,
                                        Weekday::Thursday, Weekday::Friday};

plan::Person person(const std::string& id, Role role, std::vector<Weekday> days = everyWorkday) {
    plan::Person someone;
    someone.id = {id};
    someone.role = role;
    someone.drives = role == Role::Assistant;
    someone.available = {{std::move(days), minutes(420), minutes(1140), {}}};
    if (role == Role::Doctor || role == Role::Specialist) {
        someone.departments = {"10"};
        someone.employment = "self_employed";
    }
    return someone;
}

plan::Scenario service() {
    auto scenario = testing::emptyScenario();
    testing::addCommune(scenario, "10001", 6, 6000, 1.0);
    testing::addCommune(scenario, "10002", 14, 5000, 0.8);
    testing::addCommune(scenario, "10003", 20, 4000, 1.2);
    testing::addCommune(scenario, "10004", 24, 4000, 1.1);
    scenario.people = {person("dr-a", Role::Doctor), person("as-a", Role::Assistant)};
    return scenario;
}

struct Outcome {
    plan::Plan plan;
    plan::Verification found;
};

Outcome planned(const plan::Scenario& scenario) {
    Options options;
    options.iterations = 100;
    Outcome outcome{makePlan(scenario, options).value(), {}};
    outcome.found = plan::verify(scenario, outcome.plan);
    for (const auto& broken : outcome.found.broken) {
        ADD_FAILURE() << broken.code.name << " person " << broken.person.value << " series "
                      << broken.series.value << " week " << broken.week.value_or(-1) << " value "
                      << broken.value.value_or(0) << " limit " << broken.limit.value_or(0);
    }
    EXPECT_TRUE(outcome.found.mismatches.empty());
    EXPECT_EQ(outcome.found.uncovered.size(), outcome.plan.uncovered.size());
    return outcome;
}

TEST(Crew, CoversEverySessionWhenPeopleAreThere) {
    const Outcome outcome = planned(service());
    EXPECT_TRUE(outcome.plan.uncovered.empty());
    ASSERT_FALSE(outcome.plan.tours.empty());
    for (const plan::Tour& tour : outcome.plan.tours) {
        EXPECT_EQ(tour.people.size(), 2U);
    }
}

TEST(Crew, ChangesNothingElseOfThePlan) {
    auto scenario = service();
    plan::Plan with = planned(scenario).plan;
    scenario.people.clear();
    for (plan::Tour& tour : with.tours) {
        tour.people.clear();
    }
    EXPECT_EQ(plan::planJson(with), plan::planJson(planned(scenario).plan));
}

TEST(Crew, NamesTheSessionsOfDaysWithoutADoctor) {
    auto scenario = service();
    scenario.people[0].available[0].days = {Weekday::Monday, Weekday::Tuesday};
    const Outcome outcome = planned(scenario);
    EXPECT_FALSE(outcome.plan.uncovered.empty());
    for (const plan::Uncovered& session : outcome.plan.uncovered) {
        const Weekday day = outcome.plan.findSeries(session.series)->weekday;
        EXPECT_GT(day, Weekday::Tuesday);
        EXPECT_EQ(session.code, plan::codes::coverAvailability.name);
        EXPECT_EQ(session.role, "doctor");
        EXPECT_EQ(session.known, 1);
        EXPECT_EQ(session.entitled, 1);
        EXPECT_EQ(session.available, 0);
    }
}

TEST(Crew, AvoidsDaysWithoutADoctorWhenAsked) {
    auto scenario = service();
    scenario.policy.uncovered = plan::Policy::Uncovered::Avoid;
    scenario.people[0].available[0].days = {Weekday::Monday, Weekday::Tuesday};
    scenario.people[0].available[0].to = minutes(17 * 60);
    const Outcome outcome = planned(scenario);
    EXPECT_TRUE(outcome.plan.uncovered.empty());
    ASSERT_FALSE(outcome.plan.series.empty());
    for (const plan::Series& series : outcome.plan.series) {
        EXPECT_LE(series.weekday, Weekday::Tuesday);
    }
}

TEST(Crew, AvoidsAllButLockedSeries) {
    auto scenario = service();
    scenario.policy.uncovered = plan::Policy::Uncovered::Avoid;
    scenario.buses.push_back(scenario.buses[0]);
    scenario.buses[1].id = {"B2"};
    const Outcome outcome = planned(scenario);
    EXPECT_TRUE(outcome.plan.uncovered.empty()) << "one crew, one bus a day";
    std::set<std::pair<int, Weekday>> days;
    for (const plan::Tour& tour : outcome.plan.tours) {
        EXPECT_TRUE(days.insert({tour.week, tour.weekday}).second);
    }
}

TEST(Crew, SaysWhoIsMissing) {
    const auto reason = [](plan::Scenario scenario) {
        const Outcome outcome = planned(scenario);
        return outcome.plan.uncovered.empty()
                   ? std::string("covered")
                   : outcome.plan.uncovered[0].role + ' ' + outcome.plan.uncovered[0].code;
    };
    auto scenario = service();
    scenario.people.erase(scenario.people.begin());
    EXPECT_EQ(reason(scenario), "doctor cover.nobody");
    scenario = service();
    scenario.people[0].departments = {"11"};
    EXPECT_EQ(reason(scenario), "doctor cover.authorisation");
    scenario = service();
    scenario.people[1].drives = false;
    EXPECT_EQ(reason(scenario), "driver cover.nobody");
    scenario = service();
    scenario.sessions[0].skills = {"echographie"};
    EXPECT_EQ(reason(scenario), "doctor cover.authorisation");
    scenario = service();
    scenario.people[0].drives = true;
    scenario.people.pop_back();
    EXPECT_EQ(reason(scenario), "covered") << "the doctor drives";
}

/// Nobody salaried works more than 48 hours a week, so a lone driver cannot take every long day.
TEST(Crew, SharesTheWeekWithinTheLaw) {
    auto scenario = service();
    scenario.sessions = {{{"matin"}, minutes(480), minutes(780), minutes(270)},
                         {{"apres-midi"}, minutes(810), minutes(1110), minutes(240)}};
    scenario.buses[0].start = minutes(420);
    scenario.buses[0].end = minutes(1140);
    scenario.employment = {plan::knownEmployment().front()};
    scenario.employment[0].maxWeek = minutes(30 * 60);
    const Outcome alone = planned(scenario);
    EXPECT_FALSE(alone.plan.uncovered.empty());
    EXPECT_EQ(alone.plan.uncovered[0].role, "driver");
    EXPECT_EQ(alone.plan.uncovered[0].code, plan::codes::coverHours.name);
    scenario.people.push_back(person("as-b", Role::Assistant));
    const Outcome shared = planned(scenario);
    EXPECT_TRUE(shared.plan.uncovered.empty());
    std::map<std::string, double> hours;
    for (const plan::PersonHours& each : shared.found.hours) {
        hours[each.person.value] = each.weekMinutes;
    }
    EXPECT_LE(std::max(hours["as-a"], hours["as-b"]), 30 * 60);
}

/// The first doctor that comes to mind is the only one who can take the second bus.
TEST(Crew, FindsTheOnlyMatching) {
    auto scenario = service();
    scenario.buses.push_back(scenario.buses[0]);
    scenario.buses[1].id = {"B2"};
    scenario.people.push_back(person("dr-b", Role::Doctor));
    scenario.people.push_back(person("as-b", Role::Assistant));
    const Outcome outcome = planned(scenario);
    EXPECT_TRUE(outcome.plan.uncovered.empty());
    for (const plan::Tour& a : outcome.plan.tours) {
        for (const plan::Tour& b : outcome.plan.tours) {
            if (&a != &b && a.week == b.week && a.weekday == b.weekday) {
                for (const plan::PersonKey& id : a.people) {
                    EXPECT_EQ(std::find(b.people.begin(), b.people.end(), id), b.people.end());
                }
            }
        }
    }
}

TEST(Crew, GivesAVideoConsultationItsNurseAndItsDoctor) {
    auto scenario = service();
    for (plan::SessionKind& kind : scenario.sessions) {
        kind.service = plan::Service::NurseVideo;
        kind.gpShare = 0.7;
    }
    for (plan::Site& site : scenario.sites) {
        site.hasNetwork = true;
    }
    EXPECT_EQ(planned(scenario).plan.uncovered.at(0).role, "nurse");
    scenario.people.push_back(person("in-a", Role::Nurse));
    const Outcome outcome = planned(scenario);
    EXPECT_TRUE(outcome.plan.uncovered.empty());
    for (const plan::Tour& tour : outcome.plan.tours) {
        EXPECT_EQ(tour.remote.size(), tour.stops.size());
        EXPECT_EQ(std::count(tour.people.begin(), tour.people.end(), plan::PersonKey{"dr-a"}), 0);
    }
}

} // namespace
} // namespace medicobus::planner
