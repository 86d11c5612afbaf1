// SPDX-License-Identifier: EUPL-1.2
#include "sync/digest.h"

#include <sodium.h>

#include <array>

namespace medicobus::sync {
namespace {

template <typename Message>
bool matches(const Message& message) {
    const auto said = message.headers.find(digestHeader);
    return said != message.headers.end() && said->second == contentDigest(message.body);
}

} // namespace

std::string contentDigest(std::string_view body) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(body.data()), body.size());
    std::array<char, sodium_base64_ENCODED_LEN(crypto_hash_sha256_BYTES, sodium_base64_VARIANT_ORIGINAL)>
        text{};
    sodium_bin2base64(text.data(), text.size(), hash.data(), hash.size(), sodium_base64_VARIANT_ORIGINAL);
    return std::string("sha-256=:").append(text.data()).append(":");
}

bool isIntact(const HttpCall& call) {
    return matches(call);
}

bool isIntact(const HttpAnswer& answer) {
    return matches(answer);
}

void addDigest(HttpCall& call) {
    call.headers[digestHeader] = contentDigest(call.body);
}

void addDigest(HttpAnswer& answer) {
    answer.headers[digestHeader] = contentDigest(answer.body);
}

} // namespace medicobus::sync
