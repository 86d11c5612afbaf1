// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"

#include <string>

namespace medicobus::travel {

struct Reply {
    int status = 0; ///< Of HTTP.
    std::string body;
};

/// The way to a road engine.
class Transport {
public:
    virtual ~Transport() = default;

    /// Errors: `travel.unreachable` with url and cause when no reply came.
    virtual Result<Reply> get(const std::string& url) = 0;
};

namespace codes {
inline constexpr ErrorCode travelUnreachable{"travel.unreachable"}; ///< url, cause
} // namespace codes

} // namespace medicobus::travel
