// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/boot_clock.h"
#include "vault/keys/wraps.h"

namespace medicobus::vault {

/// How long no PIN is looked at: by the machine's running time alone, so that setting the clock changes
/// nothing. After a restart the time since it started counts, all of which came after the wrong PIN.
std::chrono::milliseconds waitUnder(const std::optional<Hold>& hold, const BootMoment& now);

/// The delay that starts now after that many wrong PINs; nothing while tries are free.
std::optional<Hold> holdAfter(int wrongPins, const BootMoment& now);

/// Wrong PINs of all users together: a thief does not get three tries for each of them.
int wrongPins(const Wraps& wraps);

} // namespace medicobus::vault
