// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"

#include <map>
#include <string>

namespace medicobus::sync {

/// One HTTP request, as both ends see it: the device's end makes it, the hub's end answers it, and what lies
/// between (libcurl and RESTinio, or a simulated network) carries it unread.
struct HttpCall {
    std::string method;                         ///< Upper case.
    std::string path;                           ///< Percent-encoded path and query, from `/`.
    std::map<std::string, std::string> headers; ///< Names in lower case.
    std::string body;
    std::string peer; ///< Where it came from, for limits and logs; set by the hub's end.
};

struct HttpAnswer {
    int status = 0;
    std::string type = "application/json";      ///< Media type of the body.
    std::map<std::string, std::string> headers; ///< Names in lower case.
    std::string body;
};

/// The way from a device to its hub.
class HubLink {
public:
    virtual ~HubLink() = default;

    /// Errors: `sync.unreachable` (cause) when no whole answer came: the call may or may not have been
    /// received. `sync.wrong_hub` when the hub's key is not the one pinned at enrolment.
    virtual Result<HttpAnswer> call(const HttpCall& call) = 0;
};

namespace codes {
inline constexpr ErrorCode unreachable{"sync.unreachable"};
inline constexpr ErrorCode wrongHub{"sync.wrong_hub"};
} // namespace codes

} // namespace medicobus::sync
