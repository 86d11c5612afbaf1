// SPDX-License-Identifier: EUPL-1.2
#include "sync/digest.h"

#include <sodium.h>

#include <array>

namespace medicobus::sync {
namespace {

constexpr std::string_view sha256Key = "sha-256=";
constexpr std::string_view blake2bKey = "blake2b-256=";

template <typename Message>
bool matches(const Message& message) {
    const auto said = message.headers.find(digestHeader);
    if (said == message.headers.end()) {
        return false;
    }
    const Digest digest = said->second.starts_with(blake2bKey) ? Digest::Blake2b : Digest::Sha256;
    return said->second == contentDigest(message.body, digest);
}

} // namespace

std::string contentDigest(std::string_view body, Digest digest) {
    static_assert(crypto_hash_sha256_BYTES == crypto_generichash_BYTES);
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    const auto* bytes = reinterpret_cast<const unsigned char*>(body.data());
    if (digest == Digest::Blake2b) {
        // Chooses the processor's fastest implementation; the hash is the same without it.
        [[maybe_unused]] static const int started = sodium_init();
        crypto_generichash(hash.data(), hash.size(), bytes, body.size(), nullptr, 0);
    } else {
        crypto_hash_sha256(hash.data(), bytes, body.size());
    }
    std::array<char, sodium_base64_ENCODED_LEN(crypto_hash_sha256_BYTES, sodium_base64_VARIANT_ORIGINAL)>
        text{};
    sodium_bin2base64(text.data(), text.size(), hash.data(), hash.size(), sodium_base64_VARIANT_ORIGINAL);
    return std::string(digest == Digest::Blake2b ? blake2bKey : sha256Key)
        .append(":")
        .append(text.data())
        .append(":");
}

Digest wantedDigest(const HttpCall& call) {
    const auto wanted = call.headers.find(wantedDigestHeader);
    const bool isOurs = wanted != call.headers.end() && wanted->second.find(blake2bKey) != std::string::npos;
    return isOurs ? Digest::Blake2b : Digest::Sha256;
}

bool isIntact(const HttpCall& call) {
    return matches(call);
}

bool isIntact(const HttpAnswer& answer) {
    return matches(answer);
}

void addDigest(HttpCall& call, Digest digest) {
    call.headers[digestHeader] = contentDigest(call.body, digest);
}

void addDigest(HttpAnswer& answer, Digest digest) {
    answer.headers[digestHeader] = contentDigest(answer.body, digest);
}

} // namespace medicobus::sync
