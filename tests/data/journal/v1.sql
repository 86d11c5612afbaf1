-- SPDX-License-Identifier: EUPL-1.2
-- A journal as version 1 of the schema wrote it, with three operations. Frozen: never regenerate.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE identities (
    ordinal INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16)
) STRICT;
INSERT INTO identities VALUES(1,X'01a3185c5000700080000000000000aa');
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
INSERT INTO operations VALUES(1,X'01a3185c500070008000000000000001',X'01a3185c5000700080000000000000aa',1,117964800000000000,'crew-1','tally','site-1','tally.added',1,'{"amount":10}',X'7b226e616d65223a2246696374697665227d',NULL,X'0000000000000000000000000000000000000000000000000000000000000000',X'f271effd4485f7d1a0406d39885caa1827f00b9479e574fc64ce6e1906cb1ecb',NULL);
INSERT INTO operations VALUES(2,X'01a31860e3e070008000000000000002',X'01a3185c5000700080000000000000aa',2,117964819660800000,'crew-1','tally','site-1','tally.added',1,'{"amount":20}',NULL,NULL,X'f271effd4485f7d1a0406d39885caa1827f00b9479e574fc64ce6e1906cb1ecb',X'78fde43ae102fe54af7ef45b79b6d82c00bf3f2ff3a18a828db63e7977020500',NULL);
INSERT INTO operations VALUES(3,X'01a31860e3e070008000000000000003',X'01a3185c5000700080000000000000aa',3,117964819660800001,'crew-1','tally','site-1','weather.noted',1,'{"sky":"grey"}',NULL,NULL,X'78fde43ae102fe54af7ef45b79b6d82c00bf3f2ff3a18a828db63e7977020500',X'4d50170d4f7a839fc8f319fbccc5d05e127a8675f5206514623c02d8f69e0521',NULL);
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
PRAGMA user_version = 1;
