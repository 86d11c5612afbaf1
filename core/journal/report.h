// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.h"

#include <cstdint>
#include <vector>

namespace medicobus::journal {

/// What `verify` read and what it found wrong.
struct Report {
    std::int64_t operations = 0;
    std::int64_t devices = 0;
    /// Rows of projections compared with a rebuild.
    std::int64_t rows = 0;
    /// At most `maxFaults`; `isCut` tells that there were more.
    std::vector<Error> faults;
    bool isCut = false;

    static constexpr std::size_t maxFaults = 100;
    bool isClean() const { return faults.empty(); }
};

namespace codes {
// Faults in a report. Those of an operation carry device and seq.
inline constexpr ErrorCode gap{"journal.gap"};
/// The content does not match the operation's own hash.
inline constexpr ErrorCode altered{"journal.altered"};
/// The operation does not point at the hash of the one before it.
inline constexpr ErrorCode brokenChain{"journal.broken_chain"};
inline constexpr ErrorCode timeOrder{"journal.time_order"};
inline constexpr ErrorCode unreadable{"journal.unreadable_operation"};
/// Details: key (the table), value (rows that differ).
inline constexpr ErrorCode drift{"journal.drift"};
/// SQLite's own check of the file. Details: value, its message.
inline constexpr ErrorCode damagedFile{"journal.damaged_file"};
} // namespace codes

} // namespace medicobus::journal
