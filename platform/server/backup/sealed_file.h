// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace medicobus::platform {

/// The bytes of a sealed backup (the grammar is in `backup.h`). Error: `hub.no_memory`.
[[nodiscard]] Result<std::string> sealBackup(std::string_view plain, std::string_view passphrase);
/// Errors: `hub.bad_backup` (cause: format, passphrase, cut), `hub.no_memory`.
[[nodiscard]] Result<std::string> openBackup(std::string_view sealed, std::string_view passphrase);

} // namespace medicobus::platform
