// SPDX-License-Identifier: EUPL-1.2
#include "sync/hub/rules/author.h"

#include <sodium.h>

namespace medicobus::sync {

Author::Author(HubTransaction& transaction, const Identity& identity, const Clock& clock,
               const Entropy& entropy)
    : m_transaction(transaction), m_identity(identity), m_clock(clock), m_entropy(entropy) {}

journal::Operation Author::write(journal::Subject subject, std::string kind, Json open, HybridTime after,
                                 const std::optional<DeviceId>& audience) {
    const ChainHead head = m_transaction.chainHead(m_identity.device);
    journal::Operation operation;
    operation.id = {newUuid()};
    operation.device = m_identity.device;
    operation.seq = head.seq + 1;
    operation.time = HybridClock(m_clock, std::max(head.time, after)).tick();
    operation.actor = "hub";
    operation.subject = std::move(subject);
    operation.kind = std::move(kind);
    operation.open = std::move(open);
    operation.previousHash = head.hash;
    const auto hash = journal::hashOf(operation);
    if (!hash) {
        throw StoreFailure(hash.error());
    }
    operation.hash = *hash;
    Signature signature{};
    crypto_sign_detached(signature.data(), nullptr, operation.hash.data(), operation.hash.size(),
                         m_identity.signKey.data());
    operation.signature = signature;
    m_transaction.append(operation, {}, audience);
    return operation;
}

} // namespace medicobus::sync
