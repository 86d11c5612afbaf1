// SPDX-License-Identifier: EUPL-1.2
#include "tests/cli/run_binary.h"
#include "tests/cli/two_day_scenario.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>

namespace medicobus::testing {
namespace {

using ::testing::HasSubstr;
using Json = nlohmann::json;

class PlanCommand : public ::testing::Test {
protected:
    void SetUp() override {
        m_scenario = m_scratch.write("scenario.json", twoDayScenario);
        m_plan = m_scratch.path("plan.json");
        m_made = run({"plan", m_scenario, "-o", m_plan, "--iterations", "500"});
        ASSERT_EQ(m_made.status, 0) << m_made.err;
    }

    Json plan() const { return Json::parse(m_scratch.read("plan.json")); }
    std::string writePlan(const Json& plan) const { return m_scratch.write("changed.json", plan.dump()); }

    /// The first Monday series: what it is called, where, and when it starts.
    Json mondaySeries() const {
        const Json made = plan();
        for (const Json& series : made["series"]) {
            if (series["weekday"] == "MO") {
                return series;
            }
        }
        ADD_FAILURE() << "no Monday series";
        return {};
    }

    Scratch m_scratch;
    std::string m_scenario;
    std::string m_plan;
    Ran m_made;
};

TEST_F(PlanCommand, TellsTheWeekTheScoreAndTheSpreadsheet) {
    for (const std::string words : {"lundi", "jeudi", "matin", "Route du jour", "de la borne", "Au tableur",
                                    "Habitants à 10 min", "Consultations par heure de travail"}) {
        EXPECT_THAT(m_made.out, HasSubstr(words));
    }
    EXPECT_EQ(m_made.err, "");
}

TEST_F(PlanCommand, RepeatsItselfForTheSameSeed) {
    const auto again = m_scratch.path("again.json");
    ASSERT_EQ(run({"plan", m_scenario, "-o", again, "--iterations", "500"}).status, 0);
    EXPECT_EQ(m_scratch.read("plan.json"), m_scratch.read("again.json"));
}

TEST_F(PlanCommand, AnswersMachines) {
    const auto answer =
        run({"plan", m_scenario, "-o", m_scratch.path("j.json"), "--iterations", "200", "--json"}).json();
    EXPECT_GT(answer["score"]["total"], 0);
    EXPECT_GE(answer["score"]["bound"], answer["score"]["total"]);
    EXPECT_EQ(answer["stopped"], false);
}

TEST_F(PlanCommand, VerifyFindsNothingInItAndSomethingInAChangedOne) {
    const Ran good = run({"verify", m_scenario, m_plan});
    EXPECT_EQ(good.status, 0) << good.out;
    EXPECT_THAT(good.out, HasSubstr("0 règles enfreintes, 0 chiffres faux"));

    Json late = plan();
    late["tours"][0]["return"] = "19:30";
    const Ran found = run({"verify", m_scenario, writePlan(late)});
    EXPECT_EQ(found.status, 1);
    EXPECT_THAT(found.out, HasSubstr("Le bus rentre après l\u2019heure permise"));
    const auto answer = run({"verify", m_scenario, m_scratch.path("changed.json"), "--json"}).json();
    EXPECT_EQ(answer["holds"], false);
    const auto& broken = answer["broken"];
    EXPECT_TRUE(std::any_of(broken.begin(), broken.end(), [](const Json& rule) {
        return rule["code"] == "rule3.return";
    })) << broken;

    Json boast = plan();
    boast["score"]["worth"] = boast["score"]["worth"].get<double>() + 5;
    const Ran wrong = run({"verify", m_scenario, writePlan(boast)}, "en");
    EXPECT_EQ(wrong.status, 1);
    EXPECT_THAT(wrong.out, HasSubstr("cannot be found again"));
}

TEST_F(PlanCommand, RefusesFilesThatAreNotWhatTheyShould) {
    const Ran typo =
        run({"plan", m_scratch.write("typo.json", R"({"format":"medicobus-scenario/1","teritory":"x"})"),
             "-o", m_scratch.path("x.json")});
    EXPECT_EQ(typo.status, 2);
    EXPECT_THAT(typo.err, HasSubstr("typo.json"));
    EXPECT_EQ(run({"verify", m_plan, m_plan}).status, 2);
    EXPECT_EQ(run({"verify", m_scenario, m_scratch.write("torn.json", "{\"format\":")}).status, 2);
    const Ran noFolder = run({"plan", m_scenario, "-o", m_plan + "/plan.json", "--iterations", "10"});
    EXPECT_EQ(noFolder.status, 2);
    EXPECT_NE(noFolder.err, "");
}

TEST_F(PlanCommand, CalendarSetsPassagesOnDatesAfterClosuresAndMoves) {
    const Json series = mondaySeries();
    const std::string id = series["id"].get<std::string>();
    const std::string start = series["start"].get<std::string>();
    const std::vector<std::string> base{"calendar",   m_plan,    "--scenario", m_scenario, "--from",
                                        "2027-03-01", "--weeks", "6",          "--json"};
    const auto answer = run(base).json();
    EXPECT_EQ(answer["cycle_weeks"], 2);
    // Easter Monday 2027 is 29 March: nothing is dropped, the passage waits for a person.
    int toConfirm = 0;
    for (const Json& passage : answer["passages"]) {
        const bool isEaster = passage["start"].get<std::string>().starts_with("2027-03-29");
        EXPECT_EQ(passage["status"], isEaster ? "to_confirm" : "planned");
        toConfirm += isEaster ? 1 : 0;
    }
    EXPECT_GT(toConfirm, 0);

    const int week = series["weeks"][0].get<int>();
    const std::string day = week == 0 ? "2027-03-01" : "2027-03-08";
    const std::string passage = id + "@" + day + "T" + start;
    auto moved = base;
    moved.insert(moved.end(), {"--move", passage + "=2027-03-10T14:00"});
    const auto afterMove = run(moved).json();
    const auto& list = afterMove["passages"];
    const auto at = std::find_if(list.begin(), list.end(), [&](const Json& p) { return p["id"] == passage; });
    ASSERT_NE(at, list.end());
    EXPECT_EQ((*at)["status"], "moved");
    EXPECT_EQ((*at)["start"], "2027-03-10T14:00");
    EXPECT_EQ((*at)["end"], "2027-03-10T17:00");

    auto closed = base;
    closed.insert(closed.end(), {"--close", series["site"].get<std::string>() + "=2027-03-01..2027-04-30"});
    const Json afterClosure = run(closed).json();
    for (const Json& each : afterClosure["passages"]) {
        EXPECT_EQ(each["status"] == "cancelled", each["site"] == series["site"]) << each;
    }
}

TEST_F(PlanCommand, CalendarRefusesWhatItCannotRead) {
    const auto ask = [&](const std::vector<std::string>& more) {
        std::vector<std::string> arguments{"calendar", m_plan, "--scenario", m_scenario};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run(arguments);
    };
    EXPECT_EQ(ask({"--from", "2027-02-30"}).status, 2);
    EXPECT_EQ(ask({"--from", "2027-03-01", "--weeks", "0"}).status, 2);
    EXPECT_EQ(ask({"--from", "2027-03-01", "--close", "nowhere=2027-03-01"}).status, 2);
    EXPECT_EQ(ask({"--from", "2027-03-01", "--close", "x=2027-03-09..2027-03-01"}).status, 2);
    EXPECT_EQ(ask({"--from", "2027-03-01", "--move", "s1"}).status, 2);
    const Ran noPassage = ask({"--from", "2027-03-01", "--move", "s1@2027-03-07T09:00=2027-03-08T09:00"});
    EXPECT_EQ(noPassage.status, 2);
    EXPECT_THAT(noPassage.err, HasSubstr("dimanche 7 mars 2027"));
}

TEST_F(PlanCommand, CalendarWithoutScenarioSaysWhatItAssumes) {
    const Ran ran = run({"calendar", m_plan, "--from", "2027-03-01", "--weeks", "1"});
    EXPECT_EQ(ran.status, 0);
    EXPECT_THAT(ran.out, HasSubstr("lundi 1er mars 2027"));
    EXPECT_THAT(ran.err, HasSubstr("--scenario"));
}

TEST_F(PlanCommand, PublishesPagesOfALawfulPlanOnly) {
    const std::string site = m_scratch.path("site");
    const Ran ran =
        run({"publish", m_scenario, m_plan, "--from", "2027-03-01", "--weeks", "8", "-o", site, "--json"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(m_scratch.read("site/index.html"), HasSubstr("<html lang=\"fr\""));
    int feeds = 0;
    const Json answered = ran.json();
    for (const Json& file : answered["files"]) {
        EXPECT_TRUE(std::filesystem::exists(std::filesystem::path(site) / file.get<std::string>()));
        feeds += file.get<std::string>().ends_with(".ics") ? 1 : 0;
    }
    EXPECT_GT(feeds, 0);

    Json late = plan();
    late["tours"][0]["return"] = "19:30";
    const Ran refused = run(
        {"publish", m_scenario, writePlan(late), "--from", "2027-03-01", "-o", m_scratch.path("refused")});
    EXPECT_EQ(refused.status, 1);
    EXPECT_FALSE(std::filesystem::exists(m_scratch.path("refused")));
}

} // namespace
} // namespace medicobus::testing
