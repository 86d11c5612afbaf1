// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/clock.h"

#include <algorithm>
#include <compare>
#include <cstdint>
#include <limits>

namespace medicobus {

/// A hybrid logical time (Kulkarni et al. 2014): physical milliseconds and a counter that keeps order
/// when the clock stands still or goes back. Packs into one integer: 48 bits of milliseconds, 16 of counter.
struct HybridTime {
    std::int64_t millis = 0;
    std::uint16_t counter = 0;

    friend auto operator<=>(const HybridTime&, const HybridTime&) = default;
    std::int64_t packed() const { return (millis << 16) | counter; }
    static HybridTime unpack(std::int64_t packed) {
        return {packed >> 16, static_cast<std::uint16_t>(packed & 0xFFFF)};
    }
};

/// Makes strictly increasing hybrid times. Not thread-safe: one owner.
class HybridClock {
public:
    /// `last` is the latest time already stored, so that a restart never goes back.
    HybridClock(const Clock& clock, HybridTime last) : m_clock(clock), m_last(last) {}

    HybridTime tick() {
        m_last = after(m_last);
        return m_last;
    }
    /// Takes note of a time seen on another device.
    void observe(HybridTime seen) { m_last = std::max(m_last, seen); }

private:
    HybridTime after(HybridTime floor) const {
        const std::int64_t physical = m_clock.now().time_since_epoch().count();
        if (physical > floor.millis) {
            return {physical, 0};
        }
        if (floor.counter == std::numeric_limits<std::uint16_t>::max()) {
            return {floor.millis + 1, 0};
        }
        return {floor.millis, static_cast<std::uint16_t>(floor.counter + 1)};
    }

    const Clock& m_clock;
    HybridTime m_last;
};

} // namespace medicobus
