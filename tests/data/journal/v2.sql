-- SPDX-License-Identifier: EUPL-1.2
-- A journal as version 2 of the schema wrote it, with three operations. Frozen: never regenerate.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE identities (
    ordinal INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16)
, acked_through INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "identities" VALUES(1,X'01A3185C5000700080000000000000AA',1);
CREATE TABLE local_values (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
INSERT INTO "local_values" VALUES('space','crew');
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
INSERT INTO "operations" VALUES(1,X'01A3185C500070008000000000000001',X'01A3185C5000700080000000000000AA',1,117964800000000000,'crew-1','tally','site-1','tally.added',1,'{"amount":10}',X'7B226E616D65223A2246696374697665227D',NULL,X'0000000000000000000000000000000000000000000000000000000000000000',X'F271EFFD4485F7D1A0406D39885CAA1827F00B9479E574FC64CE6E1906CB1ECB',NULL);
INSERT INTO "operations" VALUES(2,X'01A31860E3E070008000000000000002',X'01A3185C5000700080000000000000AA',2,117964819660800000,'crew-1','tally','site-1','tally.added',1,'{"amount":20}',NULL,NULL,X'F271EFFD4485F7D1A0406D39885CAA1827F00B9479E574FC64CE6E1906CB1ECB',X'78FDE43AE102FE54AF7EF45B79B6D82C00BF3F2FF3A18A828DB63E7977020500',NULL);
INSERT INTO "operations" VALUES(3,X'01A31860E3E070008000000000000003',X'01A3185C5000700080000000000000AA',3,117964819660800001,'crew-1','tally','site-1','weather.noted',1,'{"sky":"grey"}',NULL,NULL,X'78FDE43AE102FE54AF7EF45B79B6D82C00BF3F2FF3A18A828DB63E7977020500',X'4D50170D4F7A839FC8F319FBCCC5D05E127A8675F5206514623C02D8F69E0521',NULL);
CREATE TABLE projections (
    name TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    tables TEXT NOT NULL,
    applied_through INTEGER NOT NULL
) STRICT;
CREATE INDEX operations_in_replay_order ON operations (hybrid_time, device, seq);
CREATE INDEX operations_of_subject ON operations (subject_type, subject_id, hybrid_time, device, seq);
CREATE TRIGGER operations_never_change BEFORE UPDATE ON operations
BEGIN SELECT RAISE(ABORT, 'an operation never changes'); END;
CREATE TRIGGER operations_never_go BEFORE DELETE ON operations
BEGIN SELECT RAISE(ABORT, 'an operation is never deleted'); END;
COMMIT;
PRAGMA application_id = 1296319298;
PRAGMA user_version = 2;
