// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "journal/operation.h"
#include "journal/store/connection.h"

#include <optional>
#include <string>

// Wrapped keys as rows. These functions run inside a transaction of their caller and throw SQLite's
// exceptions.

namespace medicobus::journal {

/// Error: `journal.erased`.
[[nodiscard]] Result<std::optional<Envelope>> readEnvelope(const SQLite::Database& db,
                                                           const std::string& key);

/// What to do about one that is held already.
enum class IfHeld { Keep, Replace };
/// False when the key was erased: nothing is stored.
bool storeEnvelope(Connection& db, const Envelope& envelope, IfHeld ifHeld);

/// Destroys the keys that a stored `patient.erased` names, whether they are held or not.
void destroyNamed(SQLite::Database& db, const Operation& operation);
void destroyAll(SQLite::Database& db);

/// After the commit: rewrites the log so that no destroyed key remains in it. One that cannot be rewritten
/// now, because it is being read, is done at the next call; nothing to do costs one look.
void wipeLog(Connection& db);

} // namespace medicobus::journal
