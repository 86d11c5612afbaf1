// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <variant>

namespace medicobus::platform {

/// Bytes of a BLOB or bytea column.
struct Blob {
    std::string bytes;
};

/// A parameter of a statement; nullptr is NULL.
using SqlValue = std::variant<std::nullptr_t, std::int64_t, std::string, Blob>;

/// One row of an answer, good until the next.
class SqlRow {
public:
    virtual ~SqlRow() = default;
    virtual bool isNull(int column) const = 0;
    virtual std::int64_t whole(int column) const = 0;
    virtual std::string text(int column) const = 0;
    virtual std::string bytes(int column) const = 0;
};

/// Statements inside one transaction. The text is written once for both engines: parameters are `?1`, `?2`;
/// a final ` FOR UPDATE` is passed over where one writer at a time is the rule anyway. Statements are
/// prepared once a connection and known by their address, so give literals. Every function throws
/// `sync::StoreFailure`.
class SqlSession {
public:
    using Visit = std::function<void(const SqlRow&)>;
    virtual ~SqlSession() = default;

    /// Returns how many rows were changed, or read.
    virtual std::int64_t execute(const char* statement, std::span<const SqlValue> values,
                                 const Visit& visit) = 0;
    std::int64_t run(const char* statement, std::initializer_list<SqlValue> values = {},
                     const Visit& visit = {}) {
        return execute(statement, {values.begin(), values.size()}, visit);
    }
    /// Several statements without parameters, of a text made at run time.
    virtual void script(const std::string& statements) = 0;
};

enum class Access { Read, Write };

/// A database: SQLite in a file or in memory, or a PostgreSQL server.
class SqlEngine {
public:
    using Work = std::function<Result<void>(SqlSession&)>;
    virtual ~SqlEngine() = default;

    /// Runs the work in one transaction and commits when it returns no error. What is read is one state of
    /// the database; writers of SQLite run one after another. Errors: the work's, and those of
    /// `sync::HubStore::write`.
    [[nodiscard]] virtual Result<void> transact(Access access, const Work& work) = 0;
    /// Overwrites what was deleted, as far as the engine can.
    [[nodiscard]] virtual Result<void> expunge() = 0;
    /// The schema's text in the words of this engine.
    virtual std::string dialect(std::string schema) const = 0;
    /// Whether the hub's tables are there; until the transaction ends, no other process makes them.
    virtual bool hasTables(SqlSession& session) const = 0;
};

/// `file` may be `:memory:`. Errors: `hub.store_failed` (file, cause).
[[nodiscard]] Result<std::unique_ptr<SqlEngine>> openSqlite(const std::string& file);
/// `postgresql://…` as libpq reads it. Errors: `hub.store_failed` (cause).
[[nodiscard]] Result<std::unique_ptr<SqlEngine>> openPostgres(const std::string& url);

} // namespace medicobus::platform
