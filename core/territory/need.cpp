// SPDX-License-Identifier: EUPL-1.2
#include "territory/need.h"

#include <algorithm>

namespace medicobus::territory {

NeedRanking rankByNeed(const Territory& territory, double threshold) {
    NeedRanking ranking;
    ranking.threshold = threshold;
    const auto& communes = territory.communes;
    for (std::size_t i = 0; i < communes.size(); ++i) {
        if (!communes[i].population || !communes[i].apl) {
            ranking.unknown.push_back(i);
            continue;
        }
        const double depth = threshold - *communes[i].apl;
        if (depth <= 0) {
            continue;
        }
        const double missing = *communes[i].population * depth;
        ranking.underServed.push_back({i, depth, missing});
        ranking.inhabitants += *communes[i].population;
        ranking.missing += missing;
    }
    std::sort(ranking.underServed.begin(), ranking.underServed.end(), [&](const Need& a, const Need& b) {
        return a.missing != b.missing ? a.missing > b.missing
                                      : communes[a.commune].insee < communes[b.commune].insee;
    });
    return ranking;
}

std::optional<int> depthClass(const Commune& commune, double threshold) {
    if (!commune.apl) {
        return std::nullopt;
    }
    constexpr int deepest = 4;
    const double depth = threshold - *commune.apl;
    if (depth <= 0 || threshold <= 0) {
        return 0;
    }
    return std::min(deepest, 1 + static_cast<int>(depth / threshold * deepest));
}

} // namespace medicobus::territory
