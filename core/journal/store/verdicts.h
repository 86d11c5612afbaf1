// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "journal/exchanged.h"

#include <SQLiteCpp/SQLiteCpp.h>

// What a hub said of operations, as rows; "accepted" is said by having none. These functions run inside a
// transaction of their caller and throw SQLite's exceptions.

namespace medicobus::journal {

/// Notes a verdict on an operation. True when this changes whether the operation counts.
bool noteVerdict(SQLite::Database& db, DeviceId device, const VerdictNote& note);

/// Everything that was not simply accepted, in replay order. Error: `journal.unreadable_operation`.
[[nodiscard]] Result<std::vector<RuledOperation>> readRuled(const SQLite::Database& db);

} // namespace medicobus::journal
