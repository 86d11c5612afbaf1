// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/clock.h"
#include "sync/hub/hub_store.h"
#include "vault/secret.h"

namespace medicobus::sync {

/// Who the hub is: one device of its own, with its keys, shared by every process on one store.
struct Identity {
    DeviceId device;
    PublicKey publicKey{};
    vault::Secret signKey; ///< Ed25519, 64 bytes.
    vault::Secret macKey;  ///< Of challenges and sessions.
    std::string epoch;
};

/// Keys of `HubTransaction::value`.
namespace values {
inline constexpr std::string_view device = "device";
inline constexpr std::string_view signKey = "sign_key";
inline constexpr std::string_view macKey = "mac_key";
inline constexpr std::string_view epoch = "epoch";
/// Devices that this hub was before it was restored, as texts separated by spaces.
inline constexpr std::string_view former = "former_devices";
/// "1" from a restore until every device has reported, or a person ends it.
inline constexpr std::string_view recovering = "recovering";
} // namespace values

/// Reads the identity, making it in an empty store. Throws `StoreFailure`.
Identity identityIn(HubTransaction& transaction, const Clock& clock, const Entropy& entropy);
/// Gives the hub of a restored store a new device identity and epoch, and begins recovery.
void renew(HubTransaction& transaction, const Clock& clock, const Entropy& entropy);

bool isRecovering(HubTransaction& transaction);
/// Whether this device is the hub, or was.
bool isHub(HubTransaction& transaction, const DeviceId& device);

} // namespace medicobus::sync
