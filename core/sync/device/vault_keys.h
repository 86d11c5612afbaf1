// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/device/keys.h"
#include "vault/vault.h"

namespace medicobus::sync {

/// The device's key as its vault holds it; the vault must outlive it.
class VaultKeys final : public DeviceKeys {
public:
    explicit VaultKeys(const vault::Vault& vault) : m_vault(vault) {}

    Result<Signature> sign(std::string_view bytes) override { return m_vault.sign(bytes); }
    PublicKey publicKey() const override { return m_vault.signPublicKey(); }

private:
    const vault::Vault& m_vault;
};

} // namespace medicobus::sync
