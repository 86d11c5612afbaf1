// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/simulation/world/medium.h"

#include <sqlite3.h>

#include <memory>
#include <string>

namespace medicobus::simulation {

/// What one connection holds of one file. The process is nobody for a temporary file.
struct Handle {
    sqlite3_file base{};
    std::shared_ptr<OpenableFile> file;
    Process* process = nullptr;
    std::string deleteOnClose;
    bool usesMemory = false;
};

bool isDead(const Handle& handle);
/// SQLITE_OK when the process may change its disk, else `failure`.
int mayChange(const Handle& handle, int failure);
/// The errno behind the last refusal.
int& lastCause();
/// How SQLite reads, writes and locks a `Handle`.
const sqlite3_io_methods& handleMethods();

} // namespace medicobus::simulation
