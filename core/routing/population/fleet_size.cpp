// SPDX-License-Identifier: EUPL-1.2
#include "routing/population/fleet_size.h"

namespace medicobus::routing::population {

namespace {

/// Unlawful children after which a limit is held to be too tight.
constexpr int patience = 120;

} // namespace

FleetSize::FleetSize(const Instance& instance)
    : m_isSought(instance.isSingleDay() && instance.fleet(0).rest > 0),
      m_least(1),
      m_most(static_cast<int>(instance.fleet(0).vehicles.size())),
      m_limit(m_most) {
    std::int64_t load = 0;
    for (int place = 1; place <= instance.places(); ++place) {
        load += instance.load(place);
    }
    const std::int64_t capacity = std::max<std::int64_t>(instance.fleet(0).capacity, 1);
    m_least = static_cast<int>(std::clamp<std::int64_t>((load + capacity - 1) / capacity, 1, m_most));
}

void FleetSize::aim() {
    m_limit = m_least + (m_most - m_least) / 2;
    m_tried = 0;
}

void FleetSize::note(int vehicles) {
    if (!m_isSought) {
        return;
    }
    if (vehicles > 0 && (vehicles < m_most || m_isFirst)) {
        m_isFirst = false;
        m_most = std::min(m_most, vehicles);
        aim();
    } else if (m_limit < m_most && ++m_tried > patience) {
        m_least = m_limit + 1;
        aim();
    }
}

} // namespace medicobus::routing::population
