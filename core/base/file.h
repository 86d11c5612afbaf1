// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace medicobus {

/// The whole content of a file. Errors: `file.missing`, `file.is_folder`, `file.unreadable`.
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& path);

/// Writes a file so that a reader finds either the old content or the new, whole and synced to disk: a
/// temporary file beside it, then a rename. Creates missing folders.
/// Errors: `file.read_only`, `file.disk_full`, `file.unwritable`; the old file is kept in each case.
[[nodiscard]] Result<void> writeFile(const std::filesystem::path& path, std::string_view content);

namespace codes {
inline constexpr ErrorCode fileMissing{"file.missing"};
inline constexpr ErrorCode fileIsFolder{"file.is_folder"};
inline constexpr ErrorCode fileUnreadable{"file.unreadable"};
inline constexpr ErrorCode fileReadOnly{"file.read_only"};
inline constexpr ErrorCode fileDiskFull{"file.disk_full"};
inline constexpr ErrorCode fileUnwritable{"file.unwritable"};
} // namespace codes

} // namespace medicobus
