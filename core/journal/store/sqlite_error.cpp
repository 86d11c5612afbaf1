// SPDX-License-Identifier: EUPL-1.2
#include "journal/store/sqlite_error.h"

#include "journal/codes.h"

#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace medicobus::journal {
namespace {

ErrorCode codeOfErrno(int cause) {
    switch (cause) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return codes::diskFull;
    case EACCES:
    case EPERM:
    case EROFS:
        return codes::readOnly;
    case ENOENT:
        return codes::missing;
    default:
        return codes::unusable;
    }
}

bool isWritable(const std::filesystem::path& file) {
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    if (::access(folder.c_str(), W_OK | X_OK) != 0) {
        return false;
    }
    return ::access(file.c_str(), F_OK) != 0 || ::access(file.c_str(), R_OK | W_OK) == 0;
}

/// The code for an input-output or can't-open failure, which SQLite gives for many causes.
ErrorCode codeOfSystemFailure(int extended, std::initializer_list<int> causes,
                              const std::filesystem::path& file) {
    if (extended == SQLITE_IOERR_SHORT_READ || extended == SQLITE_IOERR_CORRUPTFS) {
        return codes::corrupt;
    }
    for (const int cause : causes) {
        if (const ErrorCode code = codeOfErrno(cause); code == codes::diskFull || code == codes::readOnly) {
            return code;
        }
    }
    return isWritable(file) ? codes::unusable : codes::readOnly;
}

} // namespace

Error systemError(int cause, const std::filesystem::path& file) {
    return Error(codeOfErrno(cause)).with("file", file.string()).with("cause", std::strerror(cause));
}

Error sqliteError(const SQLite::Exception& exception, const SQLite::Database* db,
                  const std::filesystem::path& file) {
    // SQLite remembers the errno of some failures only; the thread's own has not changed since in the others.
    const int last = errno;
    const int remembered = db != nullptr ? sqlite3_system_errno(db->getHandle()) : 0;
    const int extended = exception.getExtendedErrorCode();
    ErrorCode code = codes::unusable;
    switch (exception.getErrorCode() & 0xFF) {
    case SQLITE_FULL:
        code = codes::diskFull;
        break;
    case SQLITE_READONLY:
        code = extended == SQLITE_READONLY_DBMOVED ? codes::missing : codes::readOnly;
        break;
    case SQLITE_PERM:
        code = codes::readOnly;
        break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        code = codes::corrupt;
        break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        code = codes::busy;
        break;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        code = codeOfSystemFailure(extended, {remembered, last}, file);
        break;
    default:
        break;
    }
    return Error(code).with("file", file.string()).with("cause", exception.what());
}

} // namespace medicobus::journal
