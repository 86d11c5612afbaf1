// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/wire/codec.h"
#include "sync/wire/role.h"

// The one-time code, as shown in a QR code and as typed by hand; both are the same letters.
//
//   uri      := "MEDICOBUS:" code              upper case, so that a QR code packs it tightly
//   code     := base32 (Crockford) of payload, then of check
//   payload  := 0x01 text(hub) tls_key[32] hub_key[32] role text(commune) secret[20]
//   text     := length u8, bytes               role := u8, in the order of `Role`
//   check    := the first 5 bytes of BLAKE2b-256(payload)
//
// Read without regard to case, spaces and hyphens; O is read as 0, I and L as 1.

namespace medicobus::sync {

/// What a hub hands to one device to come: where it is, how to know it, and the right to ask once.
struct InvitationCode {
    /// `https://host[:port]`, at most 255 bytes.
    std::string hub;
    /// SHA-256 of the TLS public key (SubjectPublicKeyInfo), which the link pins.
    std::array<std::uint8_t, 32> tlsKey{};
    /// The hub's Ed25519 key.
    PublicKey hubKey{};
    Role role = Role::Crew;
    /// INSEE code, for a town hall.
    std::string commune;
    std::array<std::uint8_t, 20> secret{};

    friend bool operator==(const InvitationCode&, const InvitationCode&) = default;
};

/// The content of the QR code: `MEDICOBUS:...`. Empty when the hub's address is too long.
std::string uriOf(const InvitationCode& invitation);
/// The same for a person who types: groups of five, six to a line.
std::string textOf(const InvitationCode& invitation);
/// Reads either form. Errors: `sync.bad_invitation`, with cause `letter` (value: the letter), `check` (a
/// letter was mistyped or left out) or `version` (of a newer hub).
[[nodiscard]] Result<InvitationCode> readInvitation(std::string_view text);

namespace codes {
inline constexpr ErrorCode badInvitation{"sync.bad_invitation"};
} // namespace codes

} // namespace medicobus::sync
