// SPDX-License-Identifier: EUPL-1.2
// server.mjs FOLDER: a PouchDB server on loopback over LevelDB in FOLDER; tells its port on its first line.
import express from 'express';
import expressPouch from 'express-pouchdb';
import PouchDB from 'pouchdb';
import path from 'node:path';

const folder = process.argv[2];
const OnDisk = PouchDB.defaults({ prefix: folder + path.sep });
const app = express();
app.use('/', expressPouch(OnDisk, { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: path.join(folder, 'log.txt') }));
const server = app.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.on('SIGTERM', () => {
    console.log(Math.round(process.resourceUsage().maxRSS / 1024));
    process.exit(0);
});
