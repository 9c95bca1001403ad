// Builds the app (main, core, preload, window) and the browser host. The stamp carries the time at which the build began,
// so that a source saved while it ran makes it stale again.
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { buildStamp, inRoot, runTool } from './tools.mjs';

const began = new Date();
rmSync(buildStamp, { force: true });

const steps = [
  ['electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn']],
  ['vite/bin/vite.js', ['build', '--config', 'browser-host.vite.config.ts', '--logLevel', 'warn']],
];
for (const [tool, args] of steps) {
  const { code } = await runTool(tool, args);
  if (code !== 0) process.exit(code);
}
mkdirSync(inRoot('out'), { recursive: true });
writeFileSync(buildStamp, '');
utimesSync(buildStamp, began, began);
