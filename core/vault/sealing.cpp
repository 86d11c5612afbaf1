// SPDX-License-Identifier: EUPL-1.2
#include "vault/sealing.h"

#include "vault/codes.h"

#include <sodium.h>

#include <algorithm>

namespace medicobus::vault {
namespace {

constexpr char version = 0x01;
constexpr std::size_t nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(sealOverhead == 1 + nonceBytes + tagBytes);

const std::uint8_t* bytesOf(std::string_view text) {
    return reinterpret_cast<const std::uint8_t*>(text.data());
}

void addText(std::string& out, std::string_view text) {
    const auto size = static_cast<std::uint32_t>(text.size());
    for (const int shift : {24, 16, 8, 0}) {
        out += static_cast<char>(size >> shift & 0xFFU);
    }
    out += text;
}

std::string boundData(std::string_view domain, std::string_view keyId, const Place& place) {
    std::string bound;
    bound.reserve(20 + domain.size() + keyId.size() + place.table.size() + place.column.size()
                  + place.row.size());
    for (const std::string_view part : {domain, place.table, place.column, place.row, keyId}) {
        addText(bound, part);
    }
    return bound;
}

} // namespace

std::string seal(const std::uint8_t* key, std::string_view domain, std::string_view keyId, const Place& place,
                 std::string_view text) {
    const std::string bound = boundData(domain, keyId, place);
    std::string sealed(text.size() + sealOverhead, '\0');
    sealed[0] = version;
    auto* nonce = reinterpret_cast<std::uint8_t*>(sealed.data()) + 1;
    randombytes_buf(nonce, nonceBytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + nonceBytes, nullptr, bytesOf(text), text.size(),
                                               bytesOf(bound), bound.size(), nullptr, nonce, key);
    return sealed;
}

bool openInto(std::span<std::uint8_t> text, const std::uint8_t* key, std::string_view domain,
              std::string_view keyId, const Place& place, std::string_view sealed) {
    if (sealed.size() < sealOverhead || sealed[0] != version || text.size() != sealed.size() - sealOverhead) {
        return false;
    }
    const std::string bound = boundData(domain, keyId, place);
    const std::uint8_t* nonce = bytesOf(sealed) + 1;
    return crypto_aead_xchacha20poly1305_ietf_decrypt(text.data(), nullptr, nullptr, nonce + nonceBytes,
                                                      text.size() + tagBytes, bytesOf(bound), bound.size(),
                                                      nonce, key)
           == 0;
}

Result<SecretText> open(const std::uint8_t* key, std::string_view domain, std::string_view keyId,
                        const Place& place, std::string_view sealed) {
    SecretText text(sealed.size() - std::min(sealed.size(), sealOverhead));
    if (!openInto(text.bytes(), key, domain, keyId, place, sealed)) {
        return fault(codes::altered, {{"key", std::string(place.table) + '.' + std::string(place.column)}});
    }
    return text;
}

} // namespace medicobus::vault
