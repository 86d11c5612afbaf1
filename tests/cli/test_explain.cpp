// SPDX-License-Identifier: EUPL-1.2
#include "tests/cli/run_binary.h"
#include "tests/cli/two_day_scenario.h"

#include <gmock/gmock.h>

namespace medicobus::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using Json = nlohmann::json;

class ExplainCommand : public ::testing::Test {
protected:
    void SetUp() override {
        m_scenario = m_scratch.write("scenario.json", twoDayScenario);
        m_plan = m_scratch.path("plan.json");
        const Ran made = run({"plan", m_scenario, "-o", m_plan, "--iterations", "200"});
        ASSERT_EQ(made.status, 0) << made.err;
    }

    Json plan() const { return Json::parse(m_scratch.read("plan.json")); }

    Scratch m_scratch;
    std::string m_scenario;
    std::string m_plan;
};

TEST_F(ExplainCommand, SpeaksOfThePlanItsSitesAndTheOthers) {
    const Ran told = run({"explain", m_scenario, m_plan});
    EXPECT_EQ(told.status, 0) << told.err;
    for (const char* words : {"La valeur d’un plan", "Le plan atteint", "ferait perdre",
                              "consultations par an", "n’a pas de halte", "la meilleure halte possible"}) {
        EXPECT_THAT(told.out, HasSubstr(words));
    }
    EXPECT_THAT(run({"explain", m_scenario, m_plan}, "en_GB.UTF-8").out, HasSubstr("would lose"));
}

TEST_F(ExplainCommand, ThePlanCarriesItsReasonsAndTheyHold) {
    const Json reasons = plan()["explanation"];
    ASSERT_GT(reasons.size(), 10U);
    EXPECT_EQ(reasons[0]["code"], "plan.bound");
    const Json checked = run({"explain", m_scenario, m_plan, "--check", "--json"}).json();
    EXPECT_EQ(checked["holds"], true) << checked["wrong"];
    EXPECT_THAT(checked["reasons"][0]["text"].get<std::string>(), HasSubstr("Le plan atteint"));
}

TEST_F(ExplainCommand, FindsAFalseStatement) {
    Json lying = plan();
    for (Json& reason : lying["explanation"]) {
        if (reason["code"] == "site.value") {
            reason["figures"][2]["value"] = 99999;
            break;
        }
    }
    const std::string file = m_scratch.write("lying.json", lying.dump());
    const Ran told = run({"explain", m_scenario, file, "--check"});
    EXPECT_EQ(told.status, 1);
    EXPECT_THAT(told.out, HasSubstr("1 fausses"));
    EXPECT_THAT(told.out, HasSubstr("99\u202f999 consultations"));
}

TEST_F(ExplainCommand, AnswersAboutOneSiteAndOneCommune) {
    const std::string site = plan()["series"][0]["site"];
    const Json ofSite = run({"explain", m_scenario, m_plan, "--site", site, "--json"}).json();
    EXPECT_EQ(ofSite["reasons"][0]["code"], "site.value");
    EXPECT_EQ(ofSite["reasons"][1]["code"], "site.replanned");
    EXPECT_EQ(ofSite["reasons"][2]["code"], "site.serves");
    const std::string insee = ofSite["reasons"][2]["commune"];
    const Json ofCommune = run({"explain", m_scenario, m_plan, "--commune", insee, "--json"}).json();
    EXPECT_FALSE(ofCommune["reasons"].empty());
}

TEST_F(ExplainCommand, SaysWhatChangedSinceAnOlderPlan) {
    Json other = Json::parse(twoDayScenario);
    other["buses"][0]["weekdays"] = {"MO", "FR"};
    const std::string newer = m_scratch.write("newer.json", other.dump());
    const std::string newPlan = m_scratch.path("new-plan.json");
    ASSERT_EQ(run({"plan", newer, "-o", newPlan, "--iterations", "200"}).status, 0);
    const Ran told =
        run({"explain", newer, newPlan, "--since", m_plan, "--since-scenario", m_scenario, "--check"});
    EXPECT_EQ(told.status, 0) << told.out << told.err;
    EXPECT_THAT(told.out, HasSubstr("Le bus ne roule pas ce jour-là."));
    EXPECT_THAT(told.out, Not(HasSubstr("…")));
}

TEST_F(ExplainCommand, RefusesWhatItDoesNotKnow) {
    EXPECT_EQ(run({"explain", m_scenario, m_plan, "--site", "nowhere"}).status, 2);
    EXPECT_THAT(run({"explain", m_scenario, m_plan, "--commune", "Nulle-Part"}).err, HasSubstr("Nulle-Part"));
    EXPECT_EQ(run({"explain", m_scenario, m_plan, "--site", "a", "--commune", "b"}).status, 2);
}

} // namespace
} // namespace medicobus::testing
