// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/world/vfs.h"

#include "tests/simulation/world/chance.h"
#include "tests/simulation/world/locks.h"

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

int& lastCause() {
    static int cause = 0;
    return cause;
}

/// What one connection holds of one file. The process is nobody for a temporary file.
struct Handle {
    sqlite3_file base{};
    std::shared_ptr<OpenableFile> file;
    Process* process = nullptr;
    std::string deleteOnClose;
    bool usesMemory = false;
};

Handle& of(sqlite3_file* file) {
    return *reinterpret_cast<Handle*>(file);
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
    handle->base.pMethods = &methods;
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
