// SPDX-License-Identifier: EUPL-1.2
// peer.mjs COUNT SIZE [BATCH]: one PouchDB client pushes COUNT documents of about SIZE bytes of JSON to a PouchDB
// server on loopback, and a second client pulls them; all three keep them by LevelDB on disk. Prints one line of
// JSON: seconds and memory. LevelDB is left at its default, which does not wait for the disk.
import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import PouchDB from 'pouchdb';

const count = Number(process.argv[2] ?? 10000);
const size = Number(process.argv[3] ?? 900);
const batch = Number(process.argv[4] ?? 100);
const folder = mkdtempSync(path.join(tmpdir(), 'medicobus-pouchdb-'));
const here = path.dirname(fileURLToPath(import.meta.url));

/// The fields of one of our operations, filled up to the size.
function document(seq) {
    const made = {
        _id: randomUUID(), device: 'd', seq, time: Date.now() * 65536, actor: randomUUID(), subject_type: 'appointment',
        subject_id: randomUUID(), kind: 'appointment.booked', schema_version: 1,
        open: { occurrence: 's1@2027-03-02T09:00', slot: seq % 20, seat: 0, basis: 'request' },
        previous_hash: randomBytes(32).toString('hex'), hash: randomBytes(32).toString('hex'),
        signature: randomBytes(64).toString('hex'), sealed: '',
    };
    const missing = size - JSON.stringify(made).length;
    made.sealed = randomBytes(Math.max(0, Math.floor(missing / 2))).toString('hex');
    return made;
}

async function seconds(work) {
    const begun = process.hrtime.bigint();
    const done = await work();
    if (done.docs_written !== count) {
        throw new Error(`${done.docs_written} documents instead of ${count}`);
    }
    return Number(process.hrtime.bigint() - begun) / 1e9;
}

const server = spawn(process.execPath, [path.join(here, 'server.mjs'), folder], { stdio: ['ignore', 'pipe', 'inherit'] });
try {
    const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
    const hub = new PouchDB(`http://127.0.0.1:${(await lines.next()).value}/hub`);
    const first = new PouchDB(path.join(folder, 'first'));
    const second = new PouchDB(path.join(folder, 'second'));
    await hub.info();
    const documents = Array.from({ length: count }, (_, index) => document(index + 1));
    await first.bulkDocs(documents);

    const push = await seconds(() => first.replicate.to(hub, { batch_size: batch }));
    const pull = await seconds(() => second.replicate.from(hub, { batch_size: batch }));
    server.kill('SIGTERM');
    const serverMegabytes = Number((await lines.next()).value);
    console.log(JSON.stringify({
        count, bytes: JSON.stringify(documents[0]).length, batch, push, pull, both: push + pull,
        server_mb: serverMegabytes, client_mb: Math.round(process.resourceUsage().maxRSS / 1024),
    }));
} finally {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
