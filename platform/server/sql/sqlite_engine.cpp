// SPDX-License-Identifier: EUPL-1.2
#include "platform/server/sql/engine.h"

#include "journal/codes.h"
#include "journal/store/files.h"
#include "journal/store/sqlite_error.h"
#include "sync/hub/hub_store.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <filesystem>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace medicobus::platform {

namespace {

constexpr int patienceMillis = 10000;
constexpr std::string_view forUpdate = " FOR UPDATE";

Error storeError(const Error& cause) {
    using namespace sync::codes;
    namespace journalCodes = journal::codes;
    const ErrorCode code = cause.code() == journalCodes::busy       ? storeBusy
                           : cause.code() == journalCodes::diskFull ? storeFull
                                                                    : storeFailed;
    Error error(code);
    error.with("cause",
               std::string(cause.detail("cause").empty() ? cause.code().name : cause.detail("cause")));
    error.with("file", std::string(cause.detail("file")));
    return error;
}

class SqliteRow final : public SqlRow {
public:
    explicit SqliteRow(const SQLite::Statement& statement) : m_statement(statement) {}
    bool isNull(int column) const override { return m_statement.getColumn(column).isNull(); }
    std::int64_t whole(int column) const override { return m_statement.getColumn(column).getInt64(); }
    std::string text(int column) const override { return m_statement.getColumn(column).getString(); }
    std::string bytes(int column) const override { return m_statement.getColumn(column).getString(); }

private:
    const SQLite::Statement& m_statement;
};

void bind(SQLite::Statement& statement, int index, const SqlValue& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        statement.bind(index, *whole);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        statement.bindNoCopy(index, *text);
    } else if (const auto* blob = std::get_if<Blob>(&value)) {
        statement.bindNoCopy(index, blob->bytes.data(), static_cast<int>(blob->bytes.size()));
    } else {
        statement.bind(index);
    }
}

/// One connection with the statements it has prepared.
class SqliteSession final : public SqlSession {
public:
    SqliteSession(const std::string& file, const std::string& accessFile)
        : m_file(file), m_db(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, patienceMillis) {
        SQLite::Statement attach(m_db, "ATTACH ? AS hub_access");
        attach.bind(1, accessFile);
        attach.exec();
        m_db.exec("PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON");
        m_db.execAndGet("PRAGMA main.journal_mode = WAL");
        m_db.execAndGet("PRAGMA hub_access.journal_mode = WAL");
        m_db.exec("PRAGMA main.synchronous = FULL; PRAGMA hub_access.synchronous = FULL");
    }

    std::int64_t execute(const char* statement, std::span<const SqlValue> values,
                         const Visit& visit) override {
        return guarded([&]() -> Result<std::int64_t> {
            SQLite::Statement& ready = prepared(statement);
            int index = 0;
            for (const SqlValue& value : values) {
                bind(ready, ++index, value);
            }
            std::int64_t rows = 0;
            const SqliteRow row(ready);
            const Reset reset{ready};
            while (ready.executeStep()) {
                ++rows;
                if (visit) {
                    visit(row);
                }
            }
            return ready.getColumnCount() > 0 ? rows : m_db.getChanges();
        });
    }
    void script(const std::string& statements) override {
        guarded([&]() -> Result<std::int64_t> {
            m_db.exec(statements);
            return 0;
        });
    }

    SQLite::Database& database() { return m_db; }
    const std::string& file() const { return m_file; }

private:
    /// Leaves the statement ready for its next use, whatever happens in this one.
    struct Reset {
        SQLite::Statement& statement;
        ~Reset() {
            statement.tryReset();
            try {
                statement.clearBindings();
            } catch (const SQLite::Exception&) {
                // They are bound again before the next use.
            }
        }
    };

    SQLite::Statement& prepared(const char* statement) {
        auto& slot = m_prepared[statement];
        if (!slot) {
            std::string text(statement);
            if (text.ends_with(forUpdate)) {
                text.resize(text.size() - forUpdate.size());
            }
            slot = std::make_unique<SQLite::Statement>(m_db, text);
        }
        return *slot;
    }
    template <typename Work>
    std::int64_t guarded(Work&& work) {
        auto done = journal::guarded(&m_db, m_file, std::forward<Work>(work));
        if (!done) {
            throw sync::StoreFailure(storeError(done.error()));
        }
        return *done;
    }

