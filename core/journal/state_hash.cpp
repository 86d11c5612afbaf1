// SPDX-License-Identifier: EUPL-1.2
#include "journal/state.h"
#include "journal/store/sqlite_error.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>

namespace medicobus::journal {
namespace {

/// Takes values one after another, each with its type and length, so that no two rows look alike.
class Digest {
public:
    Digest() { crypto_generichash_init(&m_state, nullptr, 0, sizeof(Hash)); }

    void bytes(char type, const void* data, std::size_t size) {
        const auto length = static_cast<std::uint64_t>(size);
        std::array<unsigned char, 9> head{static_cast<unsigned char>(type)};
        for (std::size_t at = 0; at < 8; ++at) {
            head[at + 1] = static_cast<unsigned char>(length >> (8 * at));
        }
        crypto_generichash_update(&m_state, head.data(), head.size());
        crypto_generichash_update(&m_state, static_cast<const unsigned char*>(data), size);
    }
    void text(std::string_view value) { bytes('t', value.data(), value.size()); }
    void column(const SQLite::Column& column) {
        if (column.isNull()) {
            bytes('n', nullptr, 0);
        } else if (column.isInteger()) {
            text(std::to_string(column.getInt64()));
        } else {
            bytes(column.isBlob() ? 'b' : 's', column.getBlob(), static_cast<std::size_t>(column.getBytes()));
        }
    }
    Hash take() {
        Hash hash{};
        crypto_generichash_final(&m_state, hash.data(), hash.size());
        return hash;
    }

private:
    crypto_generichash_state m_state;
};

void addTable(Digest& digest, const SQLite::Database& db, const std::string& table) {
    digest.text(table);
    SQLite::Statement shape(db, fmt::format("SELECT count(*) FROM pragma_table_info({})", quoted(table)));
    shape.executeStep();
    std::string order = "1";
    for (int column = 2; column <= shape.getColumn(0).getInt(); ++column) {
        order += fmt::format(",{}", column);
    }
    SQLite::Statement rows(db, fmt::format("SELECT * FROM {} ORDER BY {}", quoted(table), order));
    while (rows.executeStep()) {
        for (int column = 0; column < rows.getColumnCount(); ++column) {
            digest.column(rows.getColumn(column));
        }
    }
}

} // namespace

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
