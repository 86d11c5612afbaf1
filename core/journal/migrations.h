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

} // namespace medicobus::journal
