import type { CaseId } from '../../shared/kernel/ids.ts';
import type { Base, Operation } from '../../shared/sync/change.ts';
import { versionsOf } from './case-entry-rows.ts';
import type { Reads, WriteDb } from './handles.ts';
import { activeDevice, entryAt } from './journal.ts';
import { rechain } from './rechain.ts';
import { readState } from './sync-state.ts';
import { waitingChanges, type Waiting } from './verdict-rows.ts';

/** A number that no device reaches: the change it named never counted, so what rests on it must clash. */
const never = 999_999_999;
export const neverMade: Base = { mid: never };

/** The same operation on other bases. */
export const withBases = (op: Operation, change: (base: Base) => Base): Operation => {
  if (op.op === 'insert') return op;
  if (op.op === 'transition') return op.base ? { ...op, base: change(op.base) } : op;
  const fields = Object.entries(op.fields).map(([name, { value, base }]) => [name, { value, base: change(base) }]);
  return { ...op, fields: Object.fromEntries(fields) };
};

/** `former`: the list in which the bases were stated. `now`: the hub's list of today. Both by version. */
type Lists = { former: ReadonlyMap<number, string>; now: ReadonlyMap<number, string> };

/**
 * Another list of a case counts its versions anew: a base follows the change it named to its place of today, or to its number in
 * the outbox; where the hub no longer has that change, the base is one that must clash. Source: SPEC [SY-50].
 */
export const rebaseWaiting = (db: WriteDb, caseId: CaseId, lists: Lists): void => {
  const device = activeDevice(db);
  if (!device) return;
  const rows = waitingChanges(db, device.deviceId).filter((row) => row.caseId === caseId);
  const places = new Map([...lists.now].map(([ver, changeId]) => [changeId, ver]));
  const numbers = new Map(rows.map(({ seq, mid }) => [entryAt(db, seq)?.changeId ?? '', mid]));
  const follow = (own: number, base: Base): Base => {
    if (!('ver' in base)) return base;
    const changeId = lists.former.get(base.ver) ?? '';
    const ver = places.get(changeId);
    if (ver !== undefined) return { ver };
    const mid = numbers.get(changeId) ?? never;
    return mid < own ? { mid } : neverMade;
  };
  const changed = rows.filter((row) => rewrite(db, row, follow)).map(({ seq }) => seq);
  rechain(db, device.deviceId, changed[0] ?? null);
};

const rewrite = (db: WriteDb, { seq, mid }: Waiting, follow: (own: number, base: Base) => Base): boolean => {
  const before = entryAt(db, seq)?.ops ?? '[]';
  const after = JSON.stringify((JSON.parse(before) as Operation[]).map((op) => withBases(op, (base) => follow(mid, base))));
  return after !== before && db.run('UPDATE journal SET ops = ? WHERE seq = ?', after, seq) > 0;
};

/** Cases in which changes wait and which no pull has confirmed in the hub's present epoch: it does not know them. */
export const unconfirmedWaiting = (db: Reads): CaseId[] => {
  const device = activeDevice(db);
  const epoch = readState(db, 'progress')?.epoch;
  if (!device || epoch === undefined) return [];
  // Asked with every push, and nearly always all is confirmed: the outbox is not walked for that.
  if (!db.get('SELECT 1 FROM case_heads WHERE epoch <> ? LIMIT 1', epoch)) return [];
  const waiting = new Set(waitingChanges(db, device.deviceId).map(({ caseId }) => caseId));
  return [...waiting].filter((caseId) => db.get('SELECT 1 FROM case_heads WHERE case_id = ? AND epoch <> ?', caseId, epoch) !== undefined);
};

/** Versions of a list that the hub does not know name nothing there. */
export const rebaseUnconfirmed = (db: WriteDb, caseIds: readonly CaseId[]): void => {
  for (const caseId of caseIds) rebaseWaiting(db, caseId, { former: versionsOf(db, caseId), now: new Map() });
};
