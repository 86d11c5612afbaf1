// SPDX-License-Identifier: EUPL-1.2
#include "routing/exact/visit_days.h"

#include <algorithm>
#include <bit>

namespace medicobus::routing {

VisitDays::VisitDays(const Place& place, const std::vector<int>& days, Cost dutyLost)
    : m_lost(place.prize.value_or(dutyLost)) {
    if (place.patterns.empty()) {
        m_masks = {0, 1};
        m_next.assign(days.size(), {{0, 1}, {1, none}});
        return;
    }
    std::vector<DayMask> patterns = place.patterns;
    patterns.push_back(0);
    const auto upTo = [](int day) { return (DayMask{2} << static_cast<unsigned>(day)) - 1; };
    m_masks = {0};
    for (const int day : days) {
        for (const DayMask pattern : patterns) {
            m_masks.push_back(pattern & upTo(day));
        }
    }
    std::sort(m_masks.begin(), m_masks.end());
    m_masks.erase(std::unique(m_masks.begin(), m_masks.end()), m_masks.end());
    for (const int day : days) {
        const auto stageOf = [&](DayMask mask) {
            const bool begins = std::any_of(patterns.begin(), patterns.end(),
                                            [&](DayMask pattern) { return (pattern & upTo(day)) == mask; });
            const auto at = std::lower_bound(m_masks.begin(), m_masks.end(), mask);
            return begins ? static_cast<int>(at - m_masks.begin()) : none;
        };
        std::vector<std::array<int, 2>>& next = m_next.emplace_back();
        for (const DayMask mask : m_masks) {
            next.push_back({stageOf(mask), stageOf(mask | DayMask{1} << static_cast<unsigned>(day))});
        }
    }
}

int VisitDays::bits() const {
    int bits = 0;
    while (std::size_t{1} << bits < stages()) {
        ++bits;
    }
    return bits;
}

int VisitDays::visits(int stage) const {
    return std::popcount(m_masks[static_cast<std::size_t>(stage)]);
}

} // namespace medicobus::routing
