// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/wire/codec.h"

namespace medicobus::sync {

/// The device's own key: the vault holds it.
class DeviceKeys {
public:
    virtual ~DeviceKeys() = default;
    /// Errors: `vault.locked`.
    virtual Result<Signature> sign(std::string_view bytes) = 0;
    virtual PublicKey publicKey() const = 0;
};

} // namespace medicobus::sync
