import { app } from 'electron';
import { join } from 'node:path';
import { runShell } from './shell/run-shell.ts';
import { stderrLog } from './shell/log.ts';

const here = import.meta.dirname;

runShell({
  log: stderrLog,
  now: Date.now,
  windowFolder: join(here, '..', 'renderer'),
  preload: join(here, '..', 'preload', 'preload.cjs'),
  corePath: join(here, 'core.js'),
  config: {
    dataFolder: process.env['LIUBU_DATA'] ?? null,
    resourcesFolder: join(here, '..', '..', 'resources'),
    version: app.getVersion(),
  },
});
