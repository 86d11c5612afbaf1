// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "territory/commune.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace medicobus::territory {

/// A stop that a real mobile service is known to make, in the words of its source; an empty text was not
/// published.
struct KnownStop {
    std::string service;
    std::string department;
    std::string commune;
    InseeCode insee;
    std::string rhythm;
    std::string day;
    std::string hours;
    std::string place;
    std::vector<std::string> sources; ///< Addresses, at least one.
};

/// Something known of how a real service works, with where it was read.
struct ServiceFact {
    std::string theme;
    std::string service;
    std::string text;
    std::string source;
};

/// Reads `dispositif, departement, commune, insee, cadence, jour, creneau, lieu, source`.
/// Errors: those of `CsvTable`, `territory.insee`, `territory.empty_cell`.
[[nodiscard]] Result<std::vector<KnownStop>> readKnownStops(const std::filesystem::path& path);
[[nodiscard]] Result<std::vector<KnownStop>> parseKnownStops(std::string_view text, const std::string& file);

/// Reads `theme, dispositif, fait, source`. Errors: those of `CsvTable`, `territory.empty_cell`.
[[nodiscard]] Result<std::vector<ServiceFact>> readServiceFacts(const std::filesystem::path& path);
[[nodiscard]] Result<std::vector<ServiceFact>> parseServiceFacts(std::string_view text,
                                                                 const std::string& file);

namespace codes {
inline constexpr ErrorCode territoryEmptyCell{"territory.empty_cell"};
} // namespace codes

} // namespace medicobus::territory
