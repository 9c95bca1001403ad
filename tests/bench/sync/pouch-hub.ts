/** Child process: express-pouchdb over LevelDB in the given folder, on loopback. Prints its port as one JSON line. */
import { chdir } from 'node:process';
import express from 'express';
import expressPouch from 'express-pouchdb';
import PouchDB from 'pouchdb';
import { tellCounts } from './counted-sockets.ts';

tellCounts();
const folder = process.argv[2] ?? '';
// express-pouchdb writes its own settings beside the data.
chdir(folder);
const app = express();
app.use('/', expressPouch(PouchDB.defaults({ prefix: `${folder}/` }), { mode: 'minimumForPouchDB' }));
const server = app.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: server.address().port })));
