// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "territory/commune.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace medicobus::territory {

/// Reads the communes of a territory: a CSV with at least `insee, nom, population, lat, lon, apl`.
///
/// The dated names of the official files are read too (`population_2023`, `apl_mg_2023`; the latest year
/// wins), and when present `departement`, `codes_postaux`, `zonage_mg`, `part_65plus`, `min_urgences` and
/// `min_pharmacie`. Other columns are passed over. An empty cell is "not known" and stays so.
///
/// Errors: those of `CsvTable` (file, line and column), `csv.range` for a coordinate off the globe or a
/// quantity below zero, `territory.insee`, `territory.duplicate_insee` (with `first_line`),
/// `territory.no_name`, `territory.half_point`, `territory.zoning`, `territory.no_commune`.
[[nodiscard]] Result<Territory> readCommunes(const std::filesystem::path& path);
[[nodiscard]] Result<Territory> parseCommunes(std::string_view text, const std::string& file);

namespace codes {
inline constexpr ErrorCode territoryDuplicateInsee{"territory.duplicate_insee"};
inline constexpr ErrorCode territoryNoName{"territory.no_name"};
inline constexpr ErrorCode territoryHalfPoint{"territory.half_point"};
inline constexpr ErrorCode territoryZoning{"territory.zoning"};
inline constexpr ErrorCode territoryNoCommune{"territory.no_commune"};
} // namespace codes

} // namespace medicobus::territory
