// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/server/sql/engine.h"
#include "sync/hub/hub_store.h"

#include <memory>
#include <string>

namespace medicobus::platform {

/// The hub's store in SQL, the same statements for SQLite and PostgreSQL.
class SqlHubStore final : public sync::HubStore {
public:
    /// Makes the tables in an empty database. Errors: those of the engine, `hub.newer_store`.
    [[nodiscard]] static Result<std::unique_ptr<SqlHubStore>> open(std::unique_ptr<SqlEngine> engine);

    Result<void> write(const Work& work) override;
    Result<void> read(const Work& work) override;
    Result<void> expunge() override;

    SqlEngine& engine() { return *m_engine; }

private:
    explicit SqlHubStore(std::unique_ptr<SqlEngine> engine) : m_engine(std::move(engine)) {}
    std::unique_ptr<SqlEngine> m_engine;
};

/// Opens `sqlite:FILE`, `sqlite::memory:` or `postgresql://…`. Errors: `hub.bad_database` (value), and those
/// of the engine and of `SqlHubStore::open`.
[[nodiscard]] Result<std::unique_ptr<SqlHubStore>> openHubStore(const std::string& database);

namespace codes {
inline constexpr ErrorCode badDatabase{"hub.bad_database"};
} // namespace codes

} // namespace medicobus::platform
