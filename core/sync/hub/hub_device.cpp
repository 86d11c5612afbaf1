// SPDX-License-Identifier: EUPL-1.2
#include "sync/hub/hub_device.h"

#include <algorithm>
#include <array>

namespace medicobus::sync {

namespace {

/// In the order of `DeviceState`.
constexpr std::array<std::string_view, 4> stateCodes{"pending", "active", "refused", "revoked"};

} // namespace

std::string_view codeOf(DeviceState state) {
    return stateCodes[static_cast<std::size_t>(state)];
}

std::optional<DeviceState> parseDeviceState(std::string_view code) {
    const auto known = std::find(stateCodes.begin(), stateCodes.end(), code);
    return known == stateCodes.end() ? std::nullopt
                                     : std::optional(static_cast<DeviceState>(known - stateCodes.begin()));
}

} // namespace medicobus::sync
