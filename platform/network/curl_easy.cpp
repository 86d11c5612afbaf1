// SPDX-License-Identifier: EUPL-1.2
#include "platform/network/curl_easy.h"

#include <curl/curl.h>

#include <string_view>

namespace medicobus {
namespace {

struct Answer {
    CurlReply* reply = nullptr;
    std::size_t limit = 0;
};

/// Called by libcurl; fewer bytes than given stop the transfer.
std::size_t append(char* data, std::size_t size, std::size_t count, void* user) {
    const auto* answer = static_cast<Answer*>(user);
    std::string& body = answer->reply->body;
    if (body.size() + size * count > answer->limit) {
        return 0;
    }
    body.append(data, size * count);
    return size * count;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    const auto last = text.find_last_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view() : text.substr(first, last - first + 1);
}

/// Called by libcurl once for each header line.
std::size_t noteHeader(char* data, std::size_t size, std::size_t count, void* user) {
    const std::string_view line(data, size * count);
    auto& headers = static_cast<Answer*>(user)->reply->headers;
    if (line.starts_with("HTTP/")) {
        headers.clear();
    } else if (const auto colon = line.find(':'); colon != std::string_view::npos) {
        std::string name(line.substr(0, colon));
        for (char& letter : name) {
            letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
        }
        headers[name] = trimmed(line.substr(colon + 1));
    }
    return size * count;
}

using HeaderList = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

HeaderList listOf(const std::map<std::string, std::string>& headers) {
    curl_slist* list = nullptr;
    for (const auto& [name, value] : headers) {
        list = curl_slist_append(list, (name + ": " + value).c_str());
    }
    // Without it libcurl waits a second for a leave that small servers never give.
    list = curl_slist_append(list, "Expect:");
    return {list, curl_slist_free_all};
}

} // namespace

struct CurlEasy::Handle {
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

CurlEasy::CurlEasy(HttpLimits limits) : m_limits(limits), m_handle(std::make_unique<Handle>()) {
    m_handle->easy = curl_easy_init();
}

CurlEasy::~CurlEasy() = default;

CurlReply CurlEasy::perform(const CurlCall& call) {
    CurlReply reply;
    CURL* const easy = m_handle->easy;
    if (easy == nullptr) {
        reply.failure = "curl_easy_init";
        return reply;
    }
    // Options go, the open connection stays.
    curl_easy_reset(easy);
    Answer answer{&reply, m_limits.bytes};
    const HeaderList headers = listOf(call.headers);
    curl_easy_setopt(easy, CURLOPT_URL, call.url.c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, call.protocols);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(m_limits.connect.count()));
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(m_limits.whole.count()));
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "medicobus");
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (call.acceptsCompression) {
        curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
    }
    if (!call.pinnedKey.empty()) {
        // The key was handed over with the enrolment code: it says more than any authority or name.
        curl_easy_setopt(easy, CURLOPT_PINNEDPUBLICKEY, call.pinnedKey.c_str());
        curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 0L);
        curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 0L);
    }
    if (call.method != "GET") {
        curl_easy_setopt(easy, CURLOPT_POST, 1L);
        curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, call.method.c_str());
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, call.body.data());
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(call.body.size()));
    }
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, noteHeader);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &answer);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, append);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &answer);
    if (const CURLcode code = curl_easy_perform(easy); code != CURLE_OK) {
        reply.failure = curl_easy_strerror(code);
        reply.isWrongKey = code == CURLE_SSL_PINNEDPUBKEYNOTMATCH;
    }
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    reply.status = static_cast<int>(status);
    return reply;
}

} // namespace medicobus
