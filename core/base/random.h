// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

namespace medicobus {

/// A small seeded generator whose sequence is the same on every machine and standard library:
/// SplitMix64 (Steele, Lea, Flood 2014). Not for keys.
class Random {
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next() {
        m_state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }

    /// A whole number in [0, bound); 0 when bound is 0.
    std::uint64_t below(std::uint64_t bound) {
        if (bound == 0) {
            return 0;
        }
        // Rejects the uneven tail, so every value is equally likely.
        const std::uint64_t limit = UINT64_MAX - UINT64_MAX % bound;
        std::uint64_t value = next();
        while (value >= limit) {
            value = next();
        }
        return value % bound;
    }

    /// A number in [0, 1).
    double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

    /// A number in [low, high).
    double between(double low, double high) { return low + (high - low) * uniform(); }

private:
    std::uint64_t m_state;
};

} // namespace medicobus
