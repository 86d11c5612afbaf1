// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "platform/server/sql/engine.h"

#include <filesystem>
#include <string_view>

// file    := "medicobus-hub-backup/1\n" salt[16] header[24] block*
// block   := length u32 big-endian, then that many bytes of libsodium's secretstream (XChaCha20-Poly1305)
// plain   := lines of JSON: first {"schema":1}, then ["table", value...] with bytes as {"b": base64url},
//            last {"rows": n}; the last block carries TAG_FINAL, so that a file cut short is refused
// The key is Argon2id (3 passes, 64 MiB) of the passphrase and the salt.

namespace medicobus::platform {

/// Writes every table of the hub, as one state of it, sealed by a passphrase: the hub's signing key and the
/// names of devices are in it. The hub may be running. A file that is there is replaced once the new one is
/// whole. Errors: those of the engine and of `writeFile`; `hub.no_memory`.
[[nodiscard]] Result<void> backUp(SqlEngine& engine, const std::filesystem::path& file,
                                  std::string_view passphrase);

/// Fills an empty hub store, of either engine, from such a file; all of it or nothing.
/// Errors: `hub.bad_backup` (cause: format, passphrase, cut, rows, schema), `hub.store_not_empty`, and those
/// of the engine and of `readFile`.
[[nodiscard]] Result<void> restoreFrom(SqlEngine& engine, const std::filesystem::path& file,
                                       std::string_view passphrase);

namespace codes {
inline constexpr ErrorCode badBackup{"hub.bad_backup"};
inline constexpr ErrorCode storeNotEmpty{"hub.store_not_empty"};
inline constexpr ErrorCode noMemory{"hub.no_memory"};
} // namespace codes

} // namespace medicobus::platform
