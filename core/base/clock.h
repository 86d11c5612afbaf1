// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"

namespace medicobus {

/// The only door to the time of day; `platform/clock` holds the real one, tests step their own by hand.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

} // namespace medicobus
