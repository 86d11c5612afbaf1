// SPDX-License-Identifier: EUPL-1.2
#include "journal/store/projector.h"

#include "journal/store/rows.h"

#include <fmt/format.h>

#include <algorithm>

namespace medicobus::journal {
namespace {

std::int64_t lastPosition(const SQLite::Database& db) {
    SQLite::Statement last(db, "SELECT max(position) FROM operations");
    last.executeStep();
    return last.getColumn(0).getInt64();
}

/// The tables that a projection made in this file, which may be those of another version, and those it makes
/// now.
std::vector<std::string> tablesToDrop(const SQLite::Database& db, const Projection& projection) {
    std::vector<std::string> tables = projection.tables();
    SQLite::Statement stored(db, "SELECT tables FROM projections WHERE name = ?");
    stored.bind(1, projection.name());
    if (stored.executeStep()) {
        const Json list = Json::parse(stored.getColumn(0).getString(), nullptr, false);
        for (const auto& table : list.is_array() ? list : Json::array()) {
            if (table.is_string() && std::find(tables.begin(), tables.end(), table) == tables.end()) {
                tables.push_back(table.get<std::string>());
            }
        }
    }
    // Children come after their parents, so the last goes first.
    std::reverse(tables.begin(), tables.end());
    return tables;
}

void remake(SQLite::Database& db, const Projection& projection) {
    for (const std::string& table : tablesToDrop(db, projection)) {
        db.exec("DROP TABLE IF EXISTS " + quoted(table));
    }
    projection.create(db);
    SQLite::Statement note(db, "INSERT OR REPLACE INTO projections VALUES (?, ?, ?, ?)");
    note.bind(1, projection.name());
    note.bind(2, projection.version());
    note.bind(3, Json(projection.tables()).dump());
    note.bind(4, lastPosition(db));
    note.exec();
}

} // namespace

std::string quoted(const std::string& name) {
    std::string text = "\"";
    for (const char letter : name) {
        text.append(letter == '"' ? 2 : 1, letter);
    }
    return text + '"';
}

bool isCurrent(const SQLite::Database& db, const Projections& projections) {
    const std::int64_t last = lastPosition(db);
    return std::all_of(projections.begin(), projections.end(), [&](const auto& projection) {
        SQLite::Statement stored(db, "SELECT version, applied_through FROM projections WHERE name = ?");
        stored.bind(1, projection->name());
        return stored.executeStep() && stored.getColumn(0).getInt() == projection->version()
               && stored.getColumn(1).getInt64() == last;
    });
}

Result<void> replay(Connection& db, const Projections& projections) {
    // A parent table may go before its children do, when two projections refer to each other's.
    db.exec("PRAGMA defer_foreign_keys = ON");
    for (const auto& projection : projections) {
        remake(db, *projection);
    }
    return eachRow(db, fmt::format("WHERE {} ORDER BY {}", thatCount, replayOrder), {},
                   [&](const Operation& operation) { return project(db, projections, operation); });
}

Result<void> project(Connection& db, const Projections& projections, const Operation& operation) {
    for (const auto& projection : projections) {
        if (auto applied = projection->apply(db, operation); !applied) {
            return applied;
        }
    }
    return {};
}

void noteApplied(Connection& db, const Projections& projections, std::int64_t position) {
    SQLite::Statement& note = db.ready("UPDATE projections SET applied_through = ? WHERE name = ?");
    for (const auto& projection : projections) {
        note.bind(1, position);
        note.bind(2, projection->name());
        note.exec();
        note.reset();
    }
}

} // namespace medicobus::journal
