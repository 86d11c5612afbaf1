// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "hub/settings.h"

namespace medicobus::hub {

/// Serves until SIGTERM or SIGINT, then answers what has come in and ends.
Exit serve(const Settings& settings);

} // namespace medicobus::hub
