// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "vault/sealing.h"
#include "vault/secret.h"

#include <string>
#include <string_view>

namespace medicobus::vault {

/// Seals so that only the holder of the secret half opens it, not even the sender (crypto_box_seal, X25519;
/// 48 bytes more than the text). A public key of low order gives an empty box, which nothing opens.
std::string sealBox(const PublicKey& publicKey, std::string_view text);
/// Errors: `vault.altered` (key: box) when it was altered or sealed to another key.
[[nodiscard]] Result<Secret> openBox(const PublicKey& publicKey, const Secret& secretKey,
                                     std::string_view box);

} // namespace medicobus::vault
