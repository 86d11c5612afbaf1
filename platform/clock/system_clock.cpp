// SPDX-License-Identifier: EUPL-1.2
#include "platform/clock/system_clock.h"

namespace medicobus::platform {

Instant SystemClock::now() const {
    return date::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

} // namespace medicobus::platform
