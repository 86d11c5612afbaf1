// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"

#include <charconv>
#include <string>
#include <string_view>

// The journal's local values in which a device keeps where it stands with its hub.

namespace medicobus::sync::locals {

inline constexpr const char* epoch = "sync.epoch";
inline constexpr const char* cursor = "sync.cursor";
/// There while the hub may lack what this device holds of other chains.
inline constexpr const char* catchingUp = "sync.catching_up";
inline constexpr const char* lastContact = "sync.last_contact";
/// Before a passage: the id of a request for a share whose answer has not come.
inline constexpr const char* leaseRequest = "sync.lease_request:";
/// "revoked" or "wiped".
inline constexpr const char* revoked = "sync.revoked";

/// A whole number kept as text; 0 for anything else.
inline std::int64_t numberOf(std::string_view text) {
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace medicobus::sync::locals
