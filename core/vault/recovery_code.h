// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/text/base32.h"
#include "vault/sealing.h"

// The secret half of a recovery key on its sheet of paper:
//
//   code  := base32 of key[32] check        check := the first 5 bytes of BLAKE2b-256(key)

namespace medicobus::vault {

/// How many letters a whole code has.
inline constexpr int recoveryCodeLetters = 60;

/// In groups of five.
SecretText recoveryCodeOf(const Secret& recoveryKey);
/// Errors: `base32.unreadable`, with cause `letter` (value: the letter) or `check` (mistyped, or not whole).
[[nodiscard]] Result<Secret> readRecoveryCode(std::string_view text);
/// What every device may know of a recovery key of 32 bytes.
PublicKey recoveryPublicKey(const Secret& recoveryKey);

} // namespace medicobus::vault
