// SPDX-License-Identifier: EUPL-1.2
#include "platform/server/sql/schema.h"

#include "sync/hub/hub.h"

namespace medicobus::platform {

namespace {

// In the words of SQLite; no text column holds what only one engine would keep (zero bytes), no REAL column.
// The access log lies in a schema of its own: another file, another PostgreSQL schema.
constexpr auto tables = R"sql(
CREATE TABLE hub_counter(one INTEGER PRIMARY KEY CHECK (one = 1), hub_seq INTEGER NOT NULL) STRICT;
CREATE TABLE hub_values(key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
CREATE TABLE operations(
  hub_seq INTEGER PRIMARY KEY, id BLOB NOT NULL, device BLOB NOT NULL, seq INTEGER NOT NULL,
  hybrid_time INTEGER NOT NULL, actor TEXT NOT NULL, subject_type TEXT NOT NULL, subject_id TEXT NOT NULL,
  kind TEXT NOT NULL, schema_version INTEGER NOT NULL, open_body TEXT NOT NULL, sealed_body BLOB, seal_key TEXT,
  previous_hash BLOB NOT NULL, hash BLOB NOT NULL, signature BLOB, verdict TEXT NOT NULL, reason TEXT NOT NULL,
  ruled_by TEXT NOT NULL, audience BLOB, UNIQUE (device, seq)) STRICT;
CREATE TABLE chains(
  device BLOB PRIMARY KEY, seq INTEGER NOT NULL, hash BLOB NOT NULL, hybrid_time INTEGER NOT NULL,
  last_seq INTEGER NOT NULL) STRICT;
CREATE INDEX operations_id ON operations(id);
CREATE INDEX operations_subject ON operations(subject_type, subject_id, hub_seq);
CREATE INDEX operations_rejected ON operations(hub_seq) WHERE verdict = 'rejected';
CREATE INDEX operations_plan ON operations(hub_seq) WHERE subject_type IN ('programme', 'passage', 'site');
CREATE TABLE scope_changes(
  hub_seq INTEGER PRIMARY KEY, device BLOB NOT NULL, operation INTEGER NOT NULL, is_removal INTEGER NOT NULL) STRICT;
CREATE INDEX scope_changes_device ON scope_changes(device, hub_seq);
CREATE TABLE envelopes(key TEXT PRIMARY KEY, wrapped BLOB NOT NULL) STRICT;
CREATE TABLE destroyed_keys(key TEXT PRIMARY KEY) STRICT;
CREATE TABLE claims(
  occurrence TEXT NOT NULL, slot INTEGER NOT NULL, seat INTEGER NOT NULL, appointment TEXT NOT NULL UNIQUE,
  operation TEXT NOT NULL, PRIMARY KEY (occurrence, slot, seat)) STRICT;
CREATE TABLE leased_places(
  occurrence TEXT NOT NULL, slot INTEGER NOT NULL, seat INTEGER NOT NULL, lease TEXT NOT NULL,
  device BLOB NOT NULL, until INTEGER NOT NULL, PRIMARY KEY (occurrence, slot, seat)) STRICT;
CREATE INDEX leased_places_device ON leased_places(device);
CREATE TABLE waiting_claims(
  appointment TEXT PRIMARY KEY, hub_seq INTEGER NOT NULL, operation TEXT NOT NULL, occurrence TEXT NOT NULL,
  slot INTEGER NOT NULL, seat INTEGER NOT NULL) STRICT;
CREATE INDEX waiting_claims_place ON waiting_claims(occurrence, hub_seq);
CREATE TABLE devices(
  id BLOB PRIMARY KEY, enrolment TEXT NOT NULL UNIQUE, name TEXT NOT NULL, role TEXT NOT NULL,
  commune TEXT NOT NULL, sign_key BLOB NOT NULL, box_key BLOB NOT NULL, state TEXT NOT NULL,
  enrolled_at INTEGER NOT NULL, seen_at INTEGER, crew_key BLOB NOT NULL, must_wipe INTEGER NOT NULL,
  is_wiped INTEGER NOT NULL, reported_epoch TEXT NOT NULL, drift INTEGER) STRICT;
CREATE TABLE invitations(
  secret_hash TEXT PRIMARY KEY, role TEXT NOT NULL, commune TEXT NOT NULL, name TEXT NOT NULL,
  until INTEGER NOT NULL) STRICT;
CREATE TABLE hub_access.entries(
  number INTEGER PRIMARY KEY, at INTEGER NOT NULL, device TEXT NOT NULL, session TEXT NOT NULL,
  action TEXT NOT NULL, record TEXT NOT NULL, status INTEGER NOT NULL, previous TEXT NOT NULL,
  hash TEXT NOT NULL, signature TEXT NOT NULL) STRICT;
INSERT INTO hub_counter VALUES (1, 0);
INSERT INTO hub_values VALUES ('schema_version', CAST('1' AS BLOB));
)sql";

} // namespace

Result<void> prepareSchema(SqlEngine& engine) {
    return engine.transact(Access::Write, [&](SqlSession& session) -> Result<void> {
        if (!engine.hasTables(session)) {
            session.script(engine.dialect(tables));
            return {};
        }
        std::string version;
        session.run("SELECT value FROM hub_values WHERE key = 'schema_version'", {},
                    [&](const SqlRow& row) { version = row.bytes(0); });
        const std::string known = std::to_string(hubSchemaVersion);
        if (version != known) {
            return fault(sync::codes::newerStore, {{"value", version}, {"expected", known}});
        }
        return {};
    });
}

} // namespace medicobus::platform
