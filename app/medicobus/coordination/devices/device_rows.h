// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "coordination/devices/device_model.h"
#include "sync/wire/enrolment.h"

/// How devices are told: pure functions of what the hub says of them.
namespace medicobus::app::device_rows {

/// A device of the hub; `self` is this one, which cannot shut itself out.
DeviceRow device(const sync::DeviceEntry& entry, const sync::DeviceId& self, Instant now);
/// One that asks to come. `hasCrewKey`: this device holds the crew's key; `crewHolds`: some device does.
DeviceRow request(const sync::Enrolment& enrolment, const sync::PublicKey& hubKey, bool hasCrewKey,
                  bool crewHolds);

} // namespace medicobus::app::device_rows
