// SPDX-License-Identifier: EUPL-1.2
#include "platform/server/backup/backup.h"

#include "base/file.h"
#include "base/json_reader.h"
#include "platform/server/backup/sealed_file.h"
#include "platform/server/sql/schema.h"
#include "sync/hub/hub_store.h"
#include "sync/wire/codec.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <vector>

namespace medicobus::platform {

namespace {

/// A table with a letter for each column: i(nteger), t(ext), b(ytes).
struct Table {
    const char* name;
    const char* columns;
    const char* select;
    const char* insert;
};

constexpr std::array<Table, 13> tables{{
    {"hub_counter", "ii", "SELECT one, hub_seq FROM hub_counter",
     "INSERT INTO hub_counter(one, hub_seq) VALUES (?1,?2)"},
    {"hub_values", "tb", "SELECT key, value FROM hub_values ORDER BY key",
     "INSERT INTO hub_values(key, value) VALUES (?1,?2)"},
    {"operations", "ibbiitttttitbtbbbttb",
     "SELECT hub_seq, id, device, seq, hybrid_time, actor, subject_type, subject_id, kind, verdict, "
     "schema_version, open_body, sealed_body, seal_key, previous_hash, hash, signature, reason, ruled_by, "
     "audience FROM operations ORDER BY hub_seq",
     "INSERT INTO operations(hub_seq, id, device, seq, hybrid_time, actor, subject_type, subject_id, kind, "
     "verdict, schema_version, open_body, sealed_body, seal_key, previous_hash, hash, signature, reason, "
     "ruled_by, audience) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20)"},
    {"chains", "bibii", "SELECT device, seq, hash, hybrid_time, last_seq FROM chains ORDER BY device",
     "INSERT INTO chains(device, seq, hash, hybrid_time, last_seq) VALUES (?1,?2,?3,?4,?5)"},
    {"scope_changes", "ibii",
     "SELECT hub_seq, device, operation, is_removal FROM scope_changes ORDER BY hub_seq",
     "INSERT INTO scope_changes(hub_seq, device, operation, is_removal) VALUES (?1,?2,?3,?4)"},
    {"envelopes", "tb", "SELECT key, wrapped FROM envelopes ORDER BY key",
     "INSERT INTO envelopes(key, wrapped) VALUES (?1,?2)"},
    {"destroyed_keys", "t", "SELECT key FROM destroyed_keys ORDER BY key",
     "INSERT INTO destroyed_keys(key) VALUES (?1)"},
    {"claims", "tiitt", "SELECT occurrence, slot, seat, appointment, operation FROM claims ORDER BY 1, 2, 3",
     "INSERT INTO claims(occurrence, slot, seat, appointment, operation) VALUES (?1,?2,?3,?4,?5)"},
    {"leased_places", "tiitbi",
     "SELECT occurrence, slot, seat, lease, device, until FROM leased_places ORDER BY 1, 2, 3",
     "INSERT INTO leased_places(occurrence, slot, seat, lease, device, until) VALUES (?1,?2,?3,?4,?5,?6)"},
    {"waiting_claims", "tittii",
     "SELECT appointment, hub_seq, operation, occurrence, slot, seat FROM waiting_claims ORDER BY hub_seq",
     "INSERT INTO waiting_claims(appointment, hub_seq, operation, occurrence, slot, seat) "
     "VALUES (?1,?2,?3,?4,?5,?6)"},
    {"devices", "bttttbbtiibiiti",
     "SELECT id, enrolment, name, role, commune, sign_key, box_key, state, enrolled_at, seen_at, crew_key, "
     "must_wipe, is_wiped, reported_epoch, drift FROM devices ORDER BY id",
     "INSERT INTO devices(id, enrolment, name, role, commune, sign_key, box_key, state, enrolled_at, "
     "seen_at, crew_key, must_wipe, is_wiped, reported_epoch, drift) "
     "VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15)"},
    {"invitations", "tttti", "SELECT secret_hash, role, commune, name, until FROM invitations ORDER BY 1",
     "INSERT INTO invitations(secret_hash, role, commune, name, until) VALUES (?1,?2,?3,?4,?5)"},
    {"hub_access.entries", "iittttittt",
     "SELECT number, at, device, session, action, record, status, previous, hash, signature "
     "FROM hub_access.entries ORDER BY number",
     "INSERT INTO hub_access.entries(number, at, device, session, action, record, status, previous, hash, "
     "signature) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)"},
}};

Json valueIn(const SqlRow& row, int column, char kind) {
    if (row.isNull(column)) {
        return nullptr;
    }
    if (kind == 'i') {
        return row.whole(column);
    }
    return kind == 't' ? Json(row.text(column)) : Json{{"b", sync::toBase64(row.bytes(column))}};
}

std::optional<SqlValue> valueFrom(const Json& json, char kind) {
    if (json.is_null()) {
        return SqlValue(nullptr);
    }
    if (kind == 'i' && json.is_number_integer()) {
        return SqlValue(json.get<std::int64_t>());
    }
    if (kind == 't' && json.is_string()) {
        return SqlValue(json.get<std::string>());
    }
    const auto text = kind == 'b' && json.is_object() ? json.find("b") : json.end();
    if (kind != 'b' || !json.is_object() || text == json.end() || !text->is_string()) {
        return std::nullopt;
    }
    auto bytes = sync::fromBase64(text->get<std::string>());
    return bytes ? std::optional<SqlValue>(Blob{std::move(*bytes)}) : std::nullopt;
}

Fault bad(std::string cause) {
    return fault(codes::badBackup, {{"cause", std::move(cause)}});
}

Result<void> insertRow(SqlSession& session, const Json& line) {
    const auto table =
        std::find_if(tables.begin(), tables.end(), [&](const Table& each) { return line[0] == each.name; });
    if (table == tables.end() || line.size() != std::string_view(table->columns).size() + 1) {
        return bad("rows");
    }
    std::vector<SqlValue> values;
    for (std::size_t i = 1; i < line.size(); ++i) {
        auto value = valueFrom(line[i], table->columns[i - 1]);
        if (!value) {
            return bad("rows");
        }
        values.push_back(std::move(*value));
    }
    session.execute(table->insert, values, {});
    return {};
}

Result<void> fill(SqlSession& session, const std::string& plain) {
    std::istringstream lines(plain);
    std::int64_t rows = -1;
    for (std::string text; std::getline(lines, text);) {
        const Json line = Json::parse(text, nullptr, false);
        if (rows < 0) {
            if (!line.is_object() || line.value("schema", 0) != hubSchemaVersion) {
                return bad("schema");
            }
            rows = 0;
        } else if (line.is_object()) {
            return line.value("rows", std::int64_t{-1}) == rows ? Result<void>() : bad("rows");
        } else if (line.is_array() && !line.empty()) {
            if (auto inserted = insertRow(session, line); !inserted) {
                return inserted;
            }
            ++rows;
        } else {
            return bad("rows");
        }
    }
    return bad("cut");
}

} // namespace

Result<void> backUp(SqlEngine& engine, const std::filesystem::path& file, std::string_view passphrase) {
    std::string plain = Json{{"schema", hubSchemaVersion}}.dump() + "\n";
    auto read = engine.transact(Access::Read, [&](SqlSession& session) -> Result<void> {
        std::int64_t rows = 0;
        for (const Table& table : tables) {
            session.run(table.select, {}, [&](const SqlRow& row) {
                Json line = Json::array({table.name});
                for (int column = 0; table.columns[column] != '\0'; ++column) {
                    line.push_back(valueIn(row, column, table.columns[column]));
                }
                plain += line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
                ++rows;
            });
        }
        plain += Json{{"rows", rows}}.dump() + "\n";
        return {};
    });
    if (!read) {
        return read;
    }
    const auto sealed = sealBackup(plain, passphrase);
    return sealed ? writeFile(file, *sealed) : Fault(sealed.error());
}

Result<void> restoreFrom(SqlEngine& engine, const std::filesystem::path& file, std::string_view passphrase) {
    const auto sealed = readFile(file);
    if (!sealed) {
        return Fault(sealed.error());
    }
    const auto plain = openBackup(*sealed, passphrase);
    if (!plain) {
        return Fault(plain.error());
    }
    return engine.transact(Access::Write, [&](SqlSession& session) -> Result<void> {
        std::int64_t held = 0;
        session.run("SELECT (SELECT count(*) FROM operations) + (SELECT count(*) FROM devices)", {},
                    [&](const SqlRow& row) { held = row.whole(0); });
        if (held > 0) {
            return fault(codes::storeNotEmpty, {{"value", std::to_string(held)}});
        }
        session.run("DELETE FROM hub_counter");
        session.run("DELETE FROM hub_values");
        return fill(session, *plain);
    });
}

} // namespace medicobus::platform
