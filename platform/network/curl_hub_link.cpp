// SPDX-License-Identifier: EUPL-1.2
#include "platform/network/curl_hub_link.h"

#include <sodium.h>

namespace medicobus {
namespace {

std::string pinText(const CurlHubLink::Pin& pin) {
    constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
    std::string text(sodium_base64_ENCODED_LEN(32, variant), '\0');
    sodium_bin2base64(text.data(), text.size(), pin.data(), pin.size(), variant);
    text.pop_back();
    return "sha256//" + text;
}

/// Whether an address names this machine, so that nothing said to it leaves it.
bool isLoopback(const std::string& hub) {
    for (const std::string host : {"http://127.0.0.1", "http://localhost", "http://[::1]"}) {
        const bool ends =
            hub.size() == host.size()
            || (hub.size() > host.size() && (hub[host.size()] == ':' || hub[host.size()] == '/'));
        // A user name before an @ would make the rest the host.
        if (hub.starts_with(host) && ends && hub.find('@') == std::string::npos) {
            return true;
        }
    }
    return false;
}

} // namespace

CurlHubLink::CurlHubLink(std::string hub, std::optional<Pin> pin, HttpLimits limits)
    : m_hub(std::move(hub)), m_pinnedKey(pin ? pinText(*pin) : std::string()), m_easy(limits) {
    while (m_hub.ends_with('/')) {
        m_hub.pop_back();
    }
    m_isLocal = isLoopback(m_hub);
}

Result<sync::HttpAnswer> CurlHubLink::call(const sync::HttpCall& call) {
    CurlCall request;
    request.method = call.method;
    request.url = m_hub + call.path;
    request.headers = call.headers;
    request.body = call.body;
    request.pinnedKey = m_pinnedKey;
    request.protocols = m_isLocal ? "http,https" : "https";
    // The digest of an answer is that of the bytes on the way (RFC 9530), which compression would change.
    request.acceptsCompression = false;
    CurlReply reply = m_easy.perform(request);
    if (reply.isWrongKey) {
        return fault(sync::codes::wrongHub, {{"url", m_hub}});
    }
    if (reply.failure != nullptr) {
        return fault(sync::codes::unreachable, {{"url", m_hub}, {"cause", reply.failure}});
    }
    sync::HttpAnswer answer;
    answer.status = reply.status;
    if (const auto type = reply.headers.find("content-type"); type != reply.headers.end()) {
        answer.type = type->second;
    }
    answer.headers = std::move(reply.headers);
    answer.body = std::move(reply.body);
    return answer;
}

} // namespace medicobus
