// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/hub/identity.h"

namespace medicobus::sync {

/// Writes what the hub decides, as operations of its own chain, within one writing transaction.
class Author {
public:
    Author(HubTransaction& transaction, const Identity& identity, const Clock& clock, const Entropy& entropy);

    /// Appends one operation later than `after`, so that whoever reads in hybrid order meets the decision
    /// behind what it decides on. `audience` sees it whatever its role.
    journal::Operation write(journal::Subject subject, std::string kind, Json open, HybridTime after = {},
                             const std::optional<DeviceId>& audience = std::nullopt);

    Instant now() const { return m_clock.now(); }
    Uuid newUuid() const { return Uuid::v7(m_clock.now(), m_entropy); }

private:
    HubTransaction& m_transaction;
    const Identity& m_identity;
    const Clock& m_clock;
    const Entropy& m_entropy;
};

} // namespace medicobus::sync
