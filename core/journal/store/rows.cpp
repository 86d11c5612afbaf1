// SPDX-License-Identifier: EUPL-1.2
#include "journal/store/rows.h"

#include "base/json/text.h"
#include "journal/codes.h"

#include <fmt/format.h>

#include <algorithm>

namespace medicobus::journal {
namespace {

template <std::size_t Size>
bool readBytes(const SQLite::Column& column, std::array<std::uint8_t, Size>& bytes) {
    if (!column.isBlob() || column.getBytes() != static_cast<int>(Size)) {
        return false;
    }
    const auto* from = static_cast<const std::uint8_t*>(column.getBlob());
    std::copy_n(from, Size, bytes.begin());
    return true;
}

std::optional<std::string> textOrNothing(const SQLite::Column& column) {
    if (column.isNull()) {
        return std::nullopt;
    }
    return column.getString();
}

} // namespace

void bindBytes(SQLite::Statement& statement, int index, const void* bytes, std::size_t count) {
    statement.bind(index, bytes, static_cast<int>(count));
}

Uuid uuidOf(const SQLite::Column& column) {
    std::array<std::uint8_t, 16> bytes{};
    return readBytes(column, bytes) ? Uuid(bytes) : Uuid();
}

Result<Operation> readRow(const SQLite::Statement& row) {
    Operation operation;
    operation.id = {uuidOf(row.getColumn(0))};
    operation.device = {uuidOf(row.getColumn(1))};
    operation.seq = row.getColumn(2).getInt64();
    operation.time = HybridTime::unpack(row.getColumn(3).getInt64());
    operation.actor = row.getColumn(4).getString();
    operation.subject = {row.getColumn(5).getString(), row.getColumn(6).getString()};
    operation.kind = row.getColumn(7).getString();
    operation.schemaVersion = row.getColumn(8).getInt();
    operation.open = parseJson(row.getColumn(9).getString());
    operation.sealed = textOrNothing(row.getColumn(10));
    operation.sealKey = textOrNothing(row.getColumn(11));
    bool isWhole =
        readBytes(row.getColumn(12), operation.previousHash) && readBytes(row.getColumn(13), operation.hash);
    if (!row.getColumn(14).isNull()) {
        isWhole = readBytes(row.getColumn(14), operation.signature.emplace()) && isWhole;
    }
    if (!isWhole || operation.id.value.isNil() || operation.device.value.isNil()
        || !operation.open.is_object()) {
        return fault(codes::unreadable,
                     {{"device", operation.device.text()}, {"seq", std::to_string(operation.seq)}});
    }
    return operation;
}

RowWriter::RowWriter(Connection& db)
    : m_db(db),
      m_insert(db.ready(
          fmt::format("INSERT INTO operations ({}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", rowColumns))) {}

std::int64_t RowWriter::write(const Operation& operation) {
    SQLite::Statement& insert = m_insert;
    insert.reset();
    insert.clearBindings();
    bindBytes(insert, 1, operation.id.value.bytes().data(), 16);
    bindBytes(insert, 2, operation.device.value.bytes().data(), 16);
    insert.bind(3, operation.seq);
    insert.bind(4, operation.time.packed());
    insert.bind(5, operation.actor);
    insert.bind(6, operation.subject.type);
    insert.bind(7, operation.subject.id);
    insert.bind(8, operation.kind);
    insert.bind(9, operation.schemaVersion);
    insert.bind(10, jsonText(operation.open));
    if (operation.sealed) {
        bindBytes(insert, 11, operation.sealed->data(), operation.sealed->size());
    }
    if (operation.sealKey) {
        insert.bind(12, *operation.sealKey);
    }
    bindBytes(insert, 13, operation.previousHash.data(), operation.previousHash.size());
    bindBytes(insert, 14, operation.hash.data(), operation.hash.size());
    if (operation.signature) {
        bindBytes(insert, 15, operation.signature->data(), operation.signature->size());
    }
    insert.exec();
    insert.reset();
    return m_db.getLastInsertRowid();
}

Result<void> eachRow(const SQLite::Database& db, std::string_view rest,
                     const std::function<void(SQLite::Statement&)>& bind,
                     const std::function<Result<void>(const Operation&)>& visit) {
    SQLite::Statement select(db, fmt::format("SELECT {} FROM operations {}", rowColumns, rest));
    if (bind) {
        bind(select);
    }
    while (select.executeStep()) {
        const auto operation = readRow(select);
        if (!operation) {
            return Fault(operation.error());
        }
        if (auto visited = visit(*operation); !visited) {
            return visited;
        }
    }
    return {};
}

ChainEnd chainEnd(const SQLite::Database& db, DeviceId device) {
    SQLite::Statement last(db, "SELECT seq, hash FROM operations WHERE device = ? ORDER BY seq DESC LIMIT 1");
    bindBytes(last, 1, device.value.bytes().data(), 16);
    ChainEnd end;
    if (last.executeStep()) {
        end.seq = last.getColumn(0).getInt64();
        readBytes(last.getColumn(1), end.hash);
    }
    return end;
}

HybridTime latestTime(const SQLite::Database& db) {
    SQLite::Statement latest(db, "SELECT max(hybrid_time) FROM operations");
    latest.executeStep();
    return HybridTime::unpack(latest.getColumn(0).getInt64());
}

DeviceId addIdentity(SQLite::Database& db, const Clock& clock, const Entropy& entropy) {
    const DeviceId device = DeviceId::make(clock.now(), entropy);
    SQLite::Statement insert(db, "INSERT INTO identities (id) VALUES (?)");
    bindBytes(insert, 1, device.value.bytes().data(), 16);
    insert.exec();
    return device;
}

} // namespace medicobus::journal
