// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "journal/journal.h"
#include "sync/device/keys.h"
#include "sync/device/signatures.h"
#include "sync/wire/push.h"

#include <filesystem>
#include <map>
#include <vector>

// A file by which operations travel without a network, between two tablets or to the hub. Lines end in "\n":
//
//   file      := header push* signature
//   header    := {"format": "medicobus-stick/1", "device", "made_at", "chains": {device: seq}, "pushes":
//   number} push      := as in `wire/push.h`, one to a line signature := base64url of Ed25519 by the header's
//   device over "medicobus-stick/1" || BLAKE2b-256(header push*)

namespace medicobus::sync {

/// What one device gives another to carry on.
struct Stick {
    /// Who wrote and signed it.
    DeviceId device;
    Instant madeAt;
    /// How far the writer holds each chain, so that the other knows what it lacks.
    std::map<DeviceId, std::int64_t> chains;
    std::vector<Push> pushes;
};

/// Everything that a journal holds above what the other side said it has (nothing: everything), with the
/// wrapped keys; bodies stay sealed. Errors: the journal's, `vault.locked` (what has no signature yet is
/// signed here).
[[nodiscard]] Result<Stick> stickFor(const journal::Journal& journal, DeviceKeys& keys, const Clock& clock,
                                     const std::map<DeviceId, std::int64_t>& theirs = {});

/// Signs and writes it under another name, then renames, so that a stick pulled out too early holds no half
/// of it. Errors: `vault.locked`: a stick cannot be written while the vault is locked; those of `writeFile`.
[[nodiscard]] Result<void> writeStick(const std::filesystem::path& file, const Stick& stick,
                                      DeviceKeys& keys);

/// Reads it whole or not at all. What it says of devices, signed by the hub, is noted in `keys`. Errors:
/// `sync.bad_stick` (line, cause) when it was cut short or altered, `sync.unknown_signer` (device) when the
/// hub never enrolled its writer, `sync.revoked_signer`; those of `readFile` and `checkSignatures`.
[[nodiscard]] Result<Stick> readStick(const std::filesystem::path& file, const journal::Journal& journal,
                                      KeyBook& keys);

/// Takes in what a stick holds, in one transaction; once more changes nothing. The next exchange with the hub
/// hands on what the hub lacks of it. Errors: the journal's.
[[nodiscard]] Result<journal::Ingested> takeIn(journal::Journal& journal, const Stick& stick);

namespace codes {
inline constexpr ErrorCode badStick{"sync.bad_stick"};
inline constexpr ErrorCode unknownSigner{"sync.unknown_signer"};
inline constexpr ErrorCode revokedSigner{"sync.revoked_signer"};
} // namespace codes

} // namespace medicobus::sync
