// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/json_reader.h"

namespace medicobus::sync::web {

/// The schemas of `components`, by name.
Json schemas();

} // namespace medicobus::sync::web
