// Finds the Electron runtime. The npm package is a launcher only; the runtime is fetched from another host on first use.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, run } from './tools.mjs';

const fileName = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron';

/** Path of the runtime, or undefined. ELECTRON_OVERRIDE_DIST_PATH names an unpacked official zip. */
export const electronRuntime = () => {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? inRoot('node_modules', 'electron', 'dist');
  const path = join(folder, fileName);
  return existsSync(path) ? path : undefined;
};

const reachable = async (url, milliseconds) => {
  try {
    // Redirects are followed: the files lie on another host, which a network may close while the first one answers.
    return (await fetch(url, { method: 'HEAD', redirect: 'follow', signal: AbortSignal.timeout(milliseconds) })).ok;
  } catch {
    return false;
  }
};

const longestFetchMs = 10 * 60_000;

/** Fetches the runtime when its host answers within three seconds; a closed network must not make the start hang. */
export const fetchElectronRuntime = async () => {
  const { version } = JSON.parse(readFileSync(inRoot('node_modules', 'electron', 'package.json'), 'utf8'));
  const host = process.env['ELECTRON_MIRROR'] ?? 'https://github.com/electron/electron/releases/download/';
  if (!(await reachable(`${host}v${version}/SHASUMS256.txt`, 3000))) return undefined;
  console.log('Fetching the Electron runtime …');
  const { code } = await run(process.execPath, [inRoot('node_modules', 'electron', 'install.js')], { timeout: longestFetchMs });
  if (code !== 0) console.log('The Electron runtime could not be fetched.');
  return electronRuntime();
};
