// SPDX-License-Identifier: EUPL-1.2
#include "plan/plan_json.h"
#include "tests/core/plan/schema_check.h"
#include "tests/core/plan/small_case.h"

#include <gtest/gtest.h>

#include <functional>

namespace medicobus::plan {
namespace {

using namespace testing;

TEST(PlanJson, WritesTheFormatToTheByte) {
    Plan plan = smallPlan();
    plan.series.pop_back();
    plan.tours.erase(plan.tours.begin());
    plan.tours[0].drivingMinutes = 20.126;
    EXPECT_EQ(planJson(plan), R"({
 "format": "medicobus-plan/1",
 "seed": 1,
 "iterations": 20000,
 "travel": {"kind":"estimate"},
 "score": {"worth":156.2578,"bound":160,"driving_minutes_year":1472,"total":153.3138},
 "series": [
  {"id":"s1","bus":"B1","site":"a","weekday":"MO","session":"matin","weeks":[0,1],"start":"08:30","end":"11:30"}
 ],
 "tours": [
  {"bus":"B1","week":1,"weekday":"MO","depart":"08:00","return":"11:55","driving_minutes":20.13,"stops":[{"series":"s1","arrive":"08:10","start":"08:30","end":"11:30","leave":"11:45"}]}
 ],
 "indicators": {"delivered_year":564.3,"within_10_min":[0,3800],"within_15_min":[0,4500],"severity":[560,403.7422],"communes_under_line":[3,3],"kilometres_year":1472},
 "explanation": []
}
)");
}

TEST(PlanJson, GivesBackWhatWasWritten) {
    const auto folder = emptyFolder("plan-round-trip");
    const Plan plan = smallPlan();
    ASSERT_TRUE(writePlan(folder / "plan.json", plan));
    const auto again = readPlan(folder / "plan.json");
    ASSERT_TRUE(again) << again.error().code().name << again.error().detail("key");
    EXPECT_EQ(again->series, plan.series);
    EXPECT_EQ(again->tours, plan.tours);
    EXPECT_EQ(again->iterations, 20000U);
    EXPECT_EQ(planJson(*again), planJson(plan));
    ASSERT_NE(again->findSeries({"s2"}), nullptr);
    EXPECT_EQ(again->findSeries({"s2"})->site, SiteKey{"c"});
    EXPECT_EQ(again->findSeries({"s3"}), nullptr);
}

TEST(PlanJson, WritesAnEmptyPlanThatCanBeRead) {
    const auto again = parsePlan(planJson(Plan{}), "empty.json");
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->series.empty());
    EXPECT_TRUE(again->tours.empty());
}

Plan explainedPlan() {
    Plan plan = smallPlan();
    const Figure gain{"gain", std::string(units::points), 1.23456, ""};
    plan.explanation = {
        {"site.value", {{"a"}, {}, {}}, {{"worth_lost", std::string(units::points), 12.5, ""}}, {}},
        {"a_later_code",
         {{}, {"00002"}, {"s1"}},
         {{"site", std::string(units::site), 0, "c"}},
         {{"one_more_bus", {gain}}}}};
    return plan;
}

TEST(PlanJson, KeepsTheExplanation) {
    const Plan plan = explainedPlan();
    const auto again = parsePlan(planJson(plan), "plan.json");
    ASSERT_TRUE(again) << again.error().detail("key");
    ASSERT_EQ(again->explanation.size(), 2U);
    EXPECT_EQ(again->explanation[0], plan.explanation[0]);
    EXPECT_EQ(again->explanation[1].subject, plan.explanation[1].subject);
    EXPECT_EQ(again->explanation[1].id("site"), "c");
    EXPECT_EQ(again->explanation[1].remedies[0].figures[0].value, 1.2346);
    EXPECT_EQ(planJson(*again), planJson(plan));
}

/// Every key that a plan has only where its scenario asks for it.
Plan crewedPlan() {
    Plan plan = smallPlan();
    plan.series[0].pauseStart = at(9, 30);
    plan.series[0].pauseEnd = at(10);
    plan.series[0].slot = std::chrono::minutes(15);
    plan.tours[0].people = {{"dr"}, {"as"}};
    plan.tours[0].remote = {{{"s2"}, {"loin"}}};
    plan.indicators.services = {{"prevention", 12.5, {20, 10.25}}};
    plan.uncovered = {{{"s1"}, 1, "cover.hours", "driver", 3, 2, 1}};
    return plan;
}

