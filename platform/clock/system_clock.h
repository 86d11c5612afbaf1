// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/clock.h"

namespace medicobus::platform {

/// The machine's own clock.
class SystemClock : public Clock {
public:
    Instant now() const override;
};

} // namespace medicobus::platform
