// SPDX-License-Identifier: EUPL-1.2
#include "platform/clock/system_boot_clock.h"

#include <ctime>
#include <fstream>

namespace medicobus::platform {

SystemBootClock::SystemBootClock() {
    std::ifstream("/proc/sys/kernel/random/boot_id") >> m_boot;
}

BootMoment SystemBootClock::moment() const {
    std::timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    const auto elapsed = std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
    return {m_boot, std::chrono::duration_cast<std::chrono::milliseconds>(elapsed)};
}

} // namespace medicobus::platform
