// SPDX-License-Identifier: EUPL-1.2
#include "vault/recovery_code.h"

#include "vault/memory.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>

namespace medicobus::vault {
namespace {

constexpr std::size_t keyBytes = 32;
constexpr std::size_t checkBytes = 5;

std::array<unsigned char, checkBytes> checkOf(std::string_view key) {
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(key.data()),
                       key.size(), nullptr, 0);
    std::array<unsigned char, checkBytes> check{};
    std::copy_n(hash.begin(), checkBytes, check.begin());
    return check;
}

} // namespace

SecretText recoveryCodeOf(const Secret& recoveryKey) {
    const auto check = checkOf(recoveryKey.view());
    std::string bytes(recoveryKey.view());
    bytes.append(reinterpret_cast<const char*>(check.data()), check.size());
    std::string letters = toBase32(bytes);
    std::string groups = inGroupsOfFive(letters);
    SecretText code = SecretText::copyOf(groups);
    wipe(bytes);
    wipe(letters);
    wipe(groups);
    return code;
}

Result<Secret> readRecoveryCode(std::string_view text) {
    auto bytes = fromBase32(text);
    if (!bytes) {
        return Fault(std::move(bytes.error()));
    }
    const std::string_view key = std::string_view(*bytes).substr(0, std::min(bytes->size(), keyBytes));
    const auto check = checkOf(key);
    const bool isWhole = bytes->size() == keyBytes + checkBytes
                         && std::memcmp(bytes->data() + keyBytes, check.data(), checkBytes) == 0;
    Result<Secret> read = isWhole ? Result<Secret>(Secret::copyOf(key))
                                  : fault(medicobus::codes::badBase32, {{"cause", "check"}});
    wipe(*bytes);
    return read;
}

PublicKey recoveryPublicKey(const Secret& recoveryKey) {
    PublicKey publicKey{};
    crypto_scalarmult_base(publicKey.data(), recoveryKey.data());
    return publicKey;
}

} // namespace medicobus::vault
