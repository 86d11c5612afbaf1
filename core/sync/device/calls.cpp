// SPDX-License-Identifier: EUPL-1.2
#include "sync/device/calls.h"

#include <algorithm>
#include <array>

namespace medicobus::sync {

HttpCall get(std::string path) {
    HttpCall call;
    call.method = "GET";
    call.path = std::move(path);
    return call;
}

HttpCall post(std::string path, std::string body) {
    HttpCall call;
    call.method = "POST";
    call.path = std::move(path);
    call.headers["content-type"] = "application/json";
    call.body = std::move(body);
    addDigest(call);
    return call;
}

Result<HttpAnswer> carry(HubLink& link, HttpCall call) {
    call.headers[wantedDigestHeader] = "blake2b-256=10, sha-256=1";
    auto answer = link.call(call);
    if (answer && !isIntact(*answer)) {
        return fault(codes::unreachable,
                     {{"cause", "content-digest"}, {"status", std::to_string(answer->status)}});
    }
    return answer;
}

Refusal refusalOf(const HttpAnswer& answer) {
    const auto read = readRefusal(answer.body);
    return read ? *read : Refusal{std::to_string(answer.status), false, {}};
}

Error errorOf(const HttpAnswer& answer) {
    const std::string status = std::to_string(answer.status);
    if (answer.status == 408 || answer.status == 429 || answer.status >= 500) {
        return Error(codes::busy).with("value", status);
    }
    return Error(codes::refused).with("value", refusalOf(answer).code).with("status", status);
}

std::chrono::seconds delayAfterFailures(int failures) {
    constexpr std::array<int, 7> delays{5, 15, 30, 60, 120, 300, 600};
    const int at = std::clamp(failures, 1, static_cast<int>(delays.size())) - 1;
    return std::chrono::seconds(delays[static_cast<std::size_t>(at)]);
}

} // namespace medicobus::sync
