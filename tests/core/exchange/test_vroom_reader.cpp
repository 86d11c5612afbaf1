// SPDX-License-Identifier: EUPL-1.2
#include "base/file.h"
#include "base/json_reader.h"
#include "exchange/vroom.h"
#include "tests/core/json_schema.h"

#include <gmock/gmock.h>

namespace medicobus::exchange {
namespace {

using ::testing::ElementsAre;
using ::testing::StartsWith;

/// A request with every key that is read.
const char* const full = R"({
  "jobs": [
    {"id": 1, "description": "Mme Fictive", "location": [2.03, 48.61], "setup": 60, "service": 900, "delivery": [1],
     "pickup": [0], "skills": [1, 14], "priority": 10, "time_windows": [[32400, 36000], [50400, 54000]]},
    {"id": 18446744073709551615, "location": [2.28, 48.59], "amount": [2]}
  ],
  "vehicles": [
    {"id": 7, "profile": "van", "description": "B1", "start": [2.35, 48.71], "end": [2.35, 48.71],
     "capacity": [4], "skills": [1, 14, 99], "time_window": [28800, 64800], "speed_factor": 0.5, "max_tasks": 9,
     "max_travel_time": 14400, "max_distance": 90000, "costs": {"fixed": 5, "per_hour": 3600, "per_km": 2},
     "breaks": [{"id": 2, "service": 300, "time_windows": [[43200, 46800]]},
                {"id": 1, "description": "Pause", "service": 600, "time_windows": [[36000, 37000]]}]}
  ]})";

Json parsed(const char* text) {
    return Json::parse(text);
}

TEST(VroomReader, ReadsEveryKey) {
    const auto request = readVroom(full, "full.json");
    ASSERT_TRUE(request) << request.error().detail("key");
    ASSERT_EQ(request->jobs.size(), 2U);
    const VroomJob& job = request->jobs[0];
    EXPECT_EQ(job.description, "Mme Fictive");
    EXPECT_EQ(job.point.location, (GeoPoint{48.61, 2.03}));
    EXPECT_EQ(job.setup, 60);
    EXPECT_EQ(job.service, 900);
    EXPECT_THAT(job.skills, ElementsAre(1, 14));
    EXPECT_EQ(job.priority, 10);
    EXPECT_THAT(job.windows, ElementsAre(routing::Window{32400, 36000}, routing::Window{50400, 54000}));
    EXPECT_EQ(request->jobs[1].id, 18446744073709551615U);
    EXPECT_THAT(request->jobs[1].delivery, ElementsAre(2));
    const VroomVehicle& vehicle = request->vehicles[0];
    EXPECT_EQ(vehicle.profile, "van");
    EXPECT_EQ(vehicle.breaks[0].id, 1U) << "breaks are taken in the order of their windows";
    EXPECT_EQ(vehicle.maxTasks, 9);
    EXPECT_EQ(vehicle.maxDistance, 90000);
    EXPECT_EQ(vehicle.costPerKm, 2);
    EXPECT_EQ(vehicle.speedFactor, 0.5);
}

TEST(VroomReader, BecomesTheSameProblem) {
    const auto made = toProblem(*readVroom(full, "full.json"));
    ASSERT_TRUE(made);
    const routing::Place& place = made->problem.places[0];
    // The window of VROOM is for the start of the setup.
    EXPECT_THAT(place.windows, ElementsAre(routing::Window{32460, 36060}, routing::Window{50460, 54060}));
    EXPECT_EQ(place.skills, 3U);
    const routing::Vehicle& vehicle = made->problem.vehicles[0];
    EXPECT_EQ(vehicle.skills, 3U) << "a skill that nobody asks for is none";
    // 90 km at half of 50 km/h is 12,960 s, less than the limit of travel time.
    EXPECT_EQ(vehicle.maxDriving, 12960);
    EXPECT_EQ(vehicle.earliest, 28800);
    EXPECT_EQ(vehicle.start, vehicle.end);
    EXPECT_GT(*place.prize, *made->problem.places[1].prize);
}

struct Fault {
    const char* pointer; ///< Where in the full request something is set.
    const char* value;
    const char* code;
    const char* key;
    bool isInSchema = true; ///< Else it takes looking at two places of the file.

    friend void PrintTo(const Fault& fault, std::ostream* out) {
        *out << fault.pointer << " " << fault.value;
    }
};

class VroomFaults : public ::testing::TestWithParam<Fault> {};

TEST_P(VroomFaults, AreNamedWithTheirPlace) {
    const Fault& fault = GetParam();
    Json json = parsed(full);
    json[Json::json_pointer(fault.pointer)] = Json::parse(fault.value);
    const auto request = readVroom(json.dump(), "bad.json");
    ASSERT_FALSE(request);
    EXPECT_EQ(request.error().code().name, fault.code);
    EXPECT_EQ(request.error().detail("key"), fault.key);
    EXPECT_EQ(request.error().detail("file"), "bad.json");
}

