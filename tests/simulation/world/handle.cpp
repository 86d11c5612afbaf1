// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/world/handle.h"

#include "tests/simulation/world/locks.h"

#include <algorithm>
#include <cerrno>
#include <span>

namespace medicobus::simulation {

int& lastCause() {
    static int cause = 0;
    return cause;
}

bool isDead(const Handle& handle) {
    return handle.process != nullptr && handle.process->isDead();
}

/// SQLITE_OK when the change may go on.
int mayChange(const Handle& handle, int failure) {
    if (handle.process == nullptr) {
        return SQLITE_OK;
    }
    if (handle.process->beforeChange() == Process::Fate::GoesOn) {
        return SQLITE_OK;
    }
    lastCause() = EIO;
    return failure;
}

namespace {

Handle& of(sqlite3_file* file) {
    return *reinterpret_cast<Handle*>(file);
}

int leave(sqlite3_file* file, int) {
    Handle& handle = of(file);
    if (handle.usesMemory) {
        SharedMemory& memory = handle.file->memory;
        leaveMemory(memory, &handle);
        handle.usesMemory = false;
        if (--memory.users == 0) {
            memory.regions.clear();
        }
    }
    return SQLITE_OK;
}

int closeFile(sqlite3_file* file) {
    Handle& handle = of(file);
    leave(file, 0);
    unlockFile(handle.file->locks, &handle, SQLITE_LOCK_NONE);
    if (handle.process != nullptr && !handle.deleteOnClose.empty() && !isDead(handle)) {
        handle.process->machine().remove(handle.deleteOnClose, false);
    }
    handle.~Handle();
    return SQLITE_OK;
}

int readFile(sqlite3_file* file, void* into, int count, sqlite3_int64 offset) {
    const Handle& handle = of(file);
    if (isDead(handle)) {
        return SQLITE_IOERR_READ;
    }
    const std::span bytes(static_cast<std::uint8_t*>(into), static_cast<std::size_t>(count));
    const std::size_t got = handle.file->stored.read(static_cast<std::size_t>(offset), bytes);
    std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(got), bytes.end(), std::uint8_t{0});
    return got == bytes.size() ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int writeFile(sqlite3_file* file, const void* from, int count, sqlite3_int64 offset) {
    const Handle& handle = of(file);
    if (const int refused = mayChange(handle, SQLITE_IOERR_WRITE); refused != SQLITE_OK) {
        return refused;
    }
    StoredFile& stored = handle.file->stored;
    const std::size_t end = static_cast<std::size_t>(offset) + static_cast<std::size_t>(count);
    if (handle.process != nullptr && end > stored.size()
        && !handle.process->machine().hasRoomFor(end - stored.size())) {
        if (handle.process->counts() != nullptr) {
            handle.process->counts()->note(FaultKind::DiskFull);
        }
        lastCause() = ENOSPC;
        return SQLITE_FULL;
    }
    stored.write(static_cast<std::size_t>(offset),
                 {static_cast<const std::uint8_t*>(from), static_cast<std::size_t>(count)});
    return SQLITE_OK;
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
    const Handle& handle = of(file);
    const int refused = mayChange(handle, SQLITE_IOERR_TRUNCATE);
    if (refused == SQLITE_OK) {
        handle.file->stored.resize(static_cast<std::size_t>(size));
    }
    return refused;
}

int syncFile(sqlite3_file* file, int) {
    const Handle& handle = of(file);
    const int refused = mayChange(handle, SQLITE_IOERR_FSYNC);
    if (refused != SQLITE_OK) {
        return refused;
    }
    if (handle.process != nullptr && !handle.file->stored.isOnMedium()) {
        handle.process->machine().syncFolder();
    }
    handle.file->stored.sync();
    return SQLITE_OK;
}

int fileSize(sqlite3_file* file, sqlite3_int64* size) {
    *size = static_cast<sqlite3_int64>(of(file).file->stored.size());
    return isDead(of(file)) ? SQLITE_IOERR_FSTAT : SQLITE_OK;
}

int lock(sqlite3_file* file, int level) {
    return isDead(of(file)) ? SQLITE_IOERR_LOCK : lockFile(of(file).file->locks, &of(file), level);
}

int unlock(sqlite3_file* file, int level) {
    unlockFile(of(file).file->locks, &of(file), level);
    return SQLITE_OK;
}

int checkReserved(sqlite3_file* file, int* answer) {
    *answer = isReserved(of(file).file->locks) ? 1 : 0;
    return SQLITE_OK;
}

int control(sqlite3_file*, int, void*) {
    return SQLITE_NOTFOUND;
}

int sectorSize(sqlite3_file*) {
    return 512;
}

int characteristics(sqlite3_file*) {
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

int mapMemory(sqlite3_file* file, int region, int size, int extends, void volatile** into) {
    Handle& handle = of(file);
    if (isDead(handle)) {
        return SQLITE_IOERR_SHMMAP;
    }
    SharedMemory& memory = handle.file->memory;
    if (!handle.usesMemory) {
        handle.usesMemory = true;
        ++memory.users;
    }
    while (extends != 0 && memory.regions.size() <= static_cast<std::size_t>(region)) {
        memory.regions.push_back(std::make_unique<Bytes>(static_cast<std::size_t>(size)));
    }
    *into = memory.regions.size() > static_cast<std::size_t>(region)
                ? memory.regions[static_cast<std::size_t>(region)]->data()
                : nullptr;
    return SQLITE_OK;
}

int lockShared(sqlite3_file* file, int offset, int count, int flags) {
    if (isDead(of(file))) {
        return SQLITE_IOERR_SHMLOCK;
    }
    const unsigned mask = ((1U << count) - 1U) << offset;
    return lockMemory(of(file).file->memory, &of(file), mask, (flags & SQLITE_SHM_EXCLUSIVE) != 0,
                      (flags & SQLITE_SHM_LOCK) != 0);
}

void barrier(sqlite3_file*) {}

const sqlite3_io_methods methods{
    2,          closeFile, readFile,      writeFile, truncateFile, syncFile,        fileSize,
    lock,       unlock,    checkReserved, control,   sectorSize,   characteristics, mapMemory,
    lockShared, barrier,   leave,         nullptr,   nullptr};

} // namespace

const sqlite3_io_methods& handleMethods() {
    return methods;
}

} // namespace medicobus::simulation
