import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCore } from '../core/running-core.ts';
import { systemRandom } from '../core/system-ports.ts';
import { lockWhenIdle } from '../core/workflows/lock-when-idle.ts';
import { readAssetTable } from '../shell/asset-table.ts';
import { startHost } from './host.ts';
import { openBrowser } from './open-browser.ts';

const root = join(import.meta.dirname, '..', '..');
const { LIUBU_PORT: port, LIUBU_DATA: dataFolder, LIUBU_OPEN: open } = process.env;
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

const readPort = (text: string | undefined): number => {
  const number = Number(text ?? '0');
  if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number;
  console.error(`LIUBU_PORT must be a port number from 0 to 65535, not ${text}`);
  process.exit(2);
};

const listensOn = readPort(port);
const running = runCore({ dataFolder: dataFolder ?? null, version });

// A folder named by hand is wrong rather than broken: that belongs where it was typed. The usual folder has a screen for it.
if (dataFolder !== undefined && running.core.vault.status().fault === 'fault.read-only') {
  console.error(`LIUBU_DATA cannot be written: ${dataFolder}`);
  process.exit(1);
}

const refuseToStart = (error: NodeJS.ErrnoException): never => {
  console.error(
    error.code === 'EADDRINUSE' ? `Port ${port} is in use. Choose another LIUBU_PORT.` : `Liubu could not start: ${error.message}`,
  );
  running.core.close();
  process.exit(1);
};

const host = await startHost({
  port: listensOn,
  assets: readAssetTable(join(root, 'out', 'renderer')),
  random: systemRandom,
  serve: running.serve,
  takePrint: (printId) => running.core.prints.take(printId),
  onAddress: (address) => console.log(`For another window: ${address}`),
}).catch(refuseToStart);

/** With no window left nobody watches the idle time, so the host counts it. */
const checkEveryMs = 30_000;
let emptySince = Date.now();
setInterval(() => {
  if (running.openWires() > 0) emptySince = Date.now();
  else lockWhenIdle(running.core, (Date.now() - emptySince) / 1_000);
}, checkEveryMs).unref();

const stop = (): void => {
  running.core.close();
  void host.close().then(() => process.exit(0));
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
process.on('uncaughtException', (error) => running.log('host.uncaught', { error: error.name }));
process.on('unhandledRejection', (reason) =>
  running.log('host.unhandled', { error: reason instanceof Error ? reason.name : typeof reason }),
);

console.log(`Liubu is ready at ${host.address}`);
if (open !== '0') openBrowser(host.address);
