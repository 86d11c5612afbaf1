// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "travel/transport.h"

#include <chrono>
#include <memory>

namespace medicobus {

/// HTTP by libcurl, one connection kept open. Follows no redirect, speaks http and https alone. Not for
/// several threads.
class CurlTransport : public travel::Transport {
public:
    struct Limits {
        std::chrono::milliseconds connect{5'000};
        std::chrono::milliseconds whole{60'000};
        std::size_t bytes = 64U << 20;
    };

    explicit CurlTransport(Limits limits);
    CurlTransport() : CurlTransport(Limits()) {}
    ~CurlTransport() override;
    CurlTransport(const CurlTransport&) = delete;
    CurlTransport& operator=(const CurlTransport&) = delete;

    Result<travel::Reply> get(const std::string& url) override;

private:
    struct Handle;
    Limits m_limits;
    std::unique_ptr<Handle> m_handle;
};

} // namespace medicobus
