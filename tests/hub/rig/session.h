// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/device/calls.h"
#include "sync/wire/session.h"

#include <functional>

namespace medicobus::testing {

/// Proves a device to its hub and returns the session's `authorization`, for calls that no `Exchange` makes.
Result<std::string> openSession(sync::HubLink& link, const sync::DeviceId& device,
                                const std::function<Result<sync::Signature>(std::string_view)>& sign);

} // namespace medicobus::testing
