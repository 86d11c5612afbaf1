// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/boot_clock.h"

namespace medicobus::platform {

/// The machine's time since it was started (CLOCK_BOOTTIME), under the kernel's own name for that start.
class SystemBootClock : public BootClock {
public:
    SystemBootClock();
    BootMoment moment() const override;

private:
    std::string m_boot;
};

} // namespace medicobus::platform
