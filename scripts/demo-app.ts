/** One app of the demo: set up, signed in at the hub, with its cases fetched, served on loopback as `npm start` does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startHost } from '../electron/browser-host/host.ts';
import { allHandlers } from '../electron/core/features.ts';
import type { Call } from '../electron/core/handlers.ts';
import { runCore } from '../electron/core/running-core.ts';
import { systemRandom } from '../electron/core/system-ports.ts';
import { waitingCount } from '../electron/db/verdict-rows.ts';
import { readAssetTable } from '../electron/shell/asset-table.ts';
import { passcode, type AppOrder } from './demo-app-order.ts';
import { must, prepareCase } from './demo-case.ts';

const root = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const order = JSON.parse(process.argv[2] ?? '{}') as AppOrder;

const running = runCore({ dataFolder: order.dataDir, version });
const { core } = running;

const stop = (): never => {
  core.close();
  process.exit(0);
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

must(await core.vault.setUp({ passcode, personName: order.name, role: order.role, branch: '' }));
const open = core.vault.current();
if (!open?.sync) throw new Error('the app is not open');
const { session, sync, store } = open;
const call: Call = { core, session, signal: new AbortController().signal };

const everyMs = 200;
const longestWaitMs = 60_000;

/** Nothing waits, and the case is here. */
const synced = async (): Promise<void> => {
  const until = Date.now() + longestWaitMs;
  for (;;) {
    const waits = waitingCount(store.read, store.sync.deviceId()) > 0 || sync.runner.state().phase !== 'idle';
    const cases = store.read.get<{ n: number }>('SELECT count(*) AS n FROM case_heads')?.n ?? 0;
    if (!waits && cases > 0) return;
    if (Date.now() > until) throw new Error(`not synced: ${sync.runner.state().problem ?? sync.runner.state().phase}`);
    sync.runner.wake('hand');
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
};

must(await allHandlers.sync.signIn(call, { address: order.hub, loginName: order.loginName, password: order.password }));
if (order.role === 'surveyor') prepareCase(session);
await synced();

const host = await startHost({
  port: 0,
  assets: readAssetTable(join(root, 'out', 'renderer')),
  random: systemRandom,
  serve: running.serve,
  takePrint: (printId) => core.prints.take(printId),
  onAddress: (address) => console.log(`For another window: ${address}`),
});
console.log(`Liubu is ready at ${host.address}`);
