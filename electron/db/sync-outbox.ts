import type { DeviceId } from '../../shared/kernel/ids.ts';
import type { WireChange } from '../../shared/sync/wire-change.ts';
import type { Reads } from './handles.ts';
import { entryAt, ownAfter, type JournalRow } from './journal.ts';
import { readState } from './sync-state.ts';
import { lastVerdict, waitingChanges } from './verdict-rows.ts';

/** The next own change was given back as safe, and the hub has lost it: its number can never be filled. */
export const isLost = (db: Reads, deviceId: DeviceId): boolean => {
  const next = waitingChanges(db, deviceId, 1)[0];
  return next !== undefined && entryAt(db, next.seq)?.origin === 'gone';
};

/** How a change travels: without author and device, which the hub takes from the session. */
export const wireChangeOf = (row: JournalRow): WireChange => {
  const { mid, changeId, kind, kindVersion, caseId, at, utcOffset, clockSkewMs } = row;
  if (mid === null || caseId === null) throw new Error('a change of this machine only does not travel');
  return { mid, changeId, kind, kindVersion, caseId, at, utcOffset, clockSkewMs, ops: JSON.parse(row.ops) as WireChange['ops'] };
};

export type Batch = { changes: WireChange[]; more: boolean };

type Limits = {
  changes: number;
  bytes: number;
  /** Before the key is destroyed nothing is held back, and what was given back leaves gaps. */
  everything?: boolean;
  /** Begins after this number instead of the last one with a verdict. */
  after?: number | undefined;
};

/** The next own changes in the order of their numbers, up to the limits of one push and to where sending is held. */
export const nextBatch = (db: Reads, deviceId: DeviceId, limits: Limits): Batch => {
  const held = limits.everything === true ? undefined : readState(db, 'hold')?.fromSeq;
  const hold = held ?? Number.MAX_SAFE_INTEGER;
  const mid = limits.after ?? lastVerdict(db, deviceId);
  const waiting = ownAfter(db, deviceId, { mid, limit: limits.changes + 1, held: limits.everything === true }).filter(
    ({ seq }) => seq < hold,
  );
  const changes = fitting(waiting, limits);
  return { changes, more: changes.length < waiting.length };
};

/** The first of these changes that fit into one push. */
export const fitting = (rows: readonly JournalRow[], limits: Pick<Limits, 'changes' | 'bytes'>): WireChange[] => {
  const changes: WireChange[] = [];
  let bytes = 0;
  for (const row of rows.slice(0, limits.changes)) {
    // What was given back is safe at the hub; a hub that has lost it stops at the gap, and this device goes on under a new id.
    if (row.origin === 'gone') break;
    bytes += row.ops.length + envelopeBytes;
    if (changes.length > 0 && bytes > limits.bytes) break;
    changes.push(wireChangeOf(row));
  }
  return changes;
};

/** About what stands around the operations of a change. */
const envelopeBytes = 250;
