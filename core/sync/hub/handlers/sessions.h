// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/hub/identity.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace medicobus::sync {

/// A challenge carries the hub's time and MAC, so that no process needs to remember it.
std::string makeChallenge(const Identity& identity, Instant now, const Entropy& entropy);
bool isChallenge(const Identity& identity, std::string_view challenge, Instant now);

struct TokenHolder {
    DeviceId device;
    std::string session; ///< Names the session in the log; gives no right.
};
std::string makeToken(const Identity& identity, const DeviceId& device, Instant now, const Entropy& entropy);
/// Nothing for a token that is not this hub's or is over.
std::optional<TokenHolder> holderOf(const Identity& identity, std::string_view token, Instant now,
                                    std::chrono::hours life);

} // namespace medicobus::sync
