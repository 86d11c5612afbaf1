// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/wire/codec.h"

namespace medicobus::sync {

/// `GET /v1/challenge`.
struct Challenge {
    /// Opaque: carries the hub's MAC and time.
    std::string challenge;
    Instant hubTime;
};

/// `POST /v1/sessions`.
struct SessionRequest {
    DeviceId device;
    std::string challenge;
    /// Ed25519 over `sessionProof(challenge)`.
    Signature signature{};
};

struct Session {
    std::string token;
    /// By the hub's clock.
    std::chrono::seconds validFor{0};
    Instant hubTime;
    std::string epoch;
    std::string role;
};

/// What every answer of 400 and above says; `code` is a word such as `revoked`, `unknown_device`,
/// `session_over`, `too_large`, `too_many`, `gap`, `not_allowed`, `bad_message`.
struct Refusal {
    std::string code;
    /// With `revoked`: whether the hub orders what the device holds destroyed.
    bool wipe = false;
    /// What the code's sentence names.
    std::map<std::string, std::string> details;
};

/// `"medicobus-session/1" || challenge`.
std::string sessionProof(std::string_view challenge);

Json toJson(const Challenge& challenge);
Json toJson(const SessionRequest& request);
Json toJson(const Session& session);
Json toJson(const Refusal& refusal);
/// Errors: `sync.bad_message`.
[[nodiscard]] Result<Challenge> readChallenge(std::string_view body);
[[nodiscard]] Result<SessionRequest> readSessionRequest(std::string_view body);
[[nodiscard]] Result<Session> readSession(std::string_view body);
[[nodiscard]] Result<Refusal> readRefusal(std::string_view body);

} // namespace medicobus::sync
