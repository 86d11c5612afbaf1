// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace medicobus::vault {

/// Where a device keeps its wrapped keys: one JSON text, no secret in itself.
class WrapStore {
public:
    virtual ~WrapStore() = default;

    /// The text last saved, or nothing on first use.
    virtual Result<std::optional<std::string>> load() = 0;
    /// Returns only once the text is on the disk: a wrong PIN is counted here before it is looked at.
    virtual Result<void> save(std::string_view json) = 0;
};

} // namespace medicobus::vault
