// `npm run demo`: a hub and three signed-in apps on this machine. Everything lies in a temporary folder and goes away with Ctrl+C.
import { spawn } from 'node:child_process';
import { inRoot, node24 } from './tools.mjs';

const child = spawn(node24(), [inRoot('scripts', 'demo.ts'), ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(`The demo cannot start: ${error.message}`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 1)));
