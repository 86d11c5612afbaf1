// SPDX-License-Identifier: EUPL-1.2
#include "platform/network/curl_transport.h"

#include <curl/curl.h>

namespace medicobus {
namespace {

struct Body {
    std::string text;
    std::size_t limit = 0;
};

/// Called by libcurl; fewer bytes than given stop the transfer.
std::size_t append(char* data, std::size_t size, std::size_t count, void* user) {
    auto* body = static_cast<Body*>(user);
    if (body->text.size() + size * count > body->limit) {
        return 0;
    }
    body->text.append(data, size * count);
    return size * count;
}

} // namespace

struct CurlTransport::Handle {
    // Once for the process: libcurl counts the calls.
    Handle() { curl_global_init(CURL_GLOBAL_DEFAULT); }
    ~Handle() {
        curl_easy_cleanup(easy);
        curl_global_cleanup();
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    CURL* easy = nullptr;
};

CurlTransport::CurlTransport(Limits limits) : m_limits(limits), m_handle(std::make_unique<Handle>()) {
    m_handle->easy = curl_easy_init();
}

CurlTransport::~CurlTransport() = default;

Result<travel::Reply> CurlTransport::get(const std::string& url) {
    CURL* const easy = m_handle->easy;
    if (easy == nullptr) {
        return fault(travel::codes::travelUnreachable, {{"url", url}, {"cause", "curl_easy_init"}});
    }
    Body body{{}, m_limits.bytes};
    curl_easy_setopt(easy, CURLOPT_URL, url.c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(m_limits.connect.count()));
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(m_limits.whole.count()));
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "medicobus");
    curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, append);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &body);
    const CURLcode code = curl_easy_perform(easy);
    if (code != CURLE_OK) {
        // Without the query: an address with a hundred points says nothing to a person.
        return fault(travel::codes::travelUnreachable,
                     {{"url", url.substr(0, url.find("/table/"))}, {"cause", curl_easy_strerror(code)}});
    }
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    return travel::Reply{static_cast<int>(status), std::move(body.text)};
}

} // namespace medicobus