testing::SchemaCheck schema() {
    return testing::SchemaCheck(
        Json::parse(*readFile(MEDICOBUS_SOURCE_DIR "/core/exchange/vroom.schema.json")));
}

TEST_P(VroomFaults, AreFaultsOfTheSchemaToo) {
    const Fault& fault = GetParam();
    Json json = parsed(full);
    json[Json::json_pointer(fault.pointer)] = Json::parse(fault.value);
    EXPECT_EQ(schema().faults(json).empty(), !fault.isInSchema) << fault.key;
}

TEST(VroomReader, ReadsWhatTheSchemaAllows) {
    EXPECT_THAT(schema().faults(parsed(full)), ::testing::IsEmpty());
    // Every key of the schema stands in a request that is read.
    const Json keys = Json::parse(*readFile(MEDICOBUS_SOURCE_DIR "/core/exchange/vroom.schema.json"));
    Json matrix = parsed(R"({"jobs": [{"location_index": 0}], "matrices": {"car": {"durations": [[0]],
        "distances": [[0]], "costs": [[0]]}}, "vehicles": [{"start_index": 0, "end_index": 0}]})");
    matrix["jobs"][0]["id"] = 1;
    matrix["vehicles"][0]["id"] = 1;
    EXPECT_TRUE(readVroom(matrix.dump(), "matrix.json"));
    EXPECT_THAT(schema().faults(matrix), ::testing::IsEmpty());
    const std::string texts = parsed(full).dump() + matrix.dump();
    for (const char* part : {"job", "vehicle", "break", "matrices"}) {
        for (const auto& [key, rule] : keys["$defs"][part]["properties"].items()) {
            EXPECT_THAT(texts, ::testing::HasSubstr("\"" + key + "\"")) << part;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(
    Each, VroomFaults,
    ::testing::Values(
        Fault{"/shipments", "[]", "exchange.unsupported", "$.shipments"},
        Fault{"/matrix", "[]", "exchange.unsupported", "$.matrix"},
        Fault{"/options", "{}", "exchange.unsupported", "$.options"},
        Fault{"/vehicles/0/steps", "[]", "exchange.unsupported", "$.vehicles[0].steps"},
        Fault{"/vehicles/0/type", "\"x\"", "exchange.unsupported", "$.vehicles[0].type"},
        Fault{"/vehicles/0/costs/per_task_hour", "1", "exchange.unsupported",
              "$.vehicles[0].costs.per_task_hour"},
        Fault{"/vehicles/0/breaks/0/max_load", "[1]", "exchange.unsupported",
              "$.vehicles[0].breaks[0].max_load"},
        Fault{"/jobs/0/service_per_type", "{}", "exchange.unsupported", "$.jobs[0].service_per_type"},
        Fault{"/jobs/0/setup_per_type", "{}", "exchange.unsupported", "$.jobs[0].setup_per_type"},
        Fault{"/jobs/0/location_index", "0", "exchange.unsupported", "$.jobs[0].location_index", false},
        Fault{"/jobs/0/prority", "1", "json.unknown_key", "$.jobs[0].prority"},
        Fault{"/jobs/0/priority", "101", "json.range", "$.jobs[0].priority"},
        Fault{"/jobs/0/service", "-1", "json.range", "$.jobs[0].service"},
        Fault{"/jobs/0/service", "\"1\"", "json.type", "$.jobs[0].service"},
        Fault{"/jobs/0/id", "-1", "json.type", "$.jobs[0].id"},
        Fault{"/jobs/1/id", "1", "exchange.duplicate", "$.jobs[1].id", false},
        Fault{"/jobs/0/location", "[2.03]", "json.type", "$.jobs[0].location"},
        Fault{"/jobs/0/location", "[2.03, 95]", "json.range", "$.jobs[0].location"},
        Fault{"/jobs/0/time_windows", "[]", "json.type", "$.jobs[0].time_windows"},
        Fault{"/jobs/0/time_windows", "[[5, 4]]", "json.range", "$.jobs[0].time_windows[0]", false},
        Fault{"/jobs/0/time_windows", "[[1, 2], [3]]", "json.type", "$.jobs[0].time_windows[1]"},
        Fault{"/jobs/0/delivery", "[1, 2]", "json.range", "$.jobs[0].delivery", false},
        Fault{"/jobs/0/delivery", "[1.5]", "json.range", "$.jobs[0].delivery[0]"},
        Fault{"/jobs/0/skills", "3", "json.type", "$.jobs[0].skills"},
        Fault{"/vehicles/0/breaks/1/id", "2", "exchange.duplicate", "$.vehicles[0].breaks[1].id", false},
        Fault{"/vehicles/0/speed_factor", "0", "json.range", "$.vehicles[0].speed_factor"},
        Fault{"/vehicles/0/time_window", "[5, 1]", "json.range", "$.vehicles[0].time_window", false},
        Fault{"/vehicles", "[]", "json.range", "$.vehicles"},
        Fault{"/matrices", "[]", "json.type", "$.matrices"},
        Fault{"/matrices", R"({"car": {}})", "json.missing_key", "$.matrices.car.durations"},
        Fault{"/matrices", R"({"car": {"durations": [[0, 1], [1]]}})", "json.type",
              "$.matrices.car.durations[1]", false},
        Fault{"/matrices", R"({"car": {"durations": [[0, -1], [1, 0]]}})", "json.range",
              "$.matrices.car.durations[0][1]"},
        Fault{"/matrices", R"({"car": {"durations": [[0, null], [1, 0]]}})", "json.type",
              "$.matrices.car.durations[0][1]"},
        Fault{"/matrices", R"({"van": {"durations": [[0, 1], [1, 0]], "distances": [[0]]}})", "json.type",
              "$.matrices.van.distances", false},
        Fault{"/matrices", R"({"car": {"durations": [[0]]}, "van": {"durations": [[0, 1], [1, 0]]}})",
              "json.range", "$.matrices.van.durations", false},
        Fault{"/matrices", R"({"van": {"durations": [[0, 1], [1, 0]]}})", "json.missing_key",
              "$.jobs[0].location_index", false}));

TEST(VroomReader, ToldOfTextThatIsNoJson) {
    const auto request = readVroom("{\n \"jobs\": [,]}", "torn.json");
    ASSERT_FALSE(request);
    EXPECT_EQ(request.error().code(), medicobus::codes::jsonSyntax);
    EXPECT_EQ(request.error().detail("line"), "2");
    EXPECT_FALSE(readVroom("[]", "array.json"));
}

Json withMatrix() {
    return parsed(R"({"vehicles": [{"id": 1, "start_index": 0, "end_index": 0}],
        "jobs": [{"id": 1, "location_index": 1}, {"id": 2, "location_index": 1}],
        "matrices": {"car": {"durations": [[0, 5], [5, 0]], "distances": [[0, 7], [7, 0]]}}})");
}

TEST(VroomReader, RefusesByNameWhatItCannotKeep) {
    const auto refused = [](const Json& json) {
        const auto request = readVroom(json.dump(), "r.json");
        EXPECT_TRUE(request) << request.error().detail("key");
        const auto made = toProblem(*request);
        return made ? std::string() : std::string(made.error().detail("key"));
    };
    EXPECT_EQ(refused(withMatrix()), "");
    Json json = withMatrix();
    json["vehicles"][0]["max_distance"] = 20;
    EXPECT_EQ(refused(json), "$.vehicles[0].max_distance");
    json["vehicles"][0]["costs"] = {{"per_hour", 0}, {"per_km", 1}};
    EXPECT_EQ(refused(json), "");
    json = withMatrix();
    json["jobs"][0]["setup"] = 5;
    EXPECT_EQ(refused(json), "");
    json["jobs"][0]["time_windows"] = {{0, 10}};
    EXPECT_EQ(refused(json), "$.jobs[0].setup");
    json["jobs"][1]["location_index"] = 0;
    EXPECT_EQ(refused(json), "");
    json["jobs"][1]["setup"] = 5;
    EXPECT_EQ(refused(json), "$.jobs[1].setup");
    json = withMatrix();
    for (int skill = 0; skill < 65; ++skill) {
        json["jobs"][0]["skills"].push_back(skill * 3);
    }
    EXPECT_EQ(refused(json), "$.jobs[0].skills");
}

TEST(VroomReader, KeepsCostsWhole) {
    Json json = withMatrix();
    EXPECT_EQ(toProblem(*readVroom(json.dump(), "r.json"))->unit, 18000);
    json["vehicles"][0]["costs"] = {{"per_hour", 10}, {"per_km", 3}, {"fixed", 2}};
    const auto made = toProblem(*readVroom(json.dump(), "r.json"));
    // 10 an hour for 5 s and 3 a kilometre for 7 m, in the unit stated.
    const double cost = 10.0 * 5 / 3600 + 3.0 * 7 / 1000;
    EXPECT_DOUBLE_EQ(static_cast<double>(made->problem.matrices[0].cost(0, 1))
                         * static_cast<double>(made->unit) / 18000,
                     cost);
    EXPECT_EQ(made->problem.vehicles[0].fixedCost * made->unit, 2 * 18000);
}

} // namespace
} // namespace medicobus::exchange
