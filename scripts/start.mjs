// `npm start`: Electron where its runtime is or can be had, else the same core behind the browser host.
import { spawn } from 'node:child_process';
import { electronRuntime, fetchElectronRuntime } from './electron-runtime.mjs';
import { inRoot, node24, root } from './tools.mjs';

const asked = ['LIUBU_PORT', 'LIUBU_DATA', 'LIUBU_OPEN'].some((name) => process.env[name] !== undefined);
const headless = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];

/** Passes signals on, so that stopping npm stops the app and its core. */
const hand = (program, args, env = process.env) => {
  const child = spawn(program, args, { cwd: root, env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 1)));
  child.on('error', (error) => {
    console.error(`Could not start: ${error.message}`);
    process.exit(1);
  });
};

const runtime = asked || headless ? undefined : (electronRuntime() ?? (await fetchElectronRuntime()));
if (runtime !== undefined) {
  hand(runtime, [root]);
} else {
  if (!asked) console.log(headless ? 'No display: using the browser host.' : 'No Electron runtime here: using your browser instead.');
  const env = headless && process.env['LIUBU_OPEN'] === undefined ? { ...process.env, LIUBU_OPEN: '0' } : process.env;
  hand(node24(), [inRoot('out', 'browser-host', 'main.js'), ...process.argv.slice(2)], env);
}
