// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "journal/operation.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sodium.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace medicobus::journal {

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

/// Takes a table's name, its columns' number and its rows, in an order that is theirs alone, and returns how
/// many rows there are.
/// Throws SQLite's exceptions.
std::int64_t addTable(Digest& digest, const SQLite::Database& db, const std::string& table);

} // namespace medicobus::journal
