// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/hybrid_clock.h"
#include "base/json_reader.h"
#include "base/uuid.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

// What the hash of an operation is taken over. Numbers are big-endian; a `text` is its length in bytes as a
// u32, then the bytes (UTF-8).
//
//   operation := "medicobus-operation/1" id device seq time actor subject kind version open sealed previous
//   id        := 16 bytes            device  := 16 bytes           seq  := u64
//   time      := u64                 packed hybrid time: 48 bits of UTC milliseconds, 16 of counter
//   actor     := text                kind    := text               version := u32
//   subject   := text text           type, then id
//   open      := text                JSON with sorted keys and no white space
//   sealed    := 0x00 | 0x01 text key
//   key       := 0x00 | 0x01 text    the id of the key that sealed it; 0x00 says that it is not sealed
//   previous  := 32 bytes            hash of the same device's operation seq - 1; zeros when seq is 1
//
//   hash      := BLAKE2b-256(operation), without a key

namespace medicobus::journal {

struct OperationTag;
struct DeviceTag;
using OperationId = Id<OperationTag>;
using DeviceId = Id<DeviceTag>;
using Hash = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;

/// What an operation is about: a type such as "appointment" and its id.
struct Subject {
    std::string type;
    std::string id;

    friend auto operator<=>(const Subject&, const Subject&) = default;
};

/// A wrapped key that stands beside the operations sealed with it, since a key must be destroyable and an
/// operation never changes.
struct Envelope {
    std::string key;
    std::string wrapped;

    friend bool operator==(const Envelope&, const Envelope&) = default;
};

/// What a caller gives to record a change; the journal adds identity, number, time and hashes.
struct OperationDraft {
    /// Who did it, as an opaque id; never a name.
    std::string actor;
    Subject subject;
    /// The change, such as "appointment.booked".
    std::string kind;
    /// Version of the two bodies' layout for this kind, from 1.
    int schemaVersion = 1;
    /// What anyone may read: a JSON object without personal data.
    Json open = Json::object();
    /// The personal part, bytes chosen by the caller (JSON text in `clinic`). It has its own column so that
    /// `vault` can seal it before it is stored; it is stored as given, and one that has no `sealKey` is not
    /// sealed.
    std::optional<std::string> sealed;
    /// Set by whoever sealed the body; needs `sealed`.
    std::optional<std::string> sealKey;
    /// Chosen beforehand by a sealer that binds it to the sealed body; made by the journal otherwise.
    std::optional<OperationId> id;
    /// The wrapped key, when this is the first operation that needs it.
    std::optional<Envelope> envelope;
};

/// One immutable change made on one device: the unit of storage, sync and audit.
struct Operation {
    OperationId id;
    DeviceId device;
    /// Gapless from 1 on each device.
    std::int64_t seq = 0;
    /// Strictly increasing with `seq` on each device.
    HybridTime time;
    std::string actor;
    Subject subject;
    std::string kind;
    int schemaVersion = 1;
    Json open = Json::object();
    std::optional<std::string> sealed;
    /// Id of the key that sealed the body; nothing while bodies are stored unsealed.
    std::optional<std::string> sealKey;
    Hash previousHash{};
    Hash hash{};
    /// Ed25519 over the hash; nothing until devices have keys.
    std::optional<Signature> signature;

    /// The device's UTC time of recording.
    Instant recordedAt() const { return Instant(std::chrono::milliseconds(time.millis)); }
};

/// Signs the hash of an operation with the device's key.
using Signer = std::function<Result<Signature>(const Hash&)>;

/// The bytes that the hash covers, by the grammar above. Errors: `journal.bad_operation` when the open body
/// is not an object or a text is not UTF-8.
[[nodiscard]] Result<std::string> canonicalBytes(const Operation& operation);

/// BLAKE2b-256 of the canonical bytes; `hash` and `signature` themselves are not covered.
[[nodiscard]] Result<Hash> hashOf(const Operation& operation);

namespace codes {
/// Details: key (the field), and kind.
inline constexpr ErrorCode badOperation{"journal.bad_operation"};
} // namespace codes

} // namespace medicobus::journal
