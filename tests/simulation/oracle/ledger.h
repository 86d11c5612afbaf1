// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "journal/operation.h"
#include "tests/simulation/oracle/violation.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace medicobus::simulation {

/// Every change that a device said was stored, by chain and number (G1).
class Ledger {
public:
    using Chain = journal::DeviceId;
    /// The hash under a number of a chain in some store; nothing when it is not there.
    using Lookup = std::function<std::optional<journal::Hash>(const Chain&, std::int64_t seq)>;

    /// Operations of one chain that were just acknowledged.
    void acknowledged(const std::vector<journal::Operation>& operations);
    /// The last number acknowledged of a chain; 0 for none.
    std::int64_t last(const Chain& chain) const;
    /// Whether a store has all of a chain: as hashes are linked, its last one vouches for those before.
    std::optional<Violation> expectIn(const std::string& store, const Chain& chain,
                                      const Lookup& lookup) const;
    /// The same for every chain that is not excused.
    std::optional<Violation> expectAllIn(const std::string& store, const Lookup& lookup) const;
    /// Calls for each number acknowledged of every chain that is not excused.
    void each(const std::function<void(const Chain&, std::int64_t seq)>& visit) const;
    /// What is not at hand any more: the rest of a revoked device's chain.
    void excuse(const Chain& chain) { m_last.erase(chain); }

private:
    struct End {
        std::int64_t seq = 0;
        journal::Hash hash{};
        std::string kind;
    };
    std::map<Chain, End> m_last;
};

} // namespace medicobus::simulation
