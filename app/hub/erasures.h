// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "hub/settings.h"

#include "base/result.h"

#include <string>
#include <vector>

// The names of the keys that erasures destroyed, kept beside backups: put back, a backup that is older than
// an erasure holds the key, until somebody says that it is to be destroyed again. A name says nothing of
// anybody.
//
// file := (key "\n")*

namespace medicobus::hub {

/// Writes them all to the standard output.
Exit listErasures(const Settings& settings);
/// Destroys the keys that the file names, whether the store has them or not, and overwrites what they were.
Exit applyErasures(const Settings& settings, const std::string& file);

/// The names in such a file. Errors: those of `readFile`; `json.range` (line, value) where a line is no
/// name of a key.
[[nodiscard]] Result<std::vector<std::string>> erasuresIn(const std::string& file);

} // namespace medicobus::hub
