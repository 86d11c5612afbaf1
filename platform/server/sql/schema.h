// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/server/sql/engine.h"

namespace medicobus::platform {

/// The version of the tables that this program writes.
inline constexpr int hubSchemaVersion = 1;

/// Makes the tables in an empty database. Errors: those of the engine; `hub.newer_store` (value, expected).
[[nodiscard]] Result<void> prepareSchema(SqlEngine& engine);

} // namespace medicobus::platform
