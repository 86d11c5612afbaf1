// SPDX-License-Identifier: EUPL-1.2
#include "exchange/vroom_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace medicobus::exchange {
namespace {

constexpr std::int64_t mostSkills = 4'294'967'295;

/// Fills a request part by part; the readers keep the first fault with its place.
class VroomReader {
public:
    explicit VroomReader(std::string file) { m_request.file = std::move(file); }

    Result<VroomRequest> read(const Json& json) {
        JsonReader root(json, "$", m_request.file);
        refuse(root, {"shipments", "matrix", "options"});
        if (root.has("matrices")) {
            readMatrices(root);
        }
        if (m_error) {
            return Fault(*m_error);
        }
        if (root.has("jobs")) {
            root.each("jobs", [this](JsonReader& reader) { m_request.jobs.push_back(readJob(reader)); });
        }
        root.each("vehicles", [this](JsonReader& reader) { readVehicle(reader); });
        if (m_request.vehicles.empty()) {
            root.fail(medicobus::codes::jsonRange, "vehicles", "[]", ">= 1");
        }
        checkAmounts(root);
        if (const auto done = root.finish(); !done) {
            return Fault(done.error());
        }
        return std::move(m_request);
    }

private:
    std::uint64_t readId(JsonReader& reader, std::set<std::uint64_t>& known) {
        if (!reader.has("id")) {
            reader.fail(medicobus::codes::jsonMissingKey, "id");
            return 0;
        }
        const Json& value = reader.raw("id");
        if (!value.is_number_unsigned()) {
            reader.fail(medicobus::codes::jsonType, "id",
                        value.is_structured() ? value.type_name() : value.dump(), "whole number");
            return 0;
        }
        const auto id = value.get<std::uint64_t>();
        if (!known.insert(id).second) {
            reader.fail(codes::exchangeDuplicate, "id", std::to_string(id));
        }
        return id;
    }

    VroomPoint readPoint(JsonReader& reader, const std::string& key, const std::string& indexKey) {
        VroomPoint point;
        if (reader.has(key)) {
            const Json& value = reader.raw(key);
            if (!value.is_array() || value.size() != 2 || !value[0].is_number() || !value[1].is_number()) {
                reader.fail(medicobus::codes::jsonType, key,
                            value.is_structured() ? value.type_name() : value.dump(), "[lon, lat]");
                return point;
            }
            constexpr double mostLon = 180;
            constexpr double mostLat = 90;
            point.location = GeoPoint{value[1].get<double>(), value[0].get<double>()};
            if (std::abs(point.location->lon) > mostLon || std::abs(point.location->lat) > mostLat) {
                reader.fail(medicobus::codes::jsonRange, key, value.dump(), "[-180 … 180, -90 … 90]");
            }
        }
        if (reader.has(indexKey)) {
            if (m_request.isEstimated()) {
                reader.fail(codes::exchangeUnsupported, indexKey, {}, "matrices");
            }
            point.index = reader.whole(indexKey, 0, std::max(m_nodes - 1, 0));
        }
        if (!point.index && !m_request.isEstimated()) {
            reader.fail(medicobus::codes::jsonMissingKey, indexKey);
        }
        if (!point.location && m_request.isEstimated()) {
            reader.fail(medicobus::codes::jsonMissingKey, key);
        }
        return point;
    }

    static std::vector<std::uint32_t> readSkills(JsonReader& reader) {
        std::vector<std::uint32_t> skills;
        for (const std::int64_t skill : wholes(reader, "skills", mostSkills)) {
            skills.push_back(static_cast<std::uint32_t>(skill));
        }
        return skills;
    }

    VroomJob readJob(JsonReader& reader) {
        refuse(reader, {"setup_per_type", "service_per_type", "steps"});
        VroomJob job;
        job.id = readId(reader, m_jobs);
        job.description = reader.text("description", "");
        job.point = readPoint(reader, "location", "location_index");
        job.setup = whole(reader, "setup", 0);
        job.service = whole(reader, "service", 0);
        // The old name of `delivery`, which VROOM still reads.
        job.delivery = wholes(reader, reader.has("amount") && !reader.has("delivery") ? "amount" : "delivery",
                              largestVroomNumber);
        job.pickup = wholes(reader, "pickup", largestVroomNumber);
        job.skills = readSkills(reader);
        constexpr int highestPriority = 100;
        job.priority = reader.whole("priority", 0, highestPriority, 0);
        job.windows = readWindows(reader);
        return job;
    }

    void readVehicle(JsonReader& reader) {
        refuse(reader, {"steps", "type"});
        VroomVehicle vehicle;
        vehicle.id = readId(reader, m_vehicles);
        vehicle.description = reader.text("description", "");
        vehicle.profile = reader.text("profile", vehicle.profile);
        if (!m_request.isEstimated() && !m_request.matrices.contains(vehicle.profile)) {
            reader.fail(medicobus::codes::jsonRange, "profile", vehicle.profile, "matrices");
        }
        if (reader.has("start") || reader.has("start_index")) {
            vehicle.start = readPoint(reader, "start", "start_index");
        }
        if (reader.has("end") || reader.has("end_index")) {
            vehicle.end = readPoint(reader, "end", "end_index");
        }
        vehicle.capacity = wholes(reader, "capacity", largestVroomNumber);
        vehicle.skills = readSkills(reader);
        if (reader.has("time_window")) {
            vehicle.window = readWindow(reader, "time_window", reader.raw("time_window"));
        }
        if (reader.has("breaks")) {
            std::set<std::uint64_t> known;
            reader.each("breaks",
                        [&](JsonReader& child) { vehicle.breaks.push_back(readBreak(child, known)); });
            std::stable_sort(
                vehicle.breaks.begin(), vehicle.breaks.end(),
                [](const VroomBreak& a, const VroomBreak& b) { return opening(a) < opening(b); });
        }
        readLimits(reader, vehicle);
        if (reader.has("costs")) {
            reader.object("costs", [&](JsonReader& costs) { readCosts(costs, vehicle); });
        }
        m_request.vehicles.push_back(std::move(vehicle));
    }

