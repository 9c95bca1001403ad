import type { CaseId, DeviceId } from '../../shared/kernel/ids.ts';
import type { Base, Operation } from '../../shared/sync/change.ts';
import { versionsOf } from './case-entry-rows.ts';
import type { Reads, WriteDb } from './handles.ts';
import { activeDevice, entryAt, type Origin } from './journal.ts';
import { rechain } from './rechain.ts';
import { readState } from './sync-state.ts';
import { lastVerdict, waitingChanges, type Waiting } from './verdict-rows.ts';

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

/** Where the hub's list of today has a change, and under which number it came there. */
export type Place = { ver: number; deviceId: string; mid: number | null };

/** `former`: the list in which the bases were stated, by version. `now`: the hub's list of today, by change. */
type Lists = { former: ReadonlyMap<number, string>; now: ReadonlyMap<string, Place> };

/** An own change of the case: one that waits is sent under its number; one that the hub has judged may still prove lost and go out anew. */
type Own = Waiting & { changeId: string; origin: Origin; waits: boolean };

/**
 * Another list of a case counts its versions anew, and numbers may have been used by a copy of this file: a base follows the change
 * it named to its place of today, or to its number in the outbox; where the hub no longer has that change, the base is one that must
 * clash. That goes for everything written here, also for what the hub has taken in: the next list may lack it. Source: SPEC [SY-50].
 */
export const rebaseOwn = (db: WriteDb, caseId: CaseId, lists: Lists): void => {
  const own = ownOf(db, caseId);
  rebase(db, own, { lists, rows: own });
  // What a verdict stated is a version of the former list.
  db.run(
    `UPDATE verdicts SET ver = NULL WHERE case_id = ? AND ver IS NOT NULL AND EXISTS (
       SELECT 1 FROM journal j WHERE j.device_id = verdicts.device_id AND j.mid = verdicts.mid AND j.origin <> 'hub' AND j.ver IS NULL)`,
    caseId,
  );
};

const ownOf = (db: Reads, caseId: CaseId): Own[] => {
  const judged = new Map<DeviceId, number>();
  const lastOf = (deviceId: DeviceId): number => {
    const last = judged.get(deviceId) ?? lastVerdict(db, deviceId);
    judged.set(deviceId, last);
    return last;
  };
  return db
    .all<Omit<Own, 'waits'>>(
      `SELECT seq, mid, device_id AS deviceId, case_id AS caseId, change_id AS changeId, origin FROM journal
       WHERE case_id = ? AND origin <> 'hub' ORDER BY seq`,
      caseId,
    )
    .map((row) => ({ ...row, waits: row.mid > lastOf(row.deviceId) }));
};

/** `rows`: those of the own changes that are written anew. */
const rebase = (db: WriteDb, own: readonly Own[], { lists, rows }: { lists: Lists; rows: readonly Own[] }): void => {
  const byId = new Map(own.map((row) => [row.changeId, row]));
  const byNumber = new Map(own.map((row) => [`${row.deviceId} ${row.mid}`, row.changeId]));
  const follow = (row: Own, base: Base): Base => {
    const named = 'ver' in base ? lists.former.get(base.ver) : byNumber.get(`${row.deviceId} ${base.mid}`);
    if (named === undefined) return 'ver' in base ? neverMade : base;
    const place = lists.now.get(named);
    if (place) return 'mid' in base && place.deviceId === row.deviceId && place.mid === base.mid ? base : { ver: place.ver };
    const before = byId.get(named);
    const goesFirst = before?.deviceId === row.deviceId && before.mid < row.mid && before.waits === row.waits;
    return before && goesFirst ? { mid: before.mid } : neverMade;
  };
  const changed = rows.filter((row) => row.origin !== 'gone' && rewrite(db, row, (base) => follow(row, base)));
  for (const [deviceId, [first]] of Map.groupBy(changed, (row) => row.deviceId)) rechain(db, deviceId, first?.seq ?? null);
};

const rewrite = (db: WriteDb, { seq }: Own, follow: (base: Base) => Base): boolean => {
  const before = entryAt(db, seq)?.ops ?? '[]';
  const after = JSON.stringify((JSON.parse(before) as Operation[]).map((op) => withBases(op, follow)));
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
  for (const caseId of caseIds) {
    const own = ownOf(db, caseId);
    rebase(db, own, { lists: { former: versionsOf(db, caseId), now: new Map() }, rows: own.filter(({ waits }) => waits) });
  }
};
