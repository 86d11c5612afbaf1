// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "journal/operation.h"
#include "journal/store/connection.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

// Operations as rows. These functions throw SQLite's exceptions; the public ones above them do not.

namespace medicobus::journal {

/// The columns that `readRow` expects first, in order.
inline constexpr std::string_view rowColumns =
    "id, device, seq, hybrid_time, actor, subject_type, subject_id, kind, schema_version, open_body, "
    "sealed_body, seal_key, previous_hash, hash, signature";
inline constexpr std::string_view replayOrder = "hybrid_time, device, seq";
/// Of which operations the projections are made: a hub rejected the others.
inline constexpr std::string_view thatCount =
    "id NOT IN (SELECT operation FROM verdicts WHERE verdict = 'rejected')";

/// The operation under a statement's cursor. Error: `journal.unreadable_operation` with device and seq.
[[nodiscard]] Result<Operation> readRow(const SQLite::Statement& row);

/// Stores finished operations, with one statement for all of them.
class RowWriter {
public:
    explicit RowWriter(Connection& db);
    /// Returns the position in this file.
    std::int64_t write(const Operation& operation);

private:
    Connection& m_db;
    SQLite::Statement& m_insert;
};

/// Calls `visit` for each operation that `rest` (WHERE and ORDER BY) selects, its parameters bound by `bind`.
[[nodiscard]] Result<void> eachRow(const SQLite::Database& db, std::string_view rest,
                                   const std::function<void(SQLite::Statement&)>& bind,
                                   const std::function<Result<void>(const Operation&)>& visit);

/// The place of the last operation of a device, from which the next continues.
struct ChainEnd {
    std::int64_t seq = 0;
    Hash hash{};
};
ChainEnd chainEnd(const SQLite::Database& db, DeviceId device);

/// The latest hybrid time stored, of any device.
HybridTime latestTime(const SQLite::Database& db);

/// Adds an identity under which this file will number its operations from 1, and makes it the current one.
DeviceId addIdentity(SQLite::Database& db, const Clock& clock, const Entropy& entropy);

void bindBytes(SQLite::Statement& statement, int index, const void* bytes, std::size_t count);
/// Reads a 16-byte identifier; nil when the column holds anything else.
Uuid uuidOf(const SQLite::Column& column);

} // namespace medicobus::journal