TEST(PlanJson, KeepsPausesServicesAndPeople) {
    const Plan plan = crewedPlan();
    const auto again = parsePlan(planJson(plan), "plan.json");
    ASSERT_TRUE(again) << again.error().code().name << again.error().detail("key");
    EXPECT_EQ(again->series, plan.series);
    EXPECT_EQ(again->tours, plan.tours);
    EXPECT_EQ(again->uncovered, plan.uncovered);
    ASSERT_EQ(again->indicators.services.size(), 1U);
    EXPECT_EQ(again->indicators.services[0].severity.after, 10.25);
    EXPECT_EQ(planJson(*again), planJson(plan));
    const auto answers = askSchema("plan.schema.json", {{"crewed", Json::parse(planJson(plan))}});
    if (answers) {
        EXPECT_TRUE(answers->at("crewed"));
    }
}

struct PlanFlaw {
    std::string name;
    std::string pointer;
    Json value; ///< Null: the key is taken away.
    std::string code;
    std::string key;
};

const std::vector<PlanFlaw> planFlaws{
    {"format", "/format", "medicobus-plan/2", "plan.format", "$.format"},
    {"seed", "/seed", -1, "json.range", "$.seed"},
    {"seed_half", "/seed", 1.5, "json.type", "$.seed"},
    {"no_score", "/score", {}, "json.missing_key", "$.score"},
    {"no_worth", "/score/worth", {}, "json.missing_key", "$.score.worth"},
    {"worth", "/score/worth", "12", "json.type", "$.score.worth"},
    {"unknown", "/score/gap", 1, "json.unknown_key", "$.score.gap"},
    {"series", "/series", "s1", "json.type", "$.series"},
    {"weekday", "/series/0/weekday", "MA", "time.weekday", "$.series[0].weekday"},
    {"weeks", "/series/1/weeks/0", -1, "json.range", "$.series[1].weeks[0]"},
    {"time", "/series/1/start", "9:00", "time.time_of_day", "$.series[1].start"},
    {"series_key", "/series/1/locked", true, "json.unknown_key", "$.series[1].locked"},
    {"no_return", "/tours/0/return", {}, "json.missing_key", "$.tours[0].return"},
    {"driving", "/tours/0/driving_minutes", -1, "json.range", "$.tours[0].driving_minutes"},
    {"stop", "/tours/0/stops/1/leave", 1005, "json.type", "$.tours[0].stops[1].leave"},
    {"pair_single", "/indicators/severity", {1}, "json.type", "$.indicators.severity"},
    {"pair_missing", "/indicators/within_10_min", {}, "json.missing_key", "$.indicators.within_10_min"},
    {"explanation", "/explanation", "none", "json.type", "$.explanation"},
    {"no_code", "/explanation/0/code", {}, "json.missing_key", "$.explanation[0].code"},
    {"no_value",
     "/explanation/0/figures/0/value",
     {},
     "json.missing_key",
     "$.explanation[0].figures[0].value"},
    {"empty_id", "/explanation/1/figures/0/id", "", "json.range", "$.explanation[1].figures[0].id"},
    {"remedy", "/explanation/1/remedies/0/gain", 1, "json.unknown_key", "$.explanation[1].remedies[0].gain"},
};

Json flawed(const PlanFlaw& flaw) {
    Json json = Json::parse(planJson(explainedPlan()));
    const Json::json_pointer place(flaw.pointer);
    if (flaw.value.is_null()) {
        json[place.parent_pointer()].erase(place.back());
    } else {
        json[place] = flaw.value;
    }
    return json;
}

TEST(ReadPlan, NamesWhatIsWrongAndItsPlace) {
    for (const PlanFlaw& flaw : planFlaws) {
        const auto plan = parsePlan(flawed(flaw).dump(), "plan.json");
        ASSERT_FALSE(plan) << flaw.name;
        EXPECT_EQ(plan.error().code().name, flaw.code) << flaw.name;
        EXPECT_EQ(plan.error().detail("key"), flaw.key) << flaw.name;
        EXPECT_EQ(plan.error().detail("file"), "plan.json") << flaw.name;
    }
}

TEST(ReadPlan, AgreesWithItsSchema) {
    std::map<std::string, Json> documents{{"sample", Json::parse(planJson(explainedPlan()))},
                                          {"empty", Json::parse(planJson(Plan{}))}};
    for (const PlanFlaw& flaw : planFlaws) {
        documents["flaw_" + flaw.name] = flawed(flaw);
    }
    const auto answers = askSchema("plan.schema.json", documents);
    if (!answers) {
        GTEST_SKIP() << "skipped: no python3-jsonschema";
    }
    for (const auto& [name, isAccepted] : *answers) {
        EXPECT_EQ(isAccepted, !name.starts_with("flaw_")) << name;
    }
}

} // namespace
} // namespace medicobus::plan
