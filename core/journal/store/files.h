// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>

namespace medicobus::journal {

/// Makes an empty file that only its owner can read, as the store holds personal data. One that is there
/// stays.
[[nodiscard]] Result<void> createPrivate(const std::filesystem::path& file);

/// Sees to it that the file is there and can be written, since SQLite would open a protected one for reading.
/// Errors: `journal.missing` when it may not be created, `journal.read_only`, `journal.disk_full`,
/// `journal.unusable`.
[[nodiscard]] Result<void> prepareFile(const std::filesystem::path& file, bool mayCreate);

/// Copies the whole database with SQLite's backup interface into `target`, one file that needs no log beside
/// it. It is written under another name first and takes its own once complete and synced. Errors:
/// `journal.disk_full`, `journal.read_only`, `journal.busy`, `journal.unusable`, for the target.
[[nodiscard]] Result<void> copyTo(SQLite::Database& source, const std::filesystem::path& target);

/// Copies pages until none remains. Throws SQLite's exceptions.
void copyPages(SQLite::Database& source, SQLite::Database& target);

/// Makes a rename in this file's folder last through a loss of power.
[[nodiscard]] Result<void> syncFolderOf(const std::filesystem::path& file);

} // namespace medicobus::journal
