// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "plan/programme.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <memory>
#include <string>

namespace medicobus::clinic {

/// The programme in force in the clinic's tables, with their moves, cancellations and closures added to its
/// own; null before the first publication. `file` is named by errors, those of `plan::parseProgramme`. Throws
/// SQLite's exceptions.
[[nodiscard]] Result<std::shared_ptr<const plan::Programme>> programmeNow(const SQLite::Database& db,
                                                                          const std::string& file);

/// Adds a closure, or lifts the one that it repeats.
void addClosure(plan::Programme& programme, const plan::Closure& closure);

} // namespace medicobus::clinic
