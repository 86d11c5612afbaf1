// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/clock.h"

#include <chrono>
#include <cstdint>

namespace medicobus::simulation {

/// The time that really is, which nobody in the simulation can read; it only moves forward.
class TrueTime {
public:
    explicit TrueTime(Instant start) : m_now(start) {}

    Instant now() const { return m_now; }
    void pass(std::chrono::milliseconds time) { m_now += time; }

private:
    Instant m_now;
};

/// The wall clock of one machine: it drifts, and somebody sets it a year wrong.
class DeviceClock final : public Clock {
public:
    explicit DeviceClock(const TrueTime& truth) : m_truth(truth), m_since(truth.now()) {}

    Instant now() const override {
        const auto passed = m_truth.now() - m_since;
        return m_truth.now() + m_offset + passed * m_drift / 1'000'000;
    }
    /// Parts per million by which the clock runs fast (or, below zero, slow) from now on.
    void drift(std::int64_t partsPerMillion) {
        m_offset = now() - m_truth.now();
        m_since = m_truth.now();
        m_drift = partsPerMillion;
    }
    void jump(std::chrono::milliseconds by) { m_offset += by; }
    /// Someone sets it right.
    void correct() {
        m_offset = {};
        m_drift = 0;
        m_since = m_truth.now();
    }
    std::chrono::milliseconds error() const { return now() - m_truth.now(); }

private:
    const TrueTime& m_truth;
    Instant m_since;
    std::chrono::milliseconds m_offset{};
    std::int64_t m_drift = 0;
};

} // namespace medicobus::simulation