    std::string m_file;
    SQLite::Database m_db;
    std::unordered_map<const char*, std::unique_ptr<SQLite::Statement>> m_prepared;
};

class SqliteEngine final : public SqlEngine {
public:
    SqliteEngine(std::string file, std::string accessFile)
        : m_file(std::move(file)),
          m_accessFile(std::move(accessFile)),
          m_isMemory(m_file == ":memory:"),
          m_writer(std::make_unique<SqliteSession>(m_file, m_accessFile)) {}

    Result<void> transact(Access access, const Work& work) override {
        if (access == Access::Write || m_isMemory) {
            const std::lock_guard lock(m_writing);
            return within(*m_writer, access, work);
        }
        auto reader = takeReader();
        if (!reader) {
            return Fault(reader.error());
        }
        auto done = within(**reader, access, work);
        const std::lock_guard lock(m_resting);
        m_readers.push_back(std::move(*reader));
        return done;
    }

    Result<void> expunge() override {
        const std::lock_guard lock(m_writing);
        std::int64_t busy = 0;
        try {
            m_writer->run("PRAGMA main.wal_checkpoint(TRUNCATE)", {},
                          [&](const SqlRow& row) { busy = row.whole(0); });
        } catch (const sync::StoreFailure& failure) {
            return Fault(failure.error());
        }
        return busy == 0 ? Result<void>() : fault(sync::codes::storeBusy, {{"file", m_file}});
    }

    std::string dialect(std::string schema) const override { return schema; }
    bool hasTables(SqlSession& session) const override {
        return session.run("SELECT 1 FROM main.sqlite_schema WHERE name = 'hub_counter'", {}) > 0;
    }

private:
    Result<void> within(SqliteSession& session, Access access, const Work& work) {
        try {
            session.script(access == Access::Write ? "BEGIN IMMEDIATE" : "BEGIN");
            auto done = work(session);
            session.script(done ? "COMMIT" : "ROLLBACK");
            return done;
        } catch (const sync::StoreFailure& failure) {
            rollBack(session);
            return Fault(failure.error());
        } catch (...) {
            // Whatever else the work throws is its caller's, but the connection is ours.
            rollBack(session);
            throw;
        }
    }
    static void rollBack(SqliteSession& session) {
        if (sqlite3_get_autocommit(session.database().getHandle()) == 0) {
            session.database().tryExec("ROLLBACK");
        }
    }
    Result<std::unique_ptr<SqliteSession>> takeReader() {
        {
            const std::lock_guard lock(m_resting);
            if (!m_readers.empty()) {
                auto reader = std::move(m_readers.back());
                m_readers.pop_back();
                return reader;
            }
        }
        auto opened = journal::guarded(nullptr, m_file, [&]() -> Result<std::unique_ptr<SqliteSession>> {
            return std::make_unique<SqliteSession>(m_file, m_accessFile);
        });
        if (!opened) {
            return Fault(storeError(opened.error()));
        }
        return opened;
    }

    const std::string m_file;
    const std::string m_accessFile;
    const bool m_isMemory;
    std::mutex m_writing;
    std::unique_ptr<SqliteSession> m_writer;
    std::mutex m_resting;
    std::vector<std::unique_ptr<SqliteSession>> m_readers;
};

} // namespace

Result<std::unique_ptr<SqlEngine>> openSqlite(const std::string& file) {
    std::string accessFile = file;
    if (file != ":memory:") {
        std::filesystem::path access(file);
        access.replace_extension(".access.db");
        accessFile = access.string();
        for (const std::string& each : {file, accessFile}) {
            if (auto prepared = journal::prepareFile(each, true); !prepared) {
                return Fault(storeError(prepared.error()));
            }
        }
    }
    auto opened = journal::guarded(nullptr, file, [&]() -> Result<std::unique_ptr<SqlEngine>> {
        return std::make_unique<SqliteEngine>(file, accessFile);
    });
    if (!opened) {
        return Fault(storeError(opened.error()));
    }
    return opened;
}

} // namespace medicobus::platform
