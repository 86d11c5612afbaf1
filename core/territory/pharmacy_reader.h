// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"
#include "base/result.h"
#include "territory/commune.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medicobus::territory {

/// Open from one time to another, every week on that day.
struct OpenSpan {
    Weekday day = Weekday::Monday;
    TimeOfDay from{0};
    TimeOfDay to{0};

    friend bool operator==(const OpenSpan&, const OpenSpan&) = default;
};

/// One pharmacy of a list that is partial: it tells where one is, never which is the nearest.
struct Pharmacy {
    std::string finess;
    std::string name;
    std::string postcode;
    std::string town;
    std::optional<InseeCode> insee;
    GeoPoint point;
    std::optional<std::vector<OpenSpan>> opening; ///< Nothing when the source does not say.
};

/// Reads `Lu 08:00-13:00 et 14:00-19:00; Ma 09:00-12:00`: days once each, spans in order and apart.
/// Anything else is `territory.opening_hours`, naming the part.
[[nodiscard]] Result<std::vector<OpenSpan>> parseOpeningHours(std::string_view text);

/// Reads `finess, nom, code_postal, ville, insee, lat, lon, horaires`. Errors: those of `CsvTable`,
/// `territory.finess`, `territory.duplicate_finess`, `territory.insee`, `territory.half_point`,
/// `territory.opening_hours`.
[[nodiscard]] Result<std::vector<Pharmacy>> readPharmacies(const std::filesystem::path& path);
[[nodiscard]] Result<std::vector<Pharmacy>> parsePharmacies(std::string_view text, const std::string& file);

namespace codes {
inline constexpr ErrorCode territoryOpeningHours{"territory.opening_hours"};
inline constexpr ErrorCode territoryFiness{"territory.finess"};
inline constexpr ErrorCode territoryDuplicateFiness{"territory.duplicate_finess"};
} // namespace codes

} // namespace medicobus::territory
