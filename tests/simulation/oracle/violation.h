// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace medicobus::simulation {

/// What the exchange promises (core/sync/README.md).
enum class Guarantee {
    NothingLost,       ///< G1
    OneBooking,        ///< G2
    SameState,         ///< G3
    ReadYourWrites,    ///< G4
    RepeatsAreNothing, ///< G5
    NothingComesBack,  ///< G6
    RefusalsAreSeen,   ///< G7
    SyncedIsTrue,      ///< G8
    ChainsVerify       ///< G9
};
inline constexpr std::array<std::string_view, 9> guaranteeNames{
    "G1 no acknowledged write is lost",
    "G2 at most one confirmed booking a place",
    "G3 same set, same state hash",
    "G4 a device reads its own writes",
    "G5 repeats and reorders change nothing",
    "G6 nothing erased or withdrawn comes back",
    "G7 every refusal is visible with a next step",
    "G8 synchronised is said only when true",
    "G9 the audit chains verify"};

/// A guarantee that was broken, and how.
struct Violation {
    Guarantee guarantee = Guarantee::NothingLost;
    std::string what;
};

/// How often each guarantee was put to the test.
struct CheckCounts {
    std::array<std::int64_t, guaranteeNames.size()> times{};

    void note(Guarantee guarantee) { ++times[static_cast<std::size_t>(guarantee)]; }
    CheckCounts& operator+=(const CheckCounts& other) {
        for (std::size_t i = 0; i < times.size(); ++i) {
            times[i] += other.times[i];
        }
        return *this;
    }
};

} // namespace medicobus::simulation
