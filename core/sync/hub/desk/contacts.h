// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/hub/hub_store.h"
#include "sync/wire/unsent.h"

namespace medicobus::sync {

/// The last call of a device, and what it said then that it had yet to send.
struct Contact {
    Instant at{}; ///< By the hub's clock.
    std::optional<Unsent> unsent;

    friend bool operator==(const Contact&, const Contact&) = default;
};

/// Both throw `StoreFailure`.
void noteContact(HubTransaction& transaction, const DeviceId& device, const Contact& contact);
/// Nothing before the first call.
std::optional<Contact> contactOf(HubTransaction& transaction, const DeviceId& device);

} // namespace medicobus::sync
