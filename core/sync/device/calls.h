// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/digest.h"
#include "sync/http.h"
#include "sync/wire/session.h"

#include <chrono>
#include <string>

namespace medicobus::sync {

HttpCall get(std::string path);
HttpCall post(std::string path, std::string body);

/// Makes a call and sees to it that the answer is the one that was sent. Errors: those of the link,
/// `sync.unreachable` for a body that does not fit its digest.
[[nodiscard]] Result<HttpAnswer> carry(HubLink& link, HttpCall call);

/// What an answer of 400 or above says; its status alone when its body is not the hub's.
Refusal refusalOf(const HttpAnswer& answer);

/// The same as an error: `sync.busy` when another try may do, else `sync.refused`.
Error errorOf(const HttpAnswer& answer);

/// How long to wait after so many failures in a row: 5 s, 15 s, 30 s, 1, 2, 5, then 10 min.
std::chrono::seconds delayAfterFailures(int failures);

namespace codes {
/// The hub asks to come back later. Details: value (its status).
inline constexpr ErrorCode busy{"sync.busy"};
/// Details: value (its word), status.
inline constexpr ErrorCode refused{"sync.refused"};
} // namespace codes

} // namespace medicobus::sync
