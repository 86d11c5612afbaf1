// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/wire/codec.h"

#include <sodium.h>

namespace medicobus::bench {

/// An Ed25519 key of one simulated device.
class Signer {
public:
    Signer() { crypto_sign_keypair(m_public.data(), m_secret.data()); }

    sync::PublicKey publicKey() const { return m_public; }
    sync::Signature sign(std::string_view bytes) const {
        sync::Signature signature{};
        crypto_sign_detached(signature.data(), nullptr, reinterpret_cast<const unsigned char*>(bytes.data()),
                             bytes.size(), m_secret.data());
        return signature;
    }

private:
    sync::PublicKey m_public{};
    std::array<unsigned char, 64> m_secret{};
};

} // namespace medicobus::bench
