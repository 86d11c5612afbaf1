// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "journal/journal.h"

// The parts of `Journal::verify`. They add what they find to the report and throw SQLite's exceptions.

namespace medicobus::journal {

/// SQLite's own check of pages, indexes and constraints.
void checkFile(SQLite::Database& db, Report& report);

/// Numbers without a gap, hashes, links and times of each device, read from the rows as stored.
void checkOperations(const SQLite::Database& db, Report& report);

/// Makes the projections again and compares them with what `copy`, a scratch copy of the whole file, holds;
/// where they differ, replays in the copy to tell which tables.
void checkProjections(Connection& copy, const Projections& projections, Report& report);

} // namespace medicobus::journal
