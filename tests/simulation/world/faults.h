// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace medicobus::simulation {

/// What the world does to those who live in it.
enum class FaultKind {
    RequestDropped,
    AnswerDropped,
    RequestRepeated,
    RequestDelayed,
    RequestCut,
    AnswerCut,
    RequestCorrupted,
    AnswerCorrupted,
    Partition,
    PowerLoss,
    Killed,
    DiskFull,
    DiskError,
    ClockJump,
    HubRestored,
    StickDamaged
};

inline constexpr std::array<std::string_view, 16> faultNames{
    "request_dropped", "answer_dropped", "request_repeated", "request_delayed", "request_cut", "answer_cut",
    "request_corrupt", "answer_corrupt", "partition",        "power_loss",      "killed",      "disk_full",
    "disk_error",      "clock_jump",     "hub_restored",     "stick_damaged"};

/// How often each fault really struck.
struct FaultCounts {
    std::array<std::int64_t, faultNames.size()> times{};

    void note(FaultKind kind) { ++times[static_cast<std::size_t>(kind)]; }
    FaultCounts& operator+=(const FaultCounts& other) {
        for (std::size_t i = 0; i < times.size(); ++i) {
            times[i] += other.times[i];
        }
        return *this;
    }
};

} // namespace medicobus::simulation
