// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/hub/identity.h"

#include <string>
#include <vector>

// entry     := "medicobus-access/1" number at device session action record status previous, each a line
// hash      := BLAKE2b-256(entry), hex;  signature := Ed25519(hash as text) by the hub, base64url

namespace medicobus::sync {

/// Adds one entry to the end of the chain. Throws `StoreFailure`.
void logAccess(HubTransaction& transaction, const Identity& identity, AccessEntry entry);

/// What a check of the whole log found.
struct AccessReport {
    std::int64_t entries = 0;
    /// The first entry that is not what was written; 0 when the chain is whole.
    std::int64_t broken = 0;
    std::string lastHash; ///< To be kept elsewhere: it tells a log that was cut short.
};
AccessReport verifyAccessLog(HubTransaction& transaction, const PublicKey& hubKey);

Json toJson(const AccessEntry& entry);

} // namespace medicobus::sync
