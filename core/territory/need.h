// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "territory/commune.h"

namespace medicobus::territory {

/// How far one commune is below the under-served line (`planning.md` section 1).
struct Need {
    std::size_t commune = 0; ///< Position in `Territory::communes`.
    double depth = 0;        ///< D_j = max(0, T - APL_j), consultations per inhabitant and year.
    double missing = 0;      ///< d_j = P_j x D_j, consultations a year.
};

/// The communes under the line by missing consultations, most first; ties by INSEE code.
struct NeedRanking {
    double threshold = 2.5;
    std::vector<Need> underServed;
    double inhabitants = 0; ///< Of the communes under the line.
    double missing = 0;     ///< Consultations a year, all together.
    /// Communes whose need cannot be told because population or APL is missing, as positions.
    std::vector<std::size_t> unknown;
};

NeedRanking rankByNeed(const Territory& territory, double threshold = 2.5);

/// The five classes of depth that the map colours, 0 = not under-served, 4 = deepest; nothing when unknown.
/// Class bounds are quarters of the threshold.
std::optional<int> depthClass(const Commune& commune, double threshold = 2.5);

} // namespace medicobus::territory
