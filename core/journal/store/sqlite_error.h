// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/json_reader.h"
#include "base/result.h"
#include "journal/operation.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cerrno>
#include <filesystem>
#include <type_traits>
#include <utility>

namespace medicobus::journal {

/// The journal's code for an errno of the file system, with the file and the system's message.
Error systemError(int cause, const std::filesystem::path& file);

/// The journal's code for what SQLite refused. An input-output error takes its code from
/// the errno behind it, which `db`, when there is one, may remember: to SQLite a full quota is a broken disk.
Error sqliteError(const SQLite::Exception& exception, const SQLite::Database* db,
                  const std::filesystem::path& file);

/// Runs work that may throw and turns what it throws into an error, so that nothing passes a public function.
template <typename Work>
std::invoke_result_t<Work> guarded(const SQLite::Database* db, const std::filesystem::path& file,
                                   Work&& work) {
    errno = 0;
    try {
        return std::forward<Work>(work)();
    } catch (const SQLite::Exception& exception) {
        return Fault(sqliteError(exception, db, file));
    } catch (const Json::exception& exception) {
        return fault(codes::badOperation, {{"key", "open"}, {"cause", exception.what()}});
    } catch (const std::filesystem::filesystem_error& exception) {
        return Fault(systemError(exception.code().value(), file));
    }
}

} // namespace medicobus::journal
