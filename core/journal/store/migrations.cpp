// SPDX-License-Identifier: EUPL-1.2
#include "journal/store/migrations.h"

#include "journal/codes.h"
#include "journal/store/files.h"

#include <fmt/format.h>

#include <array>
#include <string>

namespace medicobus::journal {
namespace {

// Once released, a migration never changes: a mistake is mended by the next one.

/// 0001: operations, the identities this file has written under, and where each projection stands.
/// `position` is the order of arrival in this file; it is local and not part of an operation.
constexpr const char* operations = R"sql(
CREATE TABLE identities (
    ordinal INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16)
) STRICT;

CREATE TABLE operations (
    position INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    device BLOB NOT NULL CHECK (length(device) = 16),
    seq INTEGER NOT NULL CHECK (seq > 0),
    hybrid_time INTEGER NOT NULL,
    actor TEXT NOT NULL,
    subject_type TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    schema_version INTEGER NOT NULL,
    open_body TEXT NOT NULL,
    sealed_body BLOB,
    seal_key TEXT,
    previous_hash BLOB NOT NULL CHECK (length(previous_hash) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    signature BLOB CHECK (signature IS NULL OR length(signature) = 64),
    UNIQUE (device, seq),
    CHECK (seal_key IS NULL OR sealed_body IS NOT NULL)
) STRICT;
CREATE INDEX operations_in_replay_order ON operations (hybrid_time, device, seq);
CREATE INDEX operations_of_subject ON operations (subject_type, subject_id, hybrid_time, device, seq);

CREATE TRIGGER operations_never_change BEFORE UPDATE ON operations
BEGIN SELECT RAISE(ABORT, 'an operation never changes'); END;
CREATE TRIGGER operations_never_go BEFORE DELETE ON operations
BEGIN SELECT RAISE(ABORT, 'an operation is never deleted'); END;

CREATE TABLE projections (
    name TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    tables TEXT NOT NULL,
    applied_through INTEGER NOT NULL
) STRICT;
)sql";

/// 0002: values of this device alone, and how far a hub has acknowledged each identity's operations.
constexpr const char* localValues = R"sql(
CREATE TABLE local_values (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
ALTER TABLE identities ADD COLUMN acked_through INTEGER NOT NULL DEFAULT 0;
)sql";

/// 0003: wrapped keys beside the operations, what a hub said of own operations, and the only rows that may
/// go: those withdrawn from this device.
constexpr const char* exchange = R"sql(
CREATE TABLE envelopes (
    key TEXT PRIMARY KEY,
    wrapped BLOB,
    erased INTEGER NOT NULL CHECK (erased IN (0, 1)),
    CHECK ((erased = 1) = (wrapped IS NULL))
) STRICT;
CREATE TABLE verdicts (
    operation BLOB PRIMARY KEY CHECK (length(operation) = 16),
    verdict TEXT NOT NULL,
    reason TEXT NOT NULL,
    caused_by BLOB CHECK (caused_by IS NULL OR length(caused_by) = 16)
) STRICT;
CREATE TABLE withdrawn (
    id BLOB PRIMARY KEY CHECK (length(id) = 16)
) STRICT;
DROP TRIGGER operations_never_go;
CREATE TRIGGER operations_never_go BEFORE DELETE ON operations
WHEN OLD.id NOT IN (SELECT id FROM withdrawn)
BEGIN SELECT RAISE(ABORT, 'an operation is never deleted'); END;
)sql";

constexpr std::array<const char*, 3> migrations{operations, localValues, exchange};

Result<void> backUpBeforeUpgrade(SQLite::Database& db, const std::filesystem::path& path, int version) {
    std::filesystem::path copy = path;
    copy += fmt::format(".v{}.bak", version);
    const auto copied = copyTo(db, copy);
    if (copied) {
        return {};
    }
    Error error(codes::backupFailed);
    for (const auto& [key, value] : copied.error().details()) {
        error.with(key, value);
    }
    return Fault(std::move(error).with("value", std::string(copied.error().code().name)));
}

} // namespace

int latestVersion() {
    return static_cast<int>(migrations.size());
}

Result<int> recognise(SQLite::Database& db, const std::filesystem::path& file) {
    const int id = db.execAndGet("PRAGMA application_id").getInt();
    const int version = db.execAndGet("PRAGMA user_version").getInt();
    const bool isEmpty = db.execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0;
    if (isEmpty && id == 0 && version == 0) {
        return 0;
    }
    if (id != applicationId || version < 1) {
        return fault(codes::notOurs, {{"file", file.string()}});
    }
    if (version > latestVersion()) {
        return fault(codes::newer, {{"file", file.string()},
                                    {"value", std::to_string(version)},
                                    {"expected", std::to_string(latestVersion())}});
    }
    return version;
}

void migrate(SQLite::Database& db, int version) {
    for (int next = version + 1; next <= latestVersion(); ++next) {
        SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
        // Another process may have come first while this one waited for the lock.
        if (db.execAndGet("PRAGMA user_version").getInt() >= next) {
            continue;
        }
        db.exec(migrations[static_cast<std::size_t>(next - 1)]);
        db.exec(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", applicationId, next));
        transaction.commit();
    }
}

Result<void> upgrade(SQLite::Database& db, const std::filesystem::path& path) {
    const auto version = recognise(db, path);
    if (!version) {
        return Fault(version.error());
    }
    if (const std::string found = db.execAndGet("PRAGMA quick_check(1)").getString(); found != "ok") {
        return fault(codes::corrupt, {{"file", path.string()}, {"cause", found}});
    }
    if (*version > 0 && *version < latestVersion()) {
        if (auto saved = backUpBeforeUpgrade(db, path, *version); !saved) {
            return saved;
        }
    }
    if (const std::string mode = db.execAndGet("PRAGMA journal_mode = WAL").getString(); mode != "wal") {
        return fault(codes::unusable, {{"file", path.string()}, {"cause", "journal_mode " + mode}});
    }
    db.exec("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON");
    migrate(db, *version);
    return {};
}

} // namespace medicobus::journal
