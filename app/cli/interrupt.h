// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <stop_token>

namespace medicobus::cli {

/// Turns Ctrl-C and SIGTERM into a stop request; a second one ends the process at once with status 130.
/// Call first in `main`, before any thread starts.
std::stop_token stopOnInterrupt();

} // namespace medicobus::cli
