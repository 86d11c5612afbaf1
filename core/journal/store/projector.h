// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "journal/projection.h"

// Keeps the projections of a file in step with its operations. Each function runs inside a transaction of its
// caller and throws SQLite's exceptions.

namespace medicobus::journal {

/// Whether each projection stands in the file at its present version with every operation applied.
bool isCurrent(const SQLite::Database& db, const Projections& projections);

/// Drops the projections' tables, makes them again and replays every operation that counts.
[[nodiscard]] Result<void> replay(Connection& db, const Projections& projections);

/// Applies one operation that was just stored.
[[nodiscard]] Result<void> project(Connection& db, const Projections& projections,
                                   const Operation& operation);

/// Notes that the projections hold every operation up to a position in this file.
void noteApplied(Connection& db, const Projections& projections, std::int64_t position);

/// A table's name as SQL.
std::string quoted(const std::string& name);

} // namespace medicobus::journal
