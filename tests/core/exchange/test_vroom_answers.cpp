// SPDX-License-Identifier: EUPL-1.2
#include "base/json_reader.h"
#include "exchange/vroom.h"

#include <gmock/gmock.h>

#include <set>

namespace medicobus::exchange {
namespace {

OrderedJson answer(const Json& json, std::uint64_t iterations = 200) {
    const auto request = readVroom(json.dump(), "request.json");
    EXPECT_TRUE(request) << request.error().detail("key");
    const auto problem = toProblem(*request);
    EXPECT_TRUE(problem) << problem.error().detail("key");
    routing::Options options;
    options.iterations = iterations;
    options.threads = 1;
    const auto solution = routing::solve(problem->problem, options);
    EXPECT_TRUE(solution) << solution.error().code().name << solution.error().detail("key");
    return vroomJson(*request, *problem, *solution, options);
}

std::vector<std::uint64_t> jobsOf(const OrderedJson& route) {
    std::vector<std::uint64_t> jobs;
    for (const auto& step : route["steps"]) {
        if (step["type"] == "job") {
            jobs.push_back(step["id"]);
        }
    }
    return jobs;
}

std::string reasonOf(const OrderedJson& answered, std::uint64_t id) {
    for (const auto& job : answered["unassigned"]) {
        if (job["id"] == id) {
            return job["reason"];
        }
    }
    return "assigned";
}

/// One bus in a country of four nodes on a line, 100 s and 1 km apart.
Json line() {
    Json json = Json::parse(R"({"vehicles": [{"id": 1, "start_index": 0, "end_index": 0}], "jobs": []})");
    for (int from = 0; from < 4; ++from) {
        for (int to = 0; to < 4; ++to) {
            json["matrices"]["car"]["durations"][static_cast<std::size_t>(from)].push_back(
                100 * std::abs(from - to));
            json["matrices"]["car"]["distances"][static_cast<std::size_t>(from)].push_back(
                1000 * std::abs(from - to));
        }
    }
    for (int job = 1; job < 4; ++job) {
        json["jobs"].push_back({{"id", job}, {"location_index", job}, {"service", 10}});
    }
    return json;
}

TEST(VroomAnswers, AgreesWithTheExampleOfItsDocumentation) {
    const auto answered = answer(Json::parse(R"({
        "vehicles": [{"id": 0, "start_index": 0, "end_index": 3}],
        "jobs": [{"id": 1414, "location_index": 1}, {"id": 1515, "location_index": 2}],
        "matrices": {"car": {"durations": [[0, 2104, 197, 1299], [2103, 0, 2255, 3152],
                                           [197, 2256, 0, 1102], [1299, 3153, 1102, 0]]}}})"));
    EXPECT_EQ(answered["code"], 0);
    EXPECT_EQ(answered["summary"]["cost"], 5461);
    EXPECT_EQ(answered["summary"]["duration"], 5461);
    EXPECT_EQ(answered["summary"]["unassigned"], 0);
    EXPECT_THAT(jobsOf(answered["routes"][0]), ::testing::ElementsAre(1414, 1515));
    EXPECT_EQ(answered["medicobus"]["optimal"], true);
    EXPECT_EQ(answered["medicobus"]["travel"]["kind"], "matrix");
    const auto& steps = answered["routes"][0]["steps"];
    EXPECT_EQ(steps[0]["type"], "start");
    EXPECT_EQ(steps[3]["type"], "end");
    EXPECT_EQ(steps[3]["arrival"].get<int>() - steps[0]["arrival"].get<int>(), 5461);
    EXPECT_EQ(steps[2]["location_index"], 2);
}

TEST(VroomAnswers, StepsAddUp) {
    Json json = line();
    json["vehicles"][0].update(Json::parse(R"({"time_window": [1000, 5000], "capacity": [5],
        "breaks": [{"id": 9, "description": "Pause", "service": 60, "time_windows": [[1500, 2000]]}]})"));
    json["jobs"][0].update(Json::parse(R"({"setup": 30, "delivery": [2], "time_windows": [[1800, 1900]]})"));
    json["jobs"][1].update(Json::parse(R"({"pickup": [1], "priority": 7})"));
    const auto answered = answer(json);
    const auto& route = answered["routes"][0];
    EXPECT_EQ(route["setup"], 30);
    EXPECT_EQ(route["service"], 90);
    EXPECT_EQ(route["duration"], 600);
    EXPECT_EQ(route["distance"], 6000);
    EXPECT_EQ(route["priority"], 7);
    EXPECT_EQ(route["delivery"], OrderedJson({2}));
    EXPECT_EQ(route["pickup"], OrderedJson({1}));
    std::int64_t time = route["steps"][0]["arrival"];
    std::int64_t driven = 0;
    std::int64_t waited = 0;
    bool hasBreak = false;
    for (std::size_t i = 1; i < route["steps"].size(); ++i) {
        const auto& step = route["steps"][i];
        const std::int64_t drive = step["duration"].get<std::int64_t>() - driven;
        EXPECT_EQ(step["arrival"].get<std::int64_t>(), time + drive) << step;
        driven += drive;
        const std::int64_t waiting = step.value("waiting_time", 0);
        const std::int64_t start = step["arrival"].get<std::int64_t>() + waiting;
        EXPECT_GE(waiting, 0);
        waited += waiting;
        if (step["type"] == "job" && step["id"] == 1) {
            EXPECT_GE(start, 1800) << "the setup starts within the window";
            EXPECT_LE(start, 1900);
        }
        hasBreak = hasBreak || step["type"] == "break";
        time = start + step.value("setup", 0) + step.value("service", 0);
    }
    EXPECT_TRUE(hasBreak);
    EXPECT_EQ(driven, 600);
    EXPECT_EQ(route["waiting_time"], waited);
    EXPECT_EQ(route["steps"][0]["load"], OrderedJson({2}));
    EXPECT_EQ(route["steps"].back()["load"], OrderedJson({1}));
    EXPECT_EQ(answered["summary"]["routes"], 1);
}

TEST(VroomAnswers, RanksPrioritiesThenJobsThenCost) {
    Json json = line();
    json["vehicles"][0]["max_tasks"] = 1;
    json["jobs"][2]["priority"] = 1;
    EXPECT_THAT(jobsOf(answer(json)["routes"][0]), ::testing::ElementsAre(3)) << "the farthest has priority";
    json["jobs"][1]["priority"] = 100;
    EXPECT_THAT(jobsOf(answer(json)["routes"][0]), ::testing::ElementsAre(2));
    json = line();
    json["vehicles"][0]["max_travel_time"] = 400;
    // Two near jobs rather than one of no greater priority; a priority outweighs both.
    EXPECT_EQ(answer(json)["summary"]["unassigned"], 1);
    json["vehicles"][0]["max_travel_time"] = 600;
    json["vehicles"][0]["time_window"] = {0, 610};
    json["jobs"][2]["priority"] = 1;
    EXPECT_THAT(jobsOf(answer(json)["routes"][0]), ::testing::ElementsAre(3));
    json["jobs"][2].erase("priority");
    EXPECT_EQ(jobsOf(answer(json)["routes"][0]).size(), 2U);
}

TEST(VroomAnswers, SaysWhyAJobIsUnassigned) {
    Json json = line();
    json["vehicles"][0].update(
        Json::parse(R"({"time_window": [0, 1000], "capacity": [3], "skills": [5], "max_tasks": 1})"));
    json["jobs"].push_back(Json::parse(R"({"id": 10, "location_index": 1, "skills": [6]})"));
    json["jobs"].push_back(Json::parse(R"({"id": 11, "location_index": 1, "time_windows": [[1001, 2000]]})"));
    json["jobs"].push_back(Json::parse(R"({"id": 12, "location_index": 1, "delivery": [4]})"));
    json["jobs"].push_back(Json::parse(R"({"id": 13, "location_index": 3, "service": 900})"));
    const auto answered = answer(json);
    EXPECT_EQ(reasonOf(answered, 10), "skills");
    EXPECT_EQ(reasonOf(answered, 11), "windows");
    EXPECT_EQ(reasonOf(answered, 12), "capacity");
    EXPECT_EQ(reasonOf(answered, 13), "too_far");
    EXPECT_EQ(reasonOf(answered, 3), "no_room");
    EXPECT_EQ(answered["summary"]["unassigned"], 6);
    EXPECT_EQ(answered["unassigned"][0]["type"], "job");
}

TEST(VroomAnswers, EstimatesDrivesAndSaysSo) {
    const Json json = Json::parse(R"({
        "vehicles": [{"id": 1, "start": [2.0, 48.0], "end": [2.0, 48.0], "max_distance": 30000}],
        "jobs": [{"id": 1, "location": [2.0, 48.1]}, {"id": 2, "location": [2.0, 48.2]}]})");
    const auto answered = answer(json);
    // 0.1 degree of latitude is 11,119 m; by road 14,455 m, 1,041 s at 50 km/h: the second is out of reach.
    EXPECT_THAT(jobsOf(answered["routes"][0]), ::testing::ElementsAre(1));
    EXPECT_EQ(answered["summary"]["duration"], 2 * 1041);
    EXPECT_EQ(answered["summary"]["distance"], 2 * 14455);
    EXPECT_EQ(reasonOf(answered, 2), "too_far");
    EXPECT_EQ(answered["medicobus"]["travel"]["kind"], "estimate");
    EXPECT_EQ(answered["medicobus"]["travel"]["detour"], 1.3);
    EXPECT_EQ(answered["routes"][0]["steps"][1]["location"], OrderedJson({2.0, 48.1}));
}

TEST(VroomAnswers, SlowVehiclesDriveLonger) {
    Json json = line();
    json["vehicles"][0]["speed_factor"] = 0.5;
    const auto answered = answer(json);
    EXPECT_EQ(answered["summary"]["duration"], 1200);
    EXPECT_EQ(answered["summary"]["cost"], 1200);
    EXPECT_EQ(answered["summary"]["distance"], 6000);
}

TEST(VroomAnswers, CostsAreTheUsers) {
    Json json = line();
    json["vehicles"][0]["costs"] = {{"fixed", 100}, {"per_hour", 36}, {"per_km", 2}};
    EXPECT_EQ(answer(json)["summary"]["cost"], 100 + 6 + 12);
    json = line();
    json["matrices"]["car"]["costs"] = json["matrices"]["car"]["durations"];
    json["matrices"]["car"]["costs"][0][1] = 7;
    EXPECT_EQ(answer(json)["summary"]["cost"], 507);
}

TEST(VroomAnswers, SameRequestSameBytes) {
    Json json = line();
    json["vehicles"].push_back(Json::parse(R"({"id": 2, "start_index": 3})"));
    for (int job = 4; job < 30; ++job) {
        json["jobs"].push_back({{"id", job}, {"location_index", job % 4}, {"service", job}});
    }
    json["vehicles"][0]["time_window"] = {0, 700};
    json["vehicles"][1]["time_window"] = {0, 700};
    EXPECT_EQ(answer(json).dump(), answer(json).dump());
    const auto served = answer(json);
    std::set<std::uint64_t> once;
    std::size_t count = served["unassigned"].size();
    for (const auto& route : served["routes"]) {
        for (const std::uint64_t job : jobsOf(route)) {
            once.insert(job);
            ++count;
        }
    }
    EXPECT_EQ(count, 29U);
    EXPECT_EQ(once.size() + served["unassigned"].size(), 29U);
}

} // namespace
} // namespace medicobus::exchange
