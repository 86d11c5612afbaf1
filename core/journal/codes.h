// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.h"

namespace medicobus::journal::codes {

// Each carries file; those that come from SQLite or the system also carry cause, its own message.
inline constexpr ErrorCode missing{"journal.missing"};
/// Details: value (the file's version), expected (the latest known).
inline constexpr ErrorCode newer{"journal.newer"};
/// A database, but of another program.
inline constexpr ErrorCode notOurs{"journal.not_ours"};
inline constexpr ErrorCode corrupt{"journal.corrupt"};
inline constexpr ErrorCode readOnly{"journal.read_only"};
inline constexpr ErrorCode diskFull{"journal.disk_full"};
/// Another process holds the lock, or still has the file open.
inline constexpr ErrorCode busy{"journal.busy"};
/// The copy due before a migration could not be made; the file was left at its version. Details: value, the
/// code of the cause, and what that one carried.
inline constexpr ErrorCode backupFailed{"journal.backup_failed"};
/// Details: value, how many operations the file to be replaced holds that the backup lacks.
inline constexpr ErrorCode wouldLose{"journal.would_lose"};
/// The backup has faults. Details: value, the code of the first one.
inline constexpr ErrorCode badBackup{"journal.bad_backup"};
/// Any other refusal by SQLite or the file system.
inline constexpr ErrorCode unusable{"journal.unusable"};

/// Another operation is held under the same device and number. Details: device, seq.
inline constexpr ErrorCode forked{"journal.forked"};
/// The key was destroyed, and nothing under its name is taken again. Details: key.
inline constexpr ErrorCode erased{"journal.erased"};

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

} // namespace medicobus::journal::codes
