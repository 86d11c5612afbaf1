// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <memory>
#include <string>

namespace medicobus {

/// How long and how much a call may take.
struct HttpLimits {
    std::chrono::milliseconds connect{5'000};
    std::chrono::milliseconds whole{60'000};
    std::size_t bytes = 64U << 20; ///< Of an answer.
};

/// One HTTP call as libcurl makes it.
struct CurlCall {
    std::string method = "GET";
    std::string url;
    std::map<std::string, std::string> headers;
    std::string body;
    /// `sha256//BASE64` of the server's public key, which then alone says who it is; empty for the system's
    /// authorities.
    std::string pinnedKey;
    const char* protocols = "http,https";
    bool acceptsCompression = true;
};

struct CurlReply {
    /// What libcurl says when no whole answer came; null when one did.
    const char* failure = nullptr;
    bool isWrongKey = false;
    int status = 0;
    std::map<std::string, std::string> headers; ///< Names in lower case.
    std::string body;
};

/// A libcurl handle with one connection kept open. Follows no redirect, speaks TLS 1.2 or later. Not for
/// several threads.
class CurlEasy {
public:
    explicit CurlEasy(HttpLimits limits);
    ~CurlEasy();
    CurlEasy(const CurlEasy&) = delete;
    CurlEasy& operator=(const CurlEasy&) = delete;

    CurlReply perform(const CurlCall& call);

private:
    struct Handle;
    HttpLimits m_limits;
    std::unique_ptr<Handle> m_handle;
};

} // namespace medicobus
