// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/wire/operation.h"

namespace medicobus::sync {

/// `POST /v1/operations`: a run of one chain, in order of seq. The session says who carries it, `device`
/// whose chain it is; they differ when a device hands on what it holds of others.
struct Push {
    DeviceId device;
    /// The hub's epoch as the device knows it; empty before the first contact.
    std::string epoch;
    std::vector<Operation> operations;
    std::vector<Envelope> envelopes;
};

/// What became of one operation.
struct Verdict {
    enum class Kind { Accepted, Merged, Conflict, Rejected };

    std::int64_t seq = 0;
    Kind kind = Kind::Accepted;
    /// Why it was rejected: one of `reasons`, or a word that a newer hub knows.
    std::string reason;
    /// The operation that came first, where there is one.
    std::optional<OperationId> by;

    friend bool operator==(const Verdict&, const Verdict&) = default;
};

/// The words of a rejection.
namespace reasons {
inline constexpr std::string_view forked = "forked";
/// The device was declared lost before this came.
inline constexpr std::string_view revoked = "revoked";
inline constexpr std::string_view badSignature = "bad_signature";
inline constexpr std::string_view badHash = "bad_hash";
inline constexpr std::string_view notAllowed = "not_allowed";
inline constexpr std::string_view staleBase = "stale_base";
inline constexpr std::string_view outOfScope = "out_of_scope";
inline constexpr std::string_view unknownKey = "unknown_key";
} // namespace reasons

/// The answer, with 200; and with 409 for a gap, without verdicts, when nothing was stored.
struct PushAnswer {
    std::int64_t ackedThrough = 0;
    std::string epoch;
    Instant hubTime;
    std::vector<Verdict> verdicts;
};

std::string_view wordOf(Verdict::Kind kind);
std::optional<Verdict::Kind> verdictOf(std::string_view word);

std::string textOf(const Push& push);
Json toJson(const PushAnswer& answer);
/// Errors: `sync.bad_message`.
[[nodiscard]] Result<Push> readPush(std::string_view body);
[[nodiscard]] Result<Push> readPushIn(const Json& body);
[[nodiscard]] Result<PushAnswer> readPushAnswer(std::string_view body);

} // namespace medicobus::sync
