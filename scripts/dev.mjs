// `npm run dev`: rebuilds on every save and restarts the browser host. The window is reloaded by hand.
import { spawn } from 'node:child_process';
import { inRoot, node24, root } from './tools.mjs';

const start = (args) => spawn(node24(), args, { cwd: root, stdio: 'inherit' });
const children = [
  start([inRoot('node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build', '--watch']),
  start([inRoot('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--watch', '--config', 'browser-host.vite.config.ts']),
  start(['--watch-path=out/browser-host', inRoot('out', 'browser-host', 'main.js')]),
];
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => children.forEach((child) => child.kill(signal)));
