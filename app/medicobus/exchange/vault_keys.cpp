// SPDX-License-Identifier: EUPL-1.2
#include "exchange/vault_keys.h"

#include "workspace.h"

namespace medicobus::app {

Result<sync::Signature> VaultKeys::sign(std::string_view bytes) {
    const vault::Vault* vault = m_workspace.vault();
    return vault ? vault->sign(bytes) : fault(vault::codes::locked);
}

sync::PublicKey VaultKeys::publicKey() const {
    const vault::Vault* vault = m_workspace.vault();
    return vault ? vault->signPublicKey() : sync::PublicKey{};
}

} // namespace medicobus::app
