// SPDX-License-Identifier: EUPL-1.2
#include "platform/server/sql/engine.h"

#include "sync/hub/hub_store.h"

#include <pqxx/pqxx>

#include <algorithm>
#include <array>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

namespace medicobus::platform {

namespace {

// Every new connection: how long to wait for a lock, and how bytes are written.
constexpr auto sessionSettings =
    "SET lock_timeout = '10s'; SET statement_timeout = '60s'; SET bytea_output = 'hex'; "
    "SET client_min_messages = 'warning'; SET default_transaction_isolation = 'read committed'";

char hexDigit(unsigned value) {
    return "0123456789abcdef"[value & 0xFU];
}

/// The text form of bytea: `\x` and hexadecimal digits.
std::string hexOf(const std::string& bytes) {
    std::string out = "\\x";
    out.reserve(2 + bytes.size() * 2);
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        out += hexDigit(value >> 4U);
        out += hexDigit(value);
    }
    return out;
}

std::string bytesOf(std::string_view hex) {
    const auto valueOf = [](char digit) { return digit <= '9' ? digit - '0' : digit - 'a' + 10; };
    std::string out;
    out.reserve(hex.size() / 2);
    for (std::size_t i = 2; i + 1 < hex.size(); i += 2) {
        out += static_cast<char>(valueOf(hex[i]) * 16 + valueOf(hex[i + 1]));
    }
    return out;
}

std::optional<std::string> parameter(const SqlValue& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return std::to_string(*whole);
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        return *text;
    }
    if (const auto* blob = std::get_if<Blob>(&value)) {
        return hexOf(blob->bytes);
    }
    return std::nullopt;
}

class PostgresRow final : public SqlRow {
public:
    explicit PostgresRow(const pqxx::row& row) : m_row(row) {}
    bool isNull(int column) const override { return at(column).is_null(); }
    std::int64_t whole(int column) const override { return at(column).as<std::int64_t>(0); }
    std::string text(int column) const override { return std::string(at(column).c_str(), at(column).size()); }
    std::string bytes(int column) const override {
        return bytesOf(std::string_view(at(column).c_str(), at(column).size()));
    }

private:
    pqxx::field at(int column) const { return m_row[static_cast<pqxx::row::size_type>(column)]; }
    const pqxx::row& m_row;
};

/// As text; nothing is NULL.
using Parameters = std::vector<std::optional<std::string>>;
using Runner = pqxx::result (*)(pqxx::nontransaction&, const std::string&, const Parameters&);

const char* textOrNull(const std::optional<std::string>& value) {
    return value ? value->c_str() : nullptr;
}

template <std::size_t... Index>
Runner runnerOf(std::index_sequence<Index...> /*parameters*/) {
    return
        [](pqxx::nontransaction& plain, const std::string& name, [[maybe_unused]] const Parameters& values) {
            return plain.exec_prepared(name, textOrNull(values[Index])...);
        };
}

template <std::size_t... Count>
std::array<Runner, sizeof...(Count)> runnersOf(std::index_sequence<Count...> /*counts*/) {
    return {runnerOf(std::make_index_sequence<Count>())...};
}

/// By the number of parameters; an operation has the most.
constexpr std::size_t mostParameters = 20;
const auto runners = runnersOf(std::make_index_sequence<mostParameters + 1>());

/// One connection with the statements it has prepared. Transactions are said in SQL, and parameters given one
/// by one, so that the same code serves libpqxx 6 and 7.
class PostgresSession final : public SqlSession {
public:
    explicit PostgresSession(const std::string& url) : m_connection(url) { say(sessionSettings); }

    std::int64_t execute(const char* statement, std::span<const SqlValue> values,
                         const Visit& visit) override {
        return guarded([&] {
            Parameters parameters;
            std::transform(values.begin(), values.end(), std::back_inserter(parameters), parameter);
            const pqxx::result rows = query(prepared(statement), parameters);
            for (const auto& row : rows) {
                if (visit) {
                    visit(PostgresRow(row));
                }
            }
            return rows.columns() > 0 ? static_cast<std::int64_t>(rows.size())
                                      : static_cast<std::int64_t>(rows.affected_rows());
        });
    }
    void script(const std::string& statements) override {
        guarded([&]() -> std::int64_t {
            say(statements);
            return 0;
        });
    }
    /// False once a connection was lost: it must not be used again.
    bool isGood() const { return m_isGood; }
    bool isWithin() const { return m_isWithin; }
    void begin(Access access) {
        script(access == Access::Write ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        m_isWithin = true;
    }
    void end(bool isKept) {
        script(isKept ? "COMMIT" : "ROLLBACK");
        m_isWithin = false;
    }

private:
    void say(const std::string& statements) {
        pqxx::nontransaction plain(m_connection);
        plain.exec(statements);
    }
    const std::string& prepared(const char* statement) {
        std::string& name = m_prepared[statement];
        if (name.empty()) {
            std::string text(statement);
            std::replace(text.begin(), text.end(), '?', '$');
            const std::string chosen = "hub" + std::to_string(m_prepared.size());
            m_connection.prepare(chosen, text);
            name = chosen;
        }
        return name;
    }
    /// libpqxx 6 and 7 each have their own way to give a number of parameters that only the run knows, and
    /// share the one of a number that the compiler knows.
    pqxx::result query(const std::string& name, const Parameters& values) {
        pqxx::nontransaction plain(m_connection);
        return runners.at(values.size())(plain, name, values);
    }
    Fault failed(ErrorCode code, const std::exception& cause) {
        return fault(code, {{"cause", cause.what()}});
    }
    template <typename Work>
    std::int64_t guarded(Work&& work) {
        try {
            return std::forward<Work>(work)();
        } catch (const pqxx::disk_full& cause) {
            throw sync::StoreFailure(failed(sync::codes::storeFull, cause).value());
        } catch (const pqxx::broken_connection& cause) {
            m_isGood = false;
            throw sync::StoreFailure(failed(sync::codes::storeLost, cause).value());
        } catch (const pqxx::in_doubt_error& cause) {
            m_isGood = false;
            throw sync::StoreFailure(failed(sync::codes::storeLost, cause).value());
        } catch (const pqxx::sql_error& cause) {
            // 55P03: lock_timeout; 57014: statement_timeout.
            const bool isBusy = cause.sqlstate() == "55P03" || cause.sqlstate() == "57014";
            throw sync::StoreFailure(
                failed(isBusy ? sync::codes::storeBusy : sync::codes::storeFailed, cause).value());
        } catch (const sync::StoreFailure&) {
            throw;
        } catch (const std::exception& cause) {
            m_isGood = false;
            throw sync::StoreFailure(failed(sync::codes::storeFailed, cause).value());
        }
    }

    pqxx::connection m_connection;
    std::unordered_map<const char*, std::string> m_prepared;
    bool m_isGood = true;
    bool m_isWithin = false;
};

class PostgresEngine final : public SqlEngine {
public:
    explicit PostgresEngine(std::string url) : m_url(std::move(url)) {}

