// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/geo.h"
#include "base/uuid.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace medicobus::territory {

/// The five-character code of INSEE's code officiel géographique (`62024`, `2A004`), not the postal code.
using InseeCode = Key<struct InseeTag>;

/// ARS zoning for general practitioners, from most to least lacking.
enum class Zoning { Zip, Zac, OutOfZone, Zar };

/// A commune with what official sources say of it. What a source does not know stays empty: it is shown as
/// missing and never guessed.
struct Commune {
    InseeCode insee;
    std::string name;
    std::string department;
    std::optional<double> population;
    std::optional<GeoPoint> point;
    /// Consultations within reach per inhabitant and year (DREES, APL).
    std::optional<double> apl;
    std::optional<Zoning> zoning;
    /// Per cent of inhabitants aged 65 or more.
    std::optional<double> share65;
    /// Share of the area with 4G from the operator that covers most (ARCEP), between 0 and 1.
    std::optional<double> coverage4g;
    std::optional<std::chrono::duration<double, std::ratio<60>>> emergencyTime;
    std::optional<std::chrono::duration<double, std::ratio<60>>> pharmacyTime;
    std::vector<std::string> postcodes;
};

/// The communes that one plan looks at, with where they come from.
struct Territory {
    std::string source; ///< The file read, or "Admidep".
    bool isFictional = false;
    std::vector<Commune> communes;
};

} // namespace medicobus::territory
