import { app } from 'electron';
import { join } from 'node:path';
import { runShell } from './shell/run-shell.ts';
import { stderrLog } from './shell/log.ts';

const here = import.meta.dirname;
const dataFolder = process.env['LIUBU_DATA'] ?? join(app.getPath('userData'), 'data');

runShell({
  log: stderrLog,
  now: Date.now,
  windowFolder: join(here, '..', 'renderer'),
  preload: join(here, '..', 'preload', 'preload.cjs'),
  corePath: join(here, 'core.js'),
  config: {
    dataFolder,
    resourcesFolder: join(here, '..', '..', 'resources'),
    parseWorker: join(here, 'parse-worker.js'),
    version: app.getVersion(),
  },
});
