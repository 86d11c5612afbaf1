// SPDX-License-Identifier: EUPL-1.2
#include "sync/hub/desk/erasures.h"

namespace medicobus::sync {

Result<void> destroyKeys(HubStore& store, const std::vector<std::string>& keys) {
    if (keys.empty()) {
        return {};
    }
    return store
        .write([&](HubTransaction& transaction) -> Result<void> {
            for (const std::string& each : keys) {
                transaction.destroyEnvelope(each);
            }
            return {};
        })
        .and_then([&] { return store.expunge(); });
}

} // namespace medicobus::sync
