// SPDX-License-Identifier: EUPL-1.2
#include "journal/store/envelopes.h"

#include "journal/codes.h"
#include "journal/store/rows.h"

namespace medicobus::journal {
namespace {

/// A local value that says that the log may still hold a destroyed key: it survives a crash before the
/// rewriting.
constexpr const char* logIsDue = "journal.log_to_wipe";

void noteLogIsDue(SQLite::Database& db) {
    SQLite::Statement note(db, "INSERT OR REPLACE INTO local_values VALUES (?, '1')");
    note.bind(1, logIsDue);
    note.exec();
}

} // namespace

Result<std::optional<Envelope>> readEnvelope(const SQLite::Database& db, const std::string& key) {
    SQLite::Statement select(db, "SELECT wrapped FROM envelopes WHERE key = ?");
    select.bind(1, key);
    if (!select.executeStep()) {
        return std::nullopt;
    }
    if (select.getColumn(0).isNull()) {
        return fault(codes::erased, {{"key", key}});
    }
    return Envelope{key, select.getColumn(0).getString()};
}

bool storeEnvelope(Connection& db, const Envelope& envelope, IfHeld ifHeld) {
    SQLite::Statement& held = db.ready("SELECT erased FROM envelopes WHERE key = ?");
    held.bind(1, envelope.key);
    const bool isHeld = held.executeStep();
    const bool isErased = isHeld && held.getColumn(0).getInt() == 1;
    held.reset();
    if (isErased || (isHeld && ifHeld == IfHeld::Keep)) {
        return !isErased;
    }
    SQLite::Statement& store = db.ready("INSERT OR REPLACE INTO envelopes VALUES (?, ?, 0)");
    store.bind(1, envelope.key);
    bindBytes(store, 2, envelope.wrapped.data(), envelope.wrapped.size());
    store.exec();
    store.reset();
    store.clearBindings();
    return true;
}

void destroyNamed(SQLite::Database& db, const Operation& operation) {
    if (operation.kind != "patient.erased") {
        return;
    }
    const auto keys = operation.open.find("keys");
    for (const auto& key : keys != operation.open.end() && keys->is_array() ? *keys : Json::array()) {
        if (!key.is_string()) {
            continue;
        }
        SQLite::Statement erase(db,
                                "INSERT INTO envelopes VALUES (?, NULL, 1) ON CONFLICT (key) DO UPDATE SET "
                                "wrapped = NULL, erased = 1");
        erase.bind(1, key.get<std::string>());
        erase.exec();
        noteLogIsDue(db);
    }
}

void destroyAll(SQLite::Database& db) {
    db.exec("DELETE FROM envelopes WHERE erased = 0");
    noteLogIsDue(db);
}

void wipeLog(Connection& db) {
    SQLite::Statement& due = db.ready("SELECT 1 FROM local_values WHERE key = ?");
    due.bind(1, logIsDue);
    const bool isDue = due.executeStep();
    due.reset();
    if (!isDue) {
        return;
    }
    SQLite::Statement truncate(db, "PRAGMA wal_checkpoint(TRUNCATE)");
    const bool isDone = truncate.executeStep() && truncate.getColumn(0).getInt() == 0;
    truncate.reset();
    if (isDone) {
        SQLite::Statement done(db, "DELETE FROM local_values WHERE key = ?");
        done.bind(1, logIsDue);
        done.exec();
    }
}

} // namespace medicobus::journal