    static routing::Time opening(const VroomBreak& pause) {
        return pause.windows.empty() ? 0 : pause.windows.front().opens;
    }

    static void readLimits(JsonReader& reader, VroomVehicle& vehicle) {
        constexpr double slowest = 0.01;
        constexpr double fastest = 5;
        constexpr int most = 1'000'000;
        vehicle.speedFactor = reader.number("speed_factor", slowest, fastest, 1);
        if (reader.has("max_tasks")) {
            vehicle.maxTasks = reader.whole("max_tasks", 0, most);
        }
        if (reader.has("max_travel_time")) {
            vehicle.maxTravelTime = whole(reader, "max_travel_time", 0);
        }
        if (reader.has("max_distance")) {
            vehicle.maxDistance = whole(reader, "max_distance", 0);
        }
    }

    void readCosts(JsonReader& reader, VroomVehicle& vehicle) const {
        refuse(reader, {"per_task_hour"});
        const auto matrix = m_request.matrices.find(vehicle.profile);
        for (const std::string_view key : {"per_hour", "per_km"}) {
            // The matrix of costs says it all, in VROOM too.
            if (reader.has(key) && matrix != m_request.matrices.end() && !matrix->second.costs.empty()) {
                reader.fail(codes::exchangeUnsupported, key, {},
                            fmt::format("matrices.{}.costs", vehicle.profile));
            }
        }
        vehicle.fixedCost = whole(reader, "fixed", 0);
        vehicle.costPerHour = whole(reader, "per_hour", vehicle.costPerHour);
        vehicle.costPerKm = whole(reader, "per_km", 0);
        if (vehicle.costPerKm > 0 && matrix != m_request.matrices.end() && matrix->second.distances.empty()) {
            reader.fail(codes::exchangeUnsupported, "per_km", std::to_string(vehicle.costPerKm),
                        fmt::format("matrices.{}.distances", vehicle.profile));
        }
    }

    static VroomBreak readBreak(JsonReader& reader, std::set<std::uint64_t>& known) {
        refuse(reader, {"max_load"});
        VroomBreak pause;
        if (reader.has("id") && reader.raw("id").is_number_unsigned()) {
            pause.id = reader.raw("id").get<std::uint64_t>();
            if (!known.insert(pause.id).second) {
                reader.fail(codes::exchangeDuplicate, "id", std::to_string(pause.id));
            }
        } else {
            reader.fail(medicobus::codes::jsonMissingKey, "id");
        }
        pause.description = reader.text("description", "");
        pause.service = whole(reader, "service", 0);
        pause.windows = readWindows(reader);
        return pause;
    }

    void readMatrices(JsonReader& root) {
        const Json& all = root.raw("matrices");
        if (!all.is_object()) {
            root.fail(medicobus::codes::jsonType, "matrices", all.type_name(), "object");
            return;
        }
        for (const auto& [profile, json] : all.items()) {
            JsonReader reader(json, "$.matrices." + profile, m_request.file);
            VroomMatrix matrix;
            if (!reader.has("durations")) {
                reader.fail(medicobus::codes::jsonMissingKey, "durations");
            }
            matrix.durations = readMatrix(reader, "durations", matrix.size);
            matrix.distances = readMatrix(reader, "distances", matrix.size);
            matrix.costs = readMatrix(reader, "costs", matrix.size);
            m_nodes = m_request.matrices.empty() ? matrix.size : m_nodes;
            if (matrix.size != m_nodes) {
                reader.fail(medicobus::codes::jsonRange, "durations", std::to_string(matrix.size),
                            std::to_string(m_nodes));
            }
            if (const auto done = reader.finish(); !done) {
                m_error = m_error ? m_error : done.error();
            }
            m_request.matrices.emplace(profile, std::move(matrix));
        }
    }

    /// Amounts of all jobs and vehicles have as many numbers, as VROOM asks.
    void checkAmounts(JsonReader& root) const {
        std::size_t dimensions = 0;
        for (const VroomVehicle& vehicle : m_request.vehicles) {
            dimensions = std::max(dimensions, vehicle.capacity.size());
        }
        const auto check = [&](const std::string& place, std::size_t size, bool mayMiss) {
            if (size != dimensions && !(mayMiss && size == 0)) {
                root.fail(medicobus::codes::jsonRange, place, std::to_string(size),
                          std::to_string(dimensions));
            }
        };
        for (std::size_t i = 0; i < m_request.vehicles.size(); ++i) {
            check(fmt::format("vehicles[{}].capacity", i), m_request.vehicles[i].capacity.size(), false);
        }
        for (std::size_t i = 0; i < m_request.jobs.size(); ++i) {
            check(fmt::format("jobs[{}].delivery", i), m_request.jobs[i].delivery.size(), true);
            check(fmt::format("jobs[{}].pickup", i), m_request.jobs[i].pickup.size(), true);
        }
    }

    VroomRequest m_request;
    int m_nodes = 0;
    std::set<std::uint64_t> m_jobs;
    std::set<std::uint64_t> m_vehicles;
    std::optional<Error> m_error;
};

} // namespace

Result<VroomRequest> readVroom(std::string_view text, const std::string& file) {
    const auto json = JsonReader::parse(text, file);
    if (!json) {
        return Fault(json.error());
    }
    return VroomReader(file).read(*json);
}

} // namespace medicobus::exchange
