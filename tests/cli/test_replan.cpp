// SPDX-License-Identifier: EUPL-1.2
#include "tests/cli/run_binary.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

namespace medicobus::testing {
namespace {

using ::testing::HasSubstr;
using Json = nlohmann::json;

/// Two days a week of which the bus has work for both, and a third that stays free.
constexpr const char* scenario =
    R"({"format":"medicobus-scenario/1","territory":"admidep","cycle_weeks":2,"policy":{"max_sites":4},
 "sessions":[{"id":"matin","from":"08:30","to":"12:45","minutes":180},
             {"id":"apres-midi","from":"13:30","to":"17:45","minutes":180}],
 "buses":[{"id":"B1","depot":{"lat":46.59,"lon":2.56},"weekdays":["MO","TH"],"start":"07:30","end":"18:30"}]})";

class Replanning : public ::testing::Test {
protected:
    void SetUp() override {
        m_scenario = m_scratch.write("scenario.json", scenario);
        m_plan = m_scratch.path("plan.json");
        const Ran made = run({"plan", m_scenario, "-o", m_plan, "--iterations", "300"});
        ASSERT_EQ(made.status, 0) << made.err;
        m_site = Json::parse(m_scratch.read("plan.json"))["series"][0]["site"];
    }

    Scratch m_scratch;
    std::string m_scenario;
    std::string m_plan;
    std::string m_site;
};

TEST_F(Replanning, ClosesARoomAndKeepsTheRest) {
    const std::string next = m_scratch.path("next.json");
    const std::string changed = m_scratch.path("changed.json");
    const Ran told = run({"--json", "what-if", m_scenario, m_plan, "--close", m_site, "--only-forced", "-o",
                          next, "--scenario-output", changed});
    ASSERT_EQ(told.status, 0) << told.err;
    const Json answer = told.json();
    for (const Json& change : answer["changes"]) {
        if (!change["before"].is_null()) {
            EXPECT_EQ(change["before"]["site"], m_site);
            EXPECT_EQ(change["cause"], "gone");
        }
    }
    EXPECT_LT(answer["kept"], answer["announced"]);
    EXPECT_EQ(run({"verify", changed, next}).status, 0);
    EXPECT_THAT(run({"what-if", m_scenario, m_plan, "--close", m_site}).out,
                HasSubstr("le lieu, le bus ou la demi-journée n'existe plus"));
}

TEST_F(Replanning, FollowsAChangedScenarioFromTheAnnouncedPlan) {
    Json changed = Json::parse(scenario);
    changed["settled"] = Json::array({{{"insee", m_site.substr(0, 5)}, {"consultations_year", 1}}});
    const std::string file = m_scratch.write("settled.json", changed.dump());
    const Ran told = run({"--json", "plan", file, "--from", m_plan, "-o", m_scratch.path("next.json")});
    ASSERT_EQ(told.status, 0) << told.err;
    EXPECT_EQ(told.json()["replanned"]["kept"], told.json()["replanned"]["announced"]);
    EXPECT_EQ(run({"verify", file, m_scratch.path("next.json")}).status, 0);
}

TEST_F(Replanning, FindsAnotherDateForWhatABusLoses) {
    Json wide = Json::parse(scenario);
    wide["buses"][0]["weekdays"].push_back("FR");
    const std::string file = m_scratch.write("wide.json", wide.dump());
    const Ran told = run({"--json", "catch-up", file, m_plan, "--from", "2027-03-01", "--weeks", "1",
                          "--bus-out", "B1=2027-03-01..2027-03-01"});
    ASSERT_EQ(told.status, 0) << told.err;
    const Json lost = told.json()["lost"];
    ASSERT_FALSE(lost.empty());
    std::set<std::string> starts;
    for (const Json& one : lost) {
        EXPECT_EQ(one["cause"], "bus_out");
        EXPECT_THAT(one["passage"].get<std::string>(), HasSubstr("@2027-03-01T"));
        ASSERT_FALSE(one["instead"].is_null());
        EXPECT_THAT(one["instead"]["start"].get<std::string>(), HasSubstr("2027-03-05T"))
            << "the nearest Friday";
        EXPECT_TRUE(starts.insert(one["instead"]["start"]).second) << "one bus, one place at a time";
    }
    const Ran full = run({"--json", "catch-up", m_scenario, m_plan, "--from", "2027-03-01", "--weeks", "1",
                          "--bus-out", "B1=2027-03-01..2027-03-01"});
    for (const Json& one : full.json()["lost"]) {
        EXPECT_TRUE(one["instead"].is_null()) << "both its days are full";
    }
}

TEST_F(Replanning, RefusesWhatIsNotThere) {
    EXPECT_EQ(run({"what-if", m_scenario, m_plan, "--close", "nowhere"}).status, 2);
    EXPECT_EQ(run({"what-if", m_scenario, m_plan, "--doctor", "00001"}).status, 2);
    EXPECT_EQ(run({"what-if", m_scenario, m_plan, "--lose-bus", "B1"}).status, 2);
    EXPECT_EQ(run({"catch-up", m_scenario, m_plan, "--from", "2027-03-01", "--bus-out",
                   "B9=2027-03-01..2027-03-02"})
                  .status,
              2);
}

TEST_F(Replanning, AsksForMeasuredDrivesBeforePlanningByThem) {
    Json measured = Json::parse(scenario);
    measured["travel"] = {{"kind", "osrm"}, {"url", "http://127.0.0.1:9"}};
    const std::string file = m_scratch.write("osrm.json", measured.dump());
    const Ran refused = run({"plan", file, "-o", m_scratch.path("next.json")});
    EXPECT_EQ(refused.status, 2);
    EXPECT_THAT(refused.err, HasSubstr("medicobusctl drives"));
    const Ran unreachable = run({"drives", file});
    EXPECT_EQ(unreachable.status, 2);
    EXPECT_THAT(unreachable.err, HasSubstr("http://127.0.0.1:9"));
}

TEST_F(Replanning, ProposesNothingBeforeAnythingIsRecorded) {
    const Ran demo = run({"demo", "-o", m_scratch.path("demo")});
    ASSERT_EQ(demo.status, 0) << demo.err;
    const std::string folder = m_scratch.path("demo");
    std::string store;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() == ".db") {
            store = entry.path().string();
        }
    }
    const Ran told = run({"--json", "adapt", folder + "/scenario.json", folder + "/plan.json", store,
                          "--from", "2027-01-01", "--to", "2027-12-31"});
    ASSERT_EQ(told.status, 0) << told.err;
    for (const Json& proposal : told.json()["proposals"]) {
        EXPECT_GE(proposal["probability"], 0.8);
    }
    EXPECT_EQ(run({"adapt", folder + "/scenario.json", folder + "/plan.json", store, "--from", "2027-01-01",
                   "--to", "2027-12-31", "--accept", "nothing", "-o", m_scratch.path("a"),
                   "--scenario-output", m_scratch.path("b")})
                  .status,
              2);
}

} // namespace
} // namespace medicobus::testing
