// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/json_reader.h"

#include <string>

namespace medicobus::sync::web {

/// The OpenAPI 3.0.3 description, made from the table that the router uses.
Json openApi(const std::string& version);

} // namespace medicobus::sync::web
