// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/world/locks.h"

#include "tests/simulation/world/handle.h"

#include <sqlite3.h>

#include <algorithm>

namespace medicobus::simulation {
namespace {

/// What a program held goes with it.
bool counts(const void* holder, const void* who) {
    return holder != who && !isDead(*static_cast<const Handle*>(holder));
}

/// The highest level that anybody else holds.
int highestOther(const FileLocks& locks, const void* who) {
    int highest = SQLITE_LOCK_NONE;
    for (const auto& [holder, level] : locks.levels) {
        if (counts(holder, who)) {
            highest = std::max(highest, level);
        }
    }
    return highest;
}

unsigned heldByOthers(const std::map<const void*, unsigned>& masks, const void* who) {
    unsigned held = 0;
    for (const auto& [holder, mask] : masks) {
        held |= counts(holder, who) ? mask : 0U;
    }
    return held;
}

} // namespace

int lockFile(FileLocks& locks, const void* who, int level) {
    int& mine = locks.levels[who];
    if (mine >= level) {
        return SQLITE_OK;
    }
    const int other = highestOther(locks, who);
    if (level == SQLITE_LOCK_SHARED ? other >= SQLITE_LOCK_PENDING : other >= SQLITE_LOCK_RESERVED) {
        return SQLITE_BUSY;
    }
    if (level == SQLITE_LOCK_EXCLUSIVE && other >= SQLITE_LOCK_SHARED) {
        mine = SQLITE_LOCK_PENDING;
        return SQLITE_BUSY;
    }
    mine = level;
    return SQLITE_OK;
}

void unlockFile(FileLocks& locks, const void* who, int level) {
    if (level == SQLITE_LOCK_NONE) {
        locks.levels.erase(who);
    } else {
        locks.levels[who] = std::min(locks.levels[who], level);
    }
}

bool isReserved(const FileLocks& locks) {
    return std::any_of(locks.levels.begin(), locks.levels.end(), [](const auto& each) {
        return each.second >= SQLITE_LOCK_RESERVED && counts(each.first, nullptr);
    });
}

int lockMemory(SharedMemory& memory, const void* who, unsigned mask, bool isExclusive, bool isLocking) {
    auto& masks = isExclusive ? memory.exclusive : memory.shared;
    if (!isLocking) {
        masks[who] &= ~mask;
        return SQLITE_OK;
    }
    unsigned against = heldByOthers(memory.exclusive, who);
    if (isExclusive) {
        against |= heldByOthers(memory.shared, who);
    }
    if ((against & mask) != 0) {
        return SQLITE_BUSY;
    }
    masks[who] |= mask;
    return SQLITE_OK;
}

void leaveMemory(SharedMemory& memory, const void* who) {
    memory.shared.erase(who);
    memory.exclusive.erase(who);
}

} // namespace medicobus::simulation
