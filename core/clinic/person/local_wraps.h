// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "journal/journal.h"
#include "vault/wrap_store.h"

namespace medicobus::clinic {

/// Keeps the wrapped keys among the store's own values, so that a copy of the store has them.
class LocalWraps : public vault::WrapStore {
public:
    explicit LocalWraps(journal::Journal& journal) : m_journal(journal) {}

    Result<std::optional<std::string>> load() override { return m_journal.local(key); }
    Result<void> save(std::string_view json) override { return m_journal.setLocal(key, json); }

private:
    static constexpr std::string_view key = "vault/wraps";

    journal::Journal& m_journal;
};

} // namespace medicobus::clinic
