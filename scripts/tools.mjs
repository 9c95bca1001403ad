// Shared by the start-up scripts. Runs on plain Node 20, before node_modules exists: imports nothing but Node.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const inRoot = (...parts) => join(root, ...parts);

/** Node 24 from the npm package `node`: the machine's own Node may be 20, on which better-sqlite3 crashes. */
export const node24 = () => inRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Runs a program to its end, or until `timeout` milliseconds have passed. `quiet` collects the output instead of showing it. */
export const run = (program, args, { quiet = false, env = process.env, timeout } = {}) =>
  new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env,
      timeout,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    const output = [];
    child.stdout?.on('data', (chunk) => output.push(chunk));
    child.stderr?.on('data', (chunk) => output.push(chunk));
    child.on('error', (error) => resolve({ code: 127, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(output).toString('utf8') }));
  });

/** Runs a JavaScript tool of node_modules on Node 24. */
export const runTool = (file, args, options) => run(node24(), [inRoot('node_modules', file), ...args], options);

const changedAt = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

const newestIn = (path) => {
  if (!existsSync(path)) return 0;
  const own = changedAt(path);
  if (!statSync(path).isDirectory()) return own;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), own);
};

export const installIsStale = () => {
  const installed = changedAt(inRoot('node_modules', '.package-lock.json'));
  return !existsSync(node24()) || installed < changedAt(inRoot('package-lock.json'));
};

export const buildStamp = inRoot('out', '.built');
const sources = [
  'shared',
  'electron',
  'renderer',
  'resources',
  'electron.vite.config.ts',
  'browser-host.vite.config.ts',
  'package-lock.json',
];

export const buildIsStale = () => {
  const built = changedAt(buildStamp);
  return built === 0 || sources.some((name) => newestIn(inRoot(name)) > built);
};
