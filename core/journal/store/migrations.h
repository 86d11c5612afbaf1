// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>

namespace medicobus::journal {

/// "MDCB" in the file's header: what tells a journal from any other SQLite database.
inline constexpr int applicationId = 0x4D444342;

/// The version of the schema that this program writes, kept in `user_version`.
int latestVersion();

/// The file's version, 0 for an empty one. Errors: `journal.not_ours`, `journal.newer`; throws SQLite's own.
[[nodiscard]] Result<int> recognise(SQLite::Database& db, const std::filesystem::path& file);

/// Applies every migration above `version`, each in one transaction with its `user_version`. Throws SQLite's
/// exceptions; what was committed before stays and is taken up again at the next opening.
void migrate(SQLite::Database& db, int version);

/// Takes an opened file that may be empty or of an older version to the latest one, after a quick check of
/// its pages and, for an older one, a copy beside it (`name.db.v1.bak`), and sets how it is written. Errors:
/// as `recognise`, `journal.corrupt`, `journal.backup_failed`, `journal.unusable`; throws SQLite's own.
[[nodiscard]] Result<void> upgrade(SQLite::Database& db, const std::filesystem::path& file);

} // namespace medicobus::journal
