// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "journal/journal.h"
#include "journal/store/projector.h"
#include "journal/store/rows.h"

#include <memory>
#include <vector>

namespace medicobus::journal {

/// What an open journal holds.
struct Journal::State {
    std::filesystem::path path;
    const Clock& clock;
    Entropy entropy;
    Projections projections;
    std::unique_ptr<Connection> writer;
    /// Closed before the writer, so that the last connection to go can fold the log into the file.
    std::unique_ptr<SQLite::Database> reader;
    DeviceId device;
    HybridClock hybrid;
    Signer signer;
};

} // namespace medicobus::journal
