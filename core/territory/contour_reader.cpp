// SPDX-License-Identifier: EUPL-1.2
#include "territory/contour_reader.h"

#include "base/file.h"
#include "base/json_reader.h"
#include "territory/insee.h"

#include <fmt/format.h>

#include <optional>
#include <set>

namespace medicobus::territory {
namespace {

/// Walks a GeoJSON document and keeps the first error with its place. `JsonReader` is not used below the
/// root because GeoJSON allows members that nobody asked for.
class GeoJsonWalk {
public:
    explicit GeoJsonWalk(std::string file) : m_file(std::move(file)) {}

    std::vector<Contour> collection(const Json& root) {
        std::vector<Contour> contours;
        const std::string type = textMember(root, "type", "$");
        if (type != "FeatureCollection") {
            fail(codes::territoryGeometry, "$.type", type, "FeatureCollection");
        }
        if (!m_error && root.contains("crs")) {
            fail(codes::territoryGeometry, "$.crs", root["crs"].dump(), "WGS 84 (RFC 7946)");
        }
        const Json* features = member(root, "features", "$");
        if (!features || !expectArray(*features, "$.features")) {
            return contours;
        }
        std::set<InseeCode> seen;
        for (std::size_t i = 0; i < features->size() && !m_error; ++i) {
            contours.push_back(feature((*features)[i], fmt::format("$.features[{}]", i)));
            if (!m_error && !seen.insert(contours.back().insee).second) {
                fail(codes::territoryDuplicateContour, fmt::format("$.features[{}].properties.insee", i),
                     contours.back().insee.value);
            }
        }
        return contours;
    }

    const std::optional<Error>& error() const { return m_error; }

private:
    Contour feature(const Json& json, const std::string& place) {
        Contour contour;
        if (const Json* properties = member(json, "properties", place)) {
            contour.insee.value = textMember(*properties, "insee", place + ".properties");
            contour.name = textMember(*properties, "nom", place + ".properties");
        }
        if (!m_error && !isInseeCode(contour.insee.value)) {
            fail(codes::territoryInsee, place + ".properties.insee", contour.insee.value, "62024, 2A004");
        }
        if (const Json* shape = member(json, "geometry", place)) {
            contour.polygons = geometry(*shape, place + ".geometry");
        }
        return contour;
    }

    std::vector<Polygon> geometry(const Json& json, const std::string& place) {
        std::vector<Polygon> polygons;
        const std::string type = textMember(json, "type", place);
        const Json* coordinates = member(json, "coordinates", place);
        if (!coordinates) {
            return polygons;
        }
        const std::string inside = place + ".coordinates";
        if (type == "Polygon") {
            polygons.push_back(polygon(*coordinates, inside));
        } else if (type == "MultiPolygon") {
            if (expectArray(*coordinates, inside)) {
                for (std::size_t i = 0; i < coordinates->size() && !m_error; ++i) {
                    polygons.push_back(polygon((*coordinates)[i], fmt::format("{}[{}]", inside, i)));
                }
            }
        } else {
            fail(codes::territoryGeometry, place + ".type", type, "Polygon, MultiPolygon");
        }
        return polygons;
    }

    Polygon polygon(const Json& json, const std::string& place) {
        Polygon rings;
        if (!expectArray(json, place)) {
            return rings;
        }
        if (json.empty()) {
            fail(codes::territoryRing, place, "0");
        }
        for (std::size_t i = 0; i < json.size() && !m_error; ++i) {
            rings.push_back(ring(json[i], fmt::format("{}[{}]", place, i)));
        }
        return rings;
    }

    Ring ring(const Json& json, const std::string& place) {
        Ring points;
        if (!expectArray(json, place)) {
            return points;
        }
        points.reserve(json.size());
        for (std::size_t i = 0; i < json.size() && !m_error; ++i) {
            points.push_back(position(json[i], place, i));
        }
        constexpr std::size_t fewest = 4;
        if (!m_error && (points.size() < fewest || points.front() != points.back())) {
            fail(codes::territoryRing, place, std::to_string(points.size()), "≥ 4");
        }
        return points;
    }

    GeoPoint position(const Json& json, const std::string& place, std::size_t index) {
        if (json.is_array() && json.size() >= 2 && json[0].is_number() && json[1].is_number()) {
            const GeoPoint point{json[1].get<double>(), json[0].get<double>()};
            if (point.lat >= -90 && point.lat <= 90 && point.lon >= -180 && point.lon <= 180) {
                return point;
            }
        }
        fail(codes::territoryPosition, fmt::format("{}[{}]", place, index), json.dump(), "[2.6665, 50.3943]");
        return {};
    }

    const Json* member(const Json& json, std::string_view key, const std::string& place) {
        if (!json.is_object()) {
            fail(medicobus::codes::jsonType, place, json.type_name(), "object");
            return nullptr;
        }
        const auto at = json.find(key);
        if (at == json.end()) {
            fail(medicobus::codes::jsonMissingKey, fmt::format("{}.{}", place, key));
            return nullptr;
        }
        return &*at;
    }

    std::string textMember(const Json& json, std::string_view key, const std::string& place) {
        const Json* value = member(json, key, place);
        if (value && !value->is_string()) {
            fail(medicobus::codes::jsonType, fmt::format("{}.{}", place, key), value->dump(), "text");
        }
        return value && value->is_string() ? value->get<std::string>() : std::string();
    }

    bool expectArray(const Json& json, const std::string& place) {
        if (!json.is_array()) {
            fail(medicobus::codes::jsonType, place, json.type_name(), "array");
        }
        return json.is_array();
    }

    void fail(ErrorCode code, std::string key, std::string value = {}, std::string expected = {}) {
        if (!m_error) {
            m_error = Error(code)
                          .with("file", m_file)
                          .with("key", std::move(key))
                          .with("value", std::move(value))
                          .with("expected", std::move(expected));
        }
    }

    std::string m_file;
    std::optional<Error> m_error;
};

} // namespace

Result<std::vector<Contour>> parseContours(std::string_view text, const std::string& file) {
    const auto root = JsonReader::parse(text, file);
    if (!root) {
        return Fault(root.error());
    }
    GeoJsonWalk walk(file);
    auto contours = walk.collection(*root);
    if (walk.error()) {
        return Fault(*walk.error());
    }
    return contours;
}

Result<std::vector<Contour>> readContours(const std::filesystem::path& path) {
    const auto text = readFile(path);
    if (!text) {
        return Fault(text.error());
    }
    return parseContours(*text, path.string());
}

} // namespace medicobus::territory
