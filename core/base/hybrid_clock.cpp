// SPDX-License-Identifier: EUPL-1.2
#include "base/hybrid_clock.h"

#include <algorithm>
#include <limits>

namespace medicobus {

HybridTime HybridClock::after(HybridTime floor) const {
    const std::int64_t physical = m_clock.now().time_since_epoch().count();
    if (physical > floor.millis) {
        return {physical, 0};
    }
    if (floor.counter == std::numeric_limits<std::uint16_t>::max()) {
        return {floor.millis + 1, 0};
    }
    return {floor.millis, static_cast<std::uint16_t>(floor.counter + 1)};
}

HybridTime HybridClock::tick() {
    m_last = after(m_last);
    return m_last;
}

void HybridClock::observe(HybridTime seen) {
    m_last = std::max(m_last, seen);
}

} // namespace medicobus
