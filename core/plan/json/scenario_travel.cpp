// SPDX-License-Identifier: EUPL-1.2
#include "plan/json/scenario_reader.h"

#include "travel/drive_cache.h"

#include <fmt/format.h>

namespace medicobus::plan {

void ScenarioReader::readTravel(JsonReader& reader) {
    TravelSpec& travel = m_scenario.travel;
    travel.kind = reader.text("kind");
    if (travel.kind == "matrix") {
        travel.file = reader.text("file");
    } else if (travel.kind == "osrm") {
        travel.server = reader.text("url");
        travel.profile = reader.text("profile", "driving");
        travel.file = reader.text("file", m_file.stem().string() + ".drives.db");
    } else if (travel.kind != "estimate") {
        reader.fail(codes::scenarioTravelKind, "kind", travel.kind, "estimate, matrix, osrm");
    }
    travel.detour = reader.number("detour", 1, 10, travel.detour);
    travel.kilometresPerHour = reader.number("kmh", 1, 200, travel.kilometresPerHour);
}

Result<void> ScenarioReader::readRoads() {
    const TravelSpec& travel = m_scenario.travel;
    if (m_roads == Roads::Skip || travel.kind == "estimate") {
        return {};
    }
    const auto file = m_file.parent_path() / travel.file;
    if (travel.kind == "osrm") {
        return readMeasured(file);
    }
    auto matrix = travel::readMatrix(file, roadPoints(m_scenario), {travel.detour, travel.kilometresPerHour});
    if (!matrix) {
        return Fault(matrix.error());
    }
    m_scenario.roads = std::make_shared<const travel::TravelMatrix>(std::move(*matrix));
    return {};
}

/// Only what was fetched: reading a scenario never asks the network.
Result<void> ScenarioReader::readMeasured(const std::filesystem::path& file) {
    TravelSpec& spec = m_scenario.travel;
    std::vector<GeoPoint> points;
    for (const travel::NamedPoint& point : roadPoints(m_scenario)) {
        points.push_back(point.point);
    }
    if (!std::filesystem::exists(file)) {
        return fault(travel::codes::travelNotFetched,
                     {{"file", file.string()}, {"value", fmt::format("{}", points.size() * points.size())}});
    }
    auto cache = travel::DriveCache::open(file, spec.server, spec.profile);
    if (!cache) {
        return Fault(cache.error());
    }
    auto matrix = cache->matrix(points, {spec.detour, spec.kilometresPerHour});
    if (!matrix) {
        return Fault(matrix.error());
    }
    const auto source = cache->source();
    if (!source) {
        return Fault(source.error());
    }
    if (source->oldest) {
        const auto local = toParis(*source->oldest);
        if (!local) {
            return Fault(local.error());
        }
        spec.measured = dateOf(*local);
    }
    m_scenario.roads = std::make_shared<const travel::TravelMatrix>(std::move(*matrix));
    return {};
}

} // namespace medicobus::plan
