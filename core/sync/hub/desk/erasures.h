// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/hub/hub_store.h"

#include <string>
#include <vector>

namespace medicobus::sync {

/// Destroys these wrapped keys for ever, whether the store has them or not, and overwrites what they were:
/// for a store put back from a backup that is older than their erasure. Errors: those of the store.
[[nodiscard]] Result<void> destroyKeys(HubStore& store, const std::vector<std::string>& keys);

} // namespace medicobus::sync
