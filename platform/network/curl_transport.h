// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/network/curl_easy.h"
#include "travel/transport.h"

namespace medicobus {

/// HTTP to a road server by libcurl. Not for several threads.
class CurlTransport : public travel::Transport {
public:
    using Limits = HttpLimits;

    explicit CurlTransport(Limits limits) : m_easy(limits) {}
    CurlTransport() : CurlTransport(Limits()) {}

    Result<travel::Reply> get(const std::string& url) override;

private:
    CurlEasy m_easy;
};

} // namespace medicobus
