// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/network/curl_easy.h"
#include "sync/http.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace medicobus {

/// The way to the hub by libcurl: TLS to the one key that was pinned at enrolment. Not for several threads.
class CurlHubLink final : public sync::HubLink {
public:
    /// SHA-256 of the hub's TLS public key (SubjectPublicKeyInfo).
    using Pin = std::array<std::uint8_t, 32>;

    /// `hub` is `https://host[:port]`, with or without a path. Without a pin, the system's authorities
    /// decide; plain `http` is spoken to this machine itself alone.
    CurlHubLink(std::string hub, std::optional<Pin> pin, HttpLimits limits = defaultLimits());

    Result<sync::HttpAnswer> call(const sync::HttpCall& call) override;

    static HttpLimits defaultLimits() {
        return {std::chrono::seconds(10), std::chrono::seconds(60), 32U << 20U};
    }

private:
    std::string m_hub;
    std::string m_pinnedKey;
    bool m_isLocal = false;
    CurlEasy m_easy;
};

} // namespace medicobus
