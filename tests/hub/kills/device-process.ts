/** Started as a process of its own: one person's core with its real sync, working without pause until it is killed or told to come to rest. */
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createCore } from '../../../electron/core/app.ts';
import { signIn } from '../../../electron/core/sync/sign-in.ts';
import { systemIds, systemRandom } from '../../../electron/core/system-ports.ts';
import { projectors } from '../../../electron/core/workflows/projectors.ts';
import { allContentPieces } from '../../../electron/db/content-rows.ts';
import { readState } from '../../../electron/db/sync-state.ts';
import { waitingCount } from '../../../electron/db/verdict-rows.ts';
import { systemNetwork } from '../../../electron/sync/system-network.ts';
import { seededDice } from '../../sync/dice.ts';
import { reportOf } from './device-report.ts';
import type { DeviceOrder } from './device-order.ts';
import { work } from './device-work.ts';

const order = JSON.parse(process.argv[2] ?? '{}') as DeviceOrder;
const dice = seededDice(order.seed);
const say = (line: unknown): void => void writeSync(1, `${JSON.stringify(line)}\n`);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Days by which this computer's clock is wrong; it jumps while work goes on. */
const jump = { ms: 0 };
const day = 86_400_000;
const clock = { now: () => ({ at: new Date(Date.now() + jump.ms).toISOString(), utcOffset: 480 }) };
const jumpSomewhere = (): void => {
  jump.ms = dice.below(20 * day) - 10 * day;
};
jumpSomewhere();

const options = {
  dataDir: order.dataDir,
  version: '0.0.0-test',
  clock,
  ids: systemIds,
  random: systemRandom,
  machine: { fingerprint: 'test-machine' },
  log: (code: string): void => say({ log: code }),
  projectors,
  network: systemNetwork,
  kdfCost: { memoryKiB: 64, passes: 1 },
};
const core = createCore(options);
const { passcode } = order;
const opened =
  core.vault.status().state === 'fresh'
    ? await core.vault.setUp({ passcode, personName: '某', role: 'surveyor', branch: '' })
    : await core.vault.unlock({ passcode });
const files = core.vault.current();
if (!opened.ok || !files?.sync) throw new Error(opened.ok ? 'not open' : opened.error.code);
const { session, sync: service, store } = files;

/** As the person would when the app asks for it. */
const signedIn = async (): Promise<void> => {
  const { address, loginName, password } = order;
  for (;;) {
    const stop = readState(store.read, 'stop')?.reason ?? null;
    if (stop !== null && stop !== 'relogin') throw new Error(`stopped: ${stop}`);
    if (stop === null && readState(store.read, 'session') !== null) return;
    const done = await signIn({ options, service, session }, { address, loginName, password });
    if (!done.ok && done.error.code !== 'sync.offline') say({ log: done.error.code });
    if (!done.ok) await pause(100 + dice.below(300));
  }
};

const isAtRest = (): boolean =>
  waitingCount(store.read, store.sync.deviceId()) === 0 &&
  service.runner.state().phase === 'idle' &&
  allContentPieces(store.read).every(({ sent, refused, sha256 }) => sent || refused || !files.blobs.has(sha256));

/** Rounds until nothing waits; two more tell that the hub has nothing for this device either. */
const comeToRest = async (): Promise<void> => {
  let tellAt = Date.now() + 10_000;
  for (let calm = 0; calm < 3; calm = isAtRest() ? calm + 1 : 0) {
    await signedIn();
    service.runner.wake('hand');
    service.content.wake();
    await pause(150);
    if (Date.now() > tellAt) {
      tellAt = Date.now() + 10_000;
      const { phase, problem, stop, failures } = service.runner.state();
      const pieces = allContentPieces(store.read).filter(({ sent, refused }) => !sent && !refused);
      const here = pieces.filter(({ sha256 }) => files.blobs.has(sha256)).length;
      say({
        slow: { phase, problem, stop, failures, waiting: waitingCount(store.read, store.sync.deviceId()), files: [pieces.length, here] },
        lane: service.content.state(),
      });
    }
  }
  say({ rest: reportOf(store) });
};

const state = { working: order.works };
createInterface({ input: process.stdin }).on('line', (line) => {
  if (line !== 'rest') return;
  state.working = false;
  void comeToRest();
});

await signedIn();
say({ ready: true });
while (state.working) {
  const seq = work({ session, dice });
  const made =
    seq === null ? undefined : store.read.get<{ changeId: string }>('SELECT change_id AS changeId FROM journal WHERE seq = ?', seq);
  if (made) say({ stored: made.changeId });
  if (dice.chance(0.02)) jumpSomewhere();
  if (dice.chance(0.1)) await signedIn();
  await pause(5 + dice.below(50));
}
