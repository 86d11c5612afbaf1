// SPDX-License-Identifier: EUPL-1.2
#include "journal/store/files.h"

#include "journal/codes.h"
#include "journal/store/sqlite_error.h"

#include <SQLiteCpp/Backup.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>

namespace medicobus::journal {
namespace {

Result<void> writeCopy(SQLite::Database& source, const std::filesystem::path& file) {
    if (auto created = createPrivate(file); !created) {
        return created;
    }
    std::unique_ptr<SQLite::Database> target;
    return guarded(nullptr, file, [&]() -> Result<void> {
        target = std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READWRITE);
        return guarded(target.get(), file, [&]() -> Result<void> {
            copyPages(source, *target);
            target->execAndGet("PRAGMA journal_mode = DELETE");
            return {};
        });
    });
}

} // namespace

Result<void> createPrivate(const std::filesystem::path& file) {
    if (file.has_parent_path()) {
        std::error_code failure;
        std::filesystem::create_directories(file.parent_path(), failure);
        if (failure) {
            return Fault(systemError(failure.value(), file.parent_path()));
        }
    }
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        // Never open one that is there: closing it would drop the locks SQLite holds on it.
        return errno == EEXIST ? Result<void>() : Fault(systemError(errno, file));
    }
    ::close(descriptor);
    return {};
}

Result<void> prepareFile(const std::filesystem::path& file, bool mayCreate) {
    std::error_code ignored;
    const auto status = std::filesystem::status(file, ignored);
    if (std::filesystem::is_directory(status)) {
        return Fault(systemError(EISDIR, file));
    }
    if (!std::filesystem::exists(status)) {
        return mayCreate ? createPrivate(file) : fault(codes::missing, {{"file", file.string()}});
    }
    if (::access(file.c_str(), R_OK | W_OK) != 0) {
        return Fault(systemError(errno, file));
    }
    return {};
}

void copyPages(SQLite::Database& source, SQLite::Database& target) {
    SQLite::Backup backup(target, source);
    if (const int result = backup.executeStep(-1); result != SQLITE_DONE) {
        throw SQLite::Exception(target.getHandle(), result);
    }
}

Result<void> copyTo(SQLite::Database& source, const std::filesystem::path& target) {
    std::filesystem::path part = target;
    part += ".part";
    std::error_code failure;
    std::filesystem::remove(part, failure);
    auto copied = writeCopy(source, part);
    if (copied) {
        std::filesystem::rename(part, target, failure);
        if (!failure) {
            return syncFolderOf(target);
        }
        copied = Fault(systemError(failure.value(), target));
    }
    std::filesystem::remove(part, failure);
    return copied;
}

Result<void> syncFolderOf(const std::filesystem::path& file) {
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        return Fault(systemError(errno, folder));
    }
    const int cause = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    // Some file systems cannot sync a folder; they order renames themselves.
    if (cause != 0 && cause != EINVAL) {
        return Fault(systemError(cause, folder));
    }
    return {};
}

} // namespace medicobus::journal
