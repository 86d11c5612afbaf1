// SPDX-License-Identifier: EUPL-1.2
#include "tests/cli/run_binary.h"

#include <gmock/gmock.h>

#include <cstdlib>

namespace medicobus::testing {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

const char* const request = R"({
  "vehicles": [{"id": 1, "start": [2.25, 50.75], "end": [2.25, 50.75], "time_window": [28800, 43200]}],
  "jobs": [{"id": 11, "location": [2.20, 50.70], "service": 1800, "time_windows": [[32400, 36000]]},
           {"id": 12, "location": [2.30, 50.72], "service": 1800},
           {"id": 13, "location": [2.30, 50.72], "skills": [4]}]})";

class RouteCommand : public ::testing::Test {
protected:
    Scratch m_scratch;
    std::string m_request = m_scratch.write("request.json", request);
};

TEST_F(RouteCommand, AnswersAsVroomDoesOnTheStandardOutput) {
    const Ran ran = run({"route", m_request});
    ASSERT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(ran.err, "");
    const json answer = ran.json();
    EXPECT_EQ(answer["code"], 0);
    EXPECT_EQ(answer["routes"][0]["steps"].size(), 4U);
    EXPECT_EQ(answer["unassigned"][0]["id"], 13);
    EXPECT_EQ(answer["unassigned"][0]["reason"], "skills");
    EXPECT_EQ(answer["medicobus"]["optimal"], true);
    EXPECT_EQ(answer["medicobus"]["travel"]["kind"], "estimate");
}

TEST_F(RouteCommand, WritesAFileOrReadsTheStandardInput) {
    const std::string out = m_scratch.path("answer.json");
    const Ran ran = run({"route", m_request, "-o", out});
    ASSERT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(ran.out, "");
    const std::string piped = m_scratch.path("piped.json");
    const std::string command = "cat '" + m_request + "' | '" MEDICOBUSCTL "' route - > '" + piped + "'";
    ASSERT_EQ(std::system(command.c_str()), 0);
    EXPECT_EQ(m_scratch.read("answer.json"), m_scratch.read("piped.json"));
}

TEST_F(RouteCommand, RepeatsItselfForTheSameSeedWhateverTheThreads) {
    json large = json::parse(request);
    for (int job = 100; job < 140; ++job) {
        large["jobs"].push_back(
            {{"id", job}, {"location", {2.0 + job % 7 * 0.05, 50.5 + job % 11 * 0.03}}, {"service", 300}});
    }
    const std::string file = m_scratch.write("large.json", large.dump());
    const auto ask = [&](const std::string& threads) {
        return run({"route", file, "--iterations", "500", "--seed", "7", "--threads", threads}).out;
    };
    const std::string once = ask("1");
    EXPECT_EQ(once, ask("3"));
    EXPECT_EQ(json::parse(once)["medicobus"]["seed"], 7);
    EXPECT_EQ(json::parse(once)["medicobus"]["optimal"], false);
}

TEST_F(RouteCommand, RefusesByNameWhatItDoesNotSupport) {
    json shipment = json::parse(request);
    shipment["shipments"] = json::array();
    const Ran french = run({"route", m_scratch.write("shipment.json", shipment.dump())});
    EXPECT_EQ(french.status, 2);
    EXPECT_EQ(french.out, "");
    EXPECT_THAT(french.err, HasSubstr("shipments"));
    EXPECT_THAT(french.err, HasSubstr("pas pris en charge"));
    const Ran english = run({"route", m_scratch.path("shipment.json")}, "en_GB.UTF-8");
    EXPECT_THAT(english.err, HasSubstr("not supported"));
    json typo = json::parse(request);
    typo["jobs"][1]["servise"] = 5;
    EXPECT_THAT(run({"route", m_scratch.write("typo.json", typo.dump())}).err, HasSubstr("servise"));
    EXPECT_EQ(run({"route", m_scratch.path("missing.json")}).status, 2);
    EXPECT_EQ(run({"route", m_scratch.write("torn.json", "{")}).status, 2);
    EXPECT_EQ(run({"route", m_request, "--time-limit", "0"}).status, 2);
    EXPECT_EQ(run({"route"}).status, 2);
}

TEST_F(RouteCommand, IsToldInBothLanguages) {
    EXPECT_THAT(run({"--help"}).out, HasSubstr("route"));
    EXPECT_THAT(run({"route", "--help"}).out, HasSubstr("Ordonne des visites"));
    EXPECT_THAT(run({"route", "--help"}, "en_GB.UTF-8").out, HasSubstr("Order visits"));
}

} // namespace
} // namespace medicobus::testing
