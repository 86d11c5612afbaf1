// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/oracle/ledger.h"

#include <fmt/format.h>

namespace medicobus::simulation {

void Ledger::acknowledged(const std::vector<journal::Operation>& operations) {
    for (const journal::Operation& each : operations) {
        End& end = m_last[each.device];
        if (each.seq > end.seq) {
            end = {each.seq, each.hash, each.kind};
        }
    }
}

std::int64_t Ledger::last(const Chain& chain) const {
    const auto found = m_last.find(chain);
    return found == m_last.end() ? 0 : found->second.seq;
}

std::optional<Violation> Ledger::expectIn(const std::string& store, const Chain& chain,
                                          const Lookup& lookup) const {
    const auto end = m_last.find(chain);
    if (end == m_last.end()) {
        return std::nullopt;
    }
    const auto hash = lookup(chain, end->second.seq);
    if (hash == end->second.hash) {
        return std::nullopt;
    }
    return Violation{Guarantee::NothingLost,
                     fmt::format("{} {} {} of chain {} ({}), which its device said was stored", store,
                                 hash ? "holds another" : "lacks", end->second.seq, chain.text(),
                                 end->second.kind)};
}

std::optional<Violation> Ledger::expectAllIn(const std::string& store, const Lookup& lookup) const {
    for (const auto& [chain, end] : m_last) {
        if (auto broken = expectIn(store, chain, lookup)) {
            return broken;
        }
    }
    return std::nullopt;
}

void Ledger::each(const std::function<void(const Chain&, std::int64_t)>& visit) const {
    for (const auto& [chain, end] : m_last) {
        for (std::int64_t seq = 1; seq <= end.seq; ++seq) {
            visit(chain, seq);
        }
    }
}

} // namespace medicobus::simulation
