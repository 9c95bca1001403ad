import { allHeads } from '../../electron/db/case-entry-rows.ts';
import { unsentContent } from '../../electron/db/content-rows.ts';
import { readState } from '../../electron/db/sync-state.ts';
import type { Store } from '../../electron/db/open.ts';
import { waitingCount } from '../../electron/db/verdict-rows.ts';
import { liveOf, minute, type Run } from './run.ts';
import type { SimDevice } from './sim-device.ts';

/** Minutes in which everything must have come right after nothing breaks any more. Source: I4, I10. */
const patience = 10;

/**
 * Nothing breaks any more. Runs until every device rests with what it may see and nothing waits, or until patience ends: what is
 * not right by then is found by the checks.
 */
export const comeToRest = async (run: Run, until: (time: number) => Promise<void>): Promise<void> => {
  Object.assign(run.rates, { drop: 0, double: 0, late: 0, cut: 0, kill: 0, alter: 0 });
  run.hub.spare();
  // Every other time nobody tells the devices: their own timers must find out.
  const told = run.dice.chance(0.5);
  for (const device of run.devices) {
    Object.assign(device, { online: true, killIn: 0, fullFor: 0 });
    if (device.older) device.upgrade();
    device.restart();
    if (told) device.runner?.wake('network');
  }
  // At rest twice: after the first time every device has compared once more, and may have found something missing.
  let restful = 0;
  for (let minutes = 0; minutes < patience && restful < 2; minutes += 1) {
    await run.hub.replicate();
    await until(run.queue.now() + minute);
    restful = (await rests(run)) ? restful + 1 : 0;
  }
};

const rests = async (run: Run): Promise<boolean> => {
  if (liveOf(run).some(isBusy)) return false;
  for (const device of liveOf(run)) {
    const shown = JSON.stringify(allHeads(device.store.read).map(({ caseId, ver }) => [caseId, ver]));
    if (shown !== JSON.stringify(await run.hub.visibleTo(device.personId))) return false;
  }
  return true;
};

/** Files that are here and that the hub is not known to have. */
const hasUnsent = ({ store, blobs, lane }: SimDevice): boolean =>
  lane !== null && unsentContent(store.read, readState(store.read, 'progress')?.epoch ?? '').some(({ sha256 }) => blobs.has(sha256));

const isBusy = (device: SimDevice): boolean => {
  const { runner, askedIn, store } = device;
  if (askedIn || hasUnsent(device)) return true;
  return runner?.state().phase !== 'idle' || waitingCount(store.read, store.sync.deviceId()) > 0 || leftBehind(store) > 0;
};

/** Changes of handed-over cases whose content is still here. */
export const leftBehind = ({ read }: Store): number =>
  read.get<{ n: number }>(
    `SELECT count(*) AS n FROM journal WHERE origin IN ('here', 'back', 'hub') AND case_id IN (SELECT case_id FROM handed_over)`,
  )?.n ?? 0;
