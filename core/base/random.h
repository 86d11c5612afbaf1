// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

namespace medicobus {

/// A small seeded generator whose sequence is the same on every machine and standard library:
/// SplitMix64 (Steele, Lea, Flood 2014). Not for keys.
class Random {
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next();

    /// A whole number in [0, bound); 0 when bound is 0.
    std::uint64_t below(std::uint64_t bound);

    /// A number in [0, 1).
    double uniform();

    /// A number in [low, high).
    double between(double low, double high) { return low + (high - low) * uniform(); }

private:
    std::uint64_t m_state;
};

} // namespace medicobus
