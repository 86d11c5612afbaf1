// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "territory/commune.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace medicobus::territory {

/// A closed line of positions: the last equals the first.
using Ring = std::vector<GeoPoint>;
/// An outer ring, then the rings of its holes.
using Polygon = std::vector<Ring>;

/// The land of one commune, in as many pieces as it has.
struct Contour {
    InseeCode insee;
    std::string name;
    std::vector<Polygon> polygons;
};

/// Reads a GeoJSON FeatureCollection (RFC 7946; longitude first) of Polygons and MultiPolygons whose
/// properties hold `insee` and `nom`. Other properties and foreign members are passed over, as the RFC
/// allows.
///
/// Errors name file and key (`$.features[3].geometry`): `json.syntax`, `json.missing_key`, `json.type`,
/// `territory.geometry` (another geometry, or another coordinate system), `territory.position` (not two
/// numbers on the globe), `territory.ring` (not closed, or fewer than four positions), `territory.insee`,
/// `territory.duplicate_contour`.
[[nodiscard]] Result<std::vector<Contour>> readContours(const std::filesystem::path& path);
[[nodiscard]] Result<std::vector<Contour>> parseContours(std::string_view text, const std::string& file);

namespace codes {
inline constexpr ErrorCode territoryGeometry{"territory.geometry"};
inline constexpr ErrorCode territoryPosition{"territory.position"};
inline constexpr ErrorCode territoryRing{"territory.ring"};
inline constexpr ErrorCode territoryDuplicateContour{"territory.duplicate_contour"};
} // namespace codes

} // namespace medicobus::territory
