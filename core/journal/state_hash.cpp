// SPDX-License-Identifier: EUPL-1.2
#include "journal/audit/digest.h"
#include "journal/state.h"
#include "journal/store/sqlite_error.h"

#include <fmt/format.h>

#include <algorithm>

namespace medicobus::journal {
Result<Hash> Journal::stateHash() const {
    const SQLite::Database& db = *m_state->reader;
    return guarded(&db, m_state->path, [&]() -> Result<Hash> {
        std::vector<std::string> tables;
        for (const auto& projection : m_state->projections) {
            for (const std::string& table : projection->tables()) {
                tables.push_back(table);
            }
        }
        std::sort(tables.begin(), tables.end());
        Digest digest;
        for (const std::string& table : tables) {
            addTable(digest, db, table);
        }
        return digest.take();
    });
}

Result<Hash> Journal::operationsHash() const {
    const SQLite::Database& db = *m_state->reader;
    return guarded(&db, m_state->path, [&]() -> Result<Hash> {
        Digest digest;
        SQLite::Statement rows(
            db, fmt::format("SELECT hash FROM operations WHERE {} ORDER BY {}", thatCount, replayOrder));
        while (rows.executeStep()) {
            digest.column(rows.getColumn(0));
        }
        return digest.take();
    });
}

} // namespace medicobus::journal
