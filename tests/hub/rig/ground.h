// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/clock/system_clock.h"
#include "platform/server/sql/hub_store.h"
#include "tests/hub/rig/hub_process.h"
#include "tests/hub/rig/tablet.h"

namespace medicobus::testing {

/// Thrown where PostgreSQL is not installed.
struct NoPostgres {};

/// One real hub, up, on SQLite or on a private PostgreSQL, with what it keeps in a temporary folder.
struct Ground {
    /// `program` is medicobus-hub, `database` "sqlite" or "postgres". Throws when PostgreSQL is not
    /// installed.
    Ground(const std::string& program, const std::string& database);
    ~Ground();
    Ground(const Ground&) = delete;
    Ground& operator=(const Ground&) = delete;

    /// A device of the ground's folder, opened, enrolled and connected; a colleague hands on the crew's key.
    std::unique_ptr<Tablet> newTablet(const std::string& name, Tablet* colleague = nullptr,
                                      sync::Role role = sync::Role::Crew);

    std::filesystem::path folder;
    platform::SystemClock clock;
    std::unique_ptr<platform::SqlHubStore>
        store; ///< Beside the process, to look and to enrol without typing.
    std::unique_ptr<HubProcess> hub;
    sync::PublicKey hubKey{};
};

} // namespace medicobus::testing
