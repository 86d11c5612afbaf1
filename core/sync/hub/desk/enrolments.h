// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/hub/rules/author.h"
#include "sync/hub/rules/claims.h"
#include "sync/wire/enrolment.h"
#include "sync/wire/invitation.h"

#include <string>

// What coordination decides of devices, for the routes and for the hub's own command line. Each runs in a
// writing transaction, whose `StoreFailure` passes through.

namespace medicobus::sync {

/// Stores a one-time code by its hash and returns its secret, told to nobody else.
[[nodiscard]] std::array<std::uint8_t, 20> invite(HubTransaction& transaction, Role role,
                                                  const std::string& commune, const std::string& name,
                                                  Instant until, const Entropy& entropy);
/// Errors: `hub.bad_secret` for a code that is unknown, used or over; `hub.device_exists`.
[[nodiscard]] Result<HubDevice> beginEnrolment(HubTransaction& transaction, const EnrolmentRequest& request,
                                               Instant now, const Uuid& id);
/// `approver` is nullptr for the hub's own command line. Errors: `hub.not_found`, `hub.already_decided`,
/// `hub.not_allowed`, `hub.crew_key_missing` when another crew device holds the crew's key and none was
/// given.
[[nodiscard]] Result<HubDevice> decideEnrolment(HubTransaction& transaction, Author& author,
                                                const std::string& enrolment, const Approval& approval,
                                                const HubDevice* approver);
/// Errors: `hub.not_found`, `hub.already_decided`.
[[nodiscard]] Result<void> revokeDevice(HubTransaction& transaction, Author& author, PlanViews& plans,
                                        const DeviceId& device, bool isToWipe);
/// Gives a device another role or commune, and its stream the difference. Errors: `hub.not_found`.
[[nodiscard]] Result<void> changeRole(HubTransaction& transaction, Author& author, const DeviceId& device,
                                      Role role, const std::string& commune);
/// What a former hub said of a device after the backup that this one was restored from.
void adoptDevice(HubTransaction& transaction, const journal::Operation& operation);
/// Ends the recovery after a restore: what waits is decided.
void endRecovery(HubTransaction& transaction, Author& author, PlanViews& plans);

Enrolment enrolmentOf(const HubDevice& device, Instant now);

} // namespace medicobus::sync
