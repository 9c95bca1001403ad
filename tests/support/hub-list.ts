import { createHash } from 'node:crypto';
import type { CaseUpdate } from '../../electron/db/receive-case.ts';
import type { Progress } from '../../electron/db/sync-store.ts';
import type { CaseId, ChangeId, DeviceId, PersonId } from '../../shared/kernel/ids.ts';
import type { Operation } from '../../shared/sync/change.ts';
import { entryHash, firstHash } from '../../shared/sync/entry.ts';
import type { WireChange } from '../../shared/sync/wire-change.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const otherDevice = '01950000-0000-7000-8fff-0000000000d0' as DeviceId;
export const otherPerson = '01950000-0000-7000-8fff-0000000000f0' as PersonId;

type From = { deviceId?: DeviceId; byPersonId?: PersonId; epoch?: string };

/** The list of one case as a hub keeps it, made by hand: each call takes changes in and answers with the page a pull would bring. */
export const hubList = (caseId: CaseId) => {
  const state = { ver: 0, hash: firstHash, mid: 0 };
  const take = (
    changes: readonly WireChange[],
    { deviceId = otherDevice, byPersonId = otherPerson, epoch = 'e1' }: From = {},
  ): CaseUpdate => {
    const entries = changes.map((change) => {
      const ver = state.ver + 1;
      const receivedAt = '2026-03-02T02:00:00.000Z';
      const hash = entryHash(state.hash, { ver, deviceId, byPersonId, receivedAt, change, flags: {} }, sha256);
      Object.assign(state, { ver, hash });
      return { ver, hash, change: { ...change, deviceId, byPersonId }, derived: { receivedAt, flags: {} } };
    });
    return { head: { caseId, ver: state.ver, hash: state.hash, epoch }, reset: false, entries };
  };
  return {
    take,
    /** A change made on another device. */
    other: (ops: Operation[], from: From = {}): CaseUpdate => {
      state.mid += 1;
      const changeId = `01950000-0000-7000-8ffe-${caseId.slice(-6)}${String(state.mid).padStart(6, '0')}` as ChangeId;
      const at = '2026-03-02T01:30:00.000Z';
      return take([{ mid: state.mid, changeId, kind: 'by-other', kindVersion: 1, caseId, at, utcOffset: 480, clockSkewMs: 0, ops }], from);
    },
  };
};

export const progressOf = (given: Partial<Progress> = {}): Progress => ({
  epoch: 'e1',
  ack: 0,
  stable: 0,
  hubAt: '2026-03-02T02:00:00.000Z',
  skewMs: 0,
  ...given,
});
