import { forgetAttempts, lockAttempts, saveAttempts } from '../db/session-rows.ts';
import type { HubPorts } from './ports.ts';
import { sha256 } from './sha256.ts';

/** Failures after which each further one makes the next wait longer. An address serves many people, a name one. */
const freeTries = { name: 5, address: 40 } as const;
const firstWaitSeconds = 30;
const longestWaitSeconds = 900;

export type LoginKeys = { name: string; address: string };

/** Names are counted by their hash: what somebody typed into the wrong field is not kept. */
export const loginKeys = (loginName: string, address: string): LoginKeys => ({
  name: `name:${sha256(loginName.toLowerCase())}`,
  address: `address:${address}`,
});

/**
 * Counts a try before the password is looked at, so that a hundred at once count as a hundred. Returns the seconds to wait, 0
 * for none. The counters are in the store: they hold for all nodes.
 */
export const countTry = ({ db, clock }: HubPorts, { name, address }: LoginKeys): Promise<number> =>
  db.transaction(async (tx) => {
    const now = clock.now();
    const rows = await lockAttempts(tx, [address, name]);
    const waiting = Math.max(0, ...rows.map(({ waitUntil }) => secondsUntil(waitUntil, now)));
    if (waiting > 0) return waiting;
    for (const row of rows) {
      const failures = row.failures + 1;
      const wait = waitAfter(failures, row.key === name ? freeTries.name : freeTries.address);
      await saveAttempts(tx, {
        key: row.key,
        failures,
        waitUntil: wait === 0 ? '' : new Date(Date.parse(now) + wait * 1_000).toISOString(),
      });
    }
    return 0;
  });

/** A right password clears the name's counter; the address keeps its own, less this try. */
export const clearTries = ({ db }: HubPorts, { name, address }: LoginKeys): Promise<void> =>
  db.transaction(async (tx) => {
    await forgetAttempts(tx, [name]);
    const [row] = await lockAttempts(tx, [address]);
    if (row) await saveAttempts(tx, { key: address, failures: Math.max(0, row.failures - 1), waitUntil: '' });
  });

const waitAfter = (failures: number, free: number): number =>
  failures < free ? 0 : Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** Math.min(20, failures - free));

const secondsUntil = (until: string, now: string): number => (until === '' ? 0 : Math.ceil((Date.parse(until) - Date.parse(now)) / 1_000));
