// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/simulation/world/medium.h"

// The locks of one file among the connections of one machine, as SQLite's `xLock` and `xShmLock` define them.
// Each answers SQLITE_OK or SQLITE_BUSY. `who` is the `Handle` that asks.

namespace medicobus::simulation {

int lockFile(FileLocks& locks, const void* who, int level);
void unlockFile(FileLocks& locks, const void* who, int level);
bool isReserved(const FileLocks& locks);

/// `mask`: the locks meant; `isExclusive`, `isLocking`: from the flags of `xShmLock`.
int lockMemory(SharedMemory& memory, const void* who, unsigned mask, bool isExclusive, bool isLocking);
/// Gives up all that this connection holds.
void leaveMemory(SharedMemory& memory, const void* who);

} // namespace medicobus::simulation
