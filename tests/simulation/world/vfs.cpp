// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/world/vfs.h"

#include "tests/simulation/world/chance.h"
#include "tests/simulation/world/handle.h"

#include <sqlite3.h>

#include <cerrno>
#include <cstring>
#include <new>

namespace medicobus::simulation {
namespace {

std::map<std::string, Machine*>& machines() {
    static std::map<std::string, Machine*> byName;
    return byName;
}

Process*& running() {
    static Process* process = nullptr;
    return process;
}

Machine* machineOf(const char* name) {
    const auto folder = std::filesystem::path(name).parent_path().filename().string();
    const auto found = machines().find(folder);
    return found == machines().end() ? nullptr : found->second;
}

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
    auto* handle = new (file) Handle();
    if (name == nullptr) {
        handle->file = std::make_shared<OpenableFile>();
    } else {
        Machine* machine = machineOf(name);
        handle->process = running();
        const bool isAlive = machine != nullptr && !isDead(*handle);
        handle->file = isAlive ? machine->find(name) : nullptr;
        if (isAlive && !handle->file && (flags & SQLITE_OPEN_READWRITE) != 0) {
            handle->file = machine->make(name);
        }
        if ((flags & SQLITE_OPEN_DELETEONCLOSE) != 0) {
            handle->deleteOnClose = name;
        }
    }
    if (!handle->file) {
        handle->~Handle();
        file->pMethods = nullptr;
        lastCause() = ENOENT;
        return SQLITE_CANTOPEN;
    }
    if (outFlags != nullptr) {
        *outFlags = flags;
    }
    handle->base.pMethods = &handleMethods();
    return SQLITE_OK;
}

int removeFile(sqlite3_vfs*, const char* name, int isSynced) {
    Handle handle;
    handle.process = running();
    Machine* machine = machineOf(name);
    if (machine == nullptr || mayChange(handle, SQLITE_IOERR_DELETE) != SQLITE_OK) {
        return SQLITE_IOERR_DELETE;
    }
    if (!machine->find(name)) {
        return SQLITE_IOERR_DELETE_NOENT;
    }
    machine->remove(name, isSynced != 0);
    return SQLITE_OK;
}

int access(sqlite3_vfs*, const char* name, int flags, int* answer) {
    const Machine* machine = machineOf(name);
    const auto file = machine == nullptr ? nullptr : machine->find(name);
    // As on the real one, an empty file does not count as being there.
    *answer = file && (flags != SQLITE_ACCESS_EXISTS || file->stored.size() > 0) ? 1 : 0;
    return SQLITE_OK;
}

int fullPath(sqlite3_vfs*, const char* name, int count, char* into) {
    if (std::strlen(name) + 1 > static_cast<std::size_t>(count)) {
        return SQLITE_CANTOPEN;
    }
    std::strcpy(into, name);
    return SQLITE_OK;
}

int randomness(sqlite3_vfs*, int count, char* into) {
    seededEntropy()(reinterpret_cast<std::uint8_t*>(into), static_cast<std::size_t>(count));
    return count;
}

int doNotSleep(sqlite3_vfs*, int microseconds) {
    return microseconds;
}

/// A fixed day: nothing in production asks SQLite for the time.
int currentTime(sqlite3_vfs*, double* julianDay) {
    *julianDay = 2461467.5;
    return SQLITE_OK;
}

int lastError(sqlite3_vfs*, int, char*) {
    return lastCause();
}

} // namespace

void installVfs() {
    // One thread, and nobody asks how much memory is in use: without locks and counts SQLite is faster.
    sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static sqlite3_vfs vfs = [] {
        sqlite3_vfs made{};
        made.iVersion = 1;
        made.szOsFile = static_cast<int>(sizeof(Handle));
        made.mxPathname = 512;
        made.zName = "medicobus-simulation";
        made.xOpen = openFile;
        made.xDelete = removeFile;
        made.xAccess = access;
        made.xFullPathname = fullPath;
        made.xRandomness = randomness;
        made.xSleep = doNotSleep;
        made.xCurrentTime = currentTime;
        made.xGetLastError = lastError;
        return made;
    }();
    sqlite3_vfs_register(&vfs, 1);
}

Plugged::Plugged(Machine& machine) : m_machine(machine) {
    machines()[machine.name()] = &machine;
}

Plugged::~Plugged() {
    machines().erase(m_machine.name());
}

RunningAs::RunningAs(Process& process) : m_before(running()) {
    running() = &process;
}

RunningAs::~RunningAs() {
    running() = m_before;
}

} // namespace medicobus::simulation
