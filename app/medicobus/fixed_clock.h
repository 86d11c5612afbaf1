// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/clock.h"

namespace medicobus::app {

/// A clock that stands still, for tests and pictures.
class FixedClock : public Clock {
public:
    explicit FixedClock(Instant instant) : m_instant(instant) {}
    Instant now() const override { return m_instant; }

private:
    Instant m_instant;
};

} // namespace medicobus::app
