// SPDX-License-Identifier: EUPL-1.2
#include "platform/server/sql/hub_store.h"

#include "platform/server/sql/hub_transaction.h"
#include "platform/server/sql/schema.h"

namespace medicobus::platform {

Result<std::unique_ptr<SqlHubStore>> SqlHubStore::open(std::unique_ptr<SqlEngine> engine) {
    if (auto prepared = prepareSchema(*engine); !prepared) {
        return Fault(prepared.error());
    }
    return std::unique_ptr<SqlHubStore>(new SqlHubStore(std::move(engine)));
}

Result<void> SqlHubStore::write(const Work& work) {
    return m_engine->transact(Access::Write, [&](SqlSession& session) -> Result<void> {
        SqlHubTransaction transaction(session, Access::Write);
        auto done = work(transaction);
        if (done) {
            transaction.close();
        }
        return done;
    });
}

Result<void> SqlHubStore::read(const Work& work) {
    return m_engine->transact(Access::Read, [&](SqlSession& session) -> Result<void> {
        SqlHubTransaction transaction(session, Access::Read);
        return work(transaction);
    });
}

Result<void> SqlHubStore::expunge() {
    return m_engine->expunge();
}

Result<std::unique_ptr<SqlHubStore>> openHubStore(const std::string& database) {
    constexpr std::string_view sqlite = "sqlite:";
    Result<std::unique_ptr<SqlEngine>> engine = fault(codes::badDatabase, {{"value", database}});
    if (database.starts_with(sqlite) && database.size() > sqlite.size()) {
        engine = openSqlite(database.substr(sqlite.size()));
    } else if (database.starts_with("postgresql://") || database.starts_with("postgres://")) {
        engine = openPostgres(database);
    }
    if (!engine) {
        return Fault(engine.error());
    }
    return SqlHubStore::open(std::move(*engine));
}

} // namespace medicobus::platform
