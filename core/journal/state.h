// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "journal/journal.h"

namespace medicobus::journal {

/// What an open journal holds.
struct Journal::State {
    std::filesystem::path path;
    const Clock& clock;
    Entropy entropy;
    Projections projections;
    std::unique_ptr<SQLite::Database> writer;
    /// Closed before the writer, so that the last connection to go can fold the log into the file.
    std::unique_ptr<SQLite::Database> reader;
    DeviceId device;
    HybridClock hybrid;
};

/// Adds an identity under which this file will number its operations from 1, and makes it the current one.
DeviceId addIdentity(SQLite::Database& db, const Clock& clock, const Entropy& entropy);

} // namespace medicobus::journal
