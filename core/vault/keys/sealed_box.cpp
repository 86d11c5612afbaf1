// SPDX-License-Identifier: EUPL-1.2
#include "vault/keys/sealed_box.h"

#include "vault/codes.h"

#include <sodium.h>

namespace medicobus::vault {

std::string sealBox(const PublicKey& publicKey, std::string_view text) {
    std::string box(text.size() + crypto_box_SEALBYTES, '\0');
    if (crypto_box_seal(reinterpret_cast<std::uint8_t*>(box.data()),
                        reinterpret_cast<const std::uint8_t*>(text.data()), text.size(), publicKey.data())
        != 0) {
        return {};
    }
    return box;
}

Result<Secret> openBox(const PublicKey& publicKey, const Secret& secretKey, std::string_view box) {
    if (box.size() < crypto_box_SEALBYTES || secretKey.size() != crypto_box_SECRETKEYBYTES) {
        return fault(codes::altered, {{"key", "box"}});
    }
    Secret text(box.size() - crypto_box_SEALBYTES);
    if (crypto_box_seal_open(text.data(), reinterpret_cast<const std::uint8_t*>(box.data()), box.size(),
                             publicKey.data(), secretKey.data())
        != 0) {
        return fault(codes::altered, {{"key", "box"}});
    }
    return text;
}

} // namespace medicobus::vault