    Result<void> transact(Access access, const Work& work) override {
        auto session = take(access);
        if (!session) {
            return Fault(session.error());
        }
        auto done = within(**session, work);
        if ((*session)->isGood() && !(*session)->isWithin()) {
            const std::lock_guard lock(m_resting);
            m_sessions.push_back(std::move(*session));
        }
        return done;
    }

    Result<void> expunge() override {
        // Rewrites the table's file; what its log still holds goes when PostgreSQL recycles that.
        try {
            PostgresSession(m_url).script("VACUUM FULL envelopes");
            return {};
        } catch (const sync::StoreFailure& failure) {
            return Fault(failure.error());
        } catch (const std::exception& cause) {
            return fault(sync::codes::storeFailed, {{"cause", cause.what()}});
        }
    }

    std::string dialect(std::string schema) const override {
        for (const auto& [from, to] :
             std::array<std::pair<std::string_view, std::string_view>, 4>{{{" INTEGER", " BIGINT"},
                                                                           {" BLOB", " BYTEA"},
                                                                           {") STRICT", ")"},
                                                                           {"CAST('1' AS BYTEA)", "'1'"}}}) {
            for (auto at = schema.find(from); at != std::string::npos;
                 at = schema.find(from, at + to.size())) {
                schema.replace(at, from.size(), to);
            }
        }
        return "CREATE SCHEMA hub_access;" + schema;
    }
    bool hasTables(SqlSession& session) const override {
        session.run("SELECT pg_advisory_xact_lock(30313233)");
        return session.run("SELECT 1 WHERE to_regclass('hub_counter') IS NOT NULL") > 0;
    }

private:
    using Taken = Result<std::unique_ptr<PostgresSession>>;

    /// A connection inside a new transaction. One that has rested may have died since: then the next is
    /// tried, and in the end a new one.
    Taken take(Access access) {
        while (auto rested = resting()) {
            try {
                rested->begin(access);
                return rested;
            } catch (const sync::StoreFailure& failure) {
                if (rested->isGood()) {
                    return Fault(failure.error());
                }
            }
        }
        try {
            auto fresh = std::make_unique<PostgresSession>(m_url);
            fresh->begin(access);
            return fresh;
        } catch (const sync::StoreFailure& failure) {
            return Fault(failure.error());
        } catch (const std::exception& cause) {
            return fault(sync::codes::storeFailed, {{"cause", cause.what()}});
        }
    }
    std::unique_ptr<PostgresSession> resting() {
        const std::lock_guard lock(m_resting);
        if (m_sessions.empty()) {
            return nullptr;
        }
        auto session = std::move(m_sessions.back());
        m_sessions.pop_back();
        return session;
    }
    static Result<void> within(PostgresSession& session, const SqlEngine::Work& work) {
        try {
            auto done = work(session);
            session.end(done.has_value());
            return done;
        } catch (const sync::StoreFailure& failure) {
            if (session.isGood()) {
                try {
                    session.end(false);
                } catch (const sync::StoreFailure&) {
                    // Not handed out again: the server rolls back when it closes.
                }
            }
            return Fault(failure.error());
        }
    }

    const std::string m_url;
    std::mutex m_resting;
    std::vector<std::unique_ptr<PostgresSession>> m_sessions;
};

} // namespace

Result<std::unique_ptr<SqlEngine>> openPostgres(const std::string& url) {
    auto engine = std::make_unique<PostgresEngine>(url);
    if (auto reached = engine->transact(Access::Read, [](SqlSession&) -> Result<void> { return {}; });
        !reached) {
        return Fault(reached.error());
    }
    return engine;
}

} // namespace medicobus::platform
