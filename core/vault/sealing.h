// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "vault/secret.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

// What a sealed text is, byte for byte:
//
//   sealed := 0x01 nonce text tag       nonce := 24 random bytes; text and tag (16) by
//   XChaCha20-Poly1305-IETF bound  := domain table column row key          the associated data each of them
//   := its length in bytes as a u32, big-endian, then the bytes

namespace medicobus::vault {

using PublicKey = std::array<std::uint8_t, 32>;
using KeyBytes = std::array<std::uint8_t, 32>;

/// Where a sealed text belongs. Opened in any other place it is refused.
struct Place {
    std::string_view table;
    std::string_view column;
    std::string_view row;
};

/// Bytes that `seal` adds to a text.
inline constexpr std::size_t sealOverhead = 1 + 24 + 16;

/// `key` is 32 bytes, `keyId` names it; `domain` keeps apart what serves different ends.
std::string seal(const std::uint8_t* key, std::string_view domain, std::string_view keyId, const Place& place,
                 std::string_view text);
/// Errors: `vault.altered` (key: table.column) when it was changed, cut, sealed elsewhere or by another key.
[[nodiscard]] Result<SecretText> open(const std::uint8_t* key, std::string_view domain,
                                      std::string_view keyId, const Place& place, std::string_view sealed);
/// The same into memory of the caller's, of exactly `sealed.size() - sealOverhead` bytes; false when refused.
[[nodiscard]] bool openInto(std::span<std::uint8_t> text, const std::uint8_t* key, std::string_view domain,
                            std::string_view keyId, const Place& place, std::string_view sealed);

} // namespace medicobus::vault
