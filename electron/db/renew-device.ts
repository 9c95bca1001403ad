import type { CaseId, DeviceId, PersonId } from '../../shared/kernel/ids.ts';
import type { Base, Operation } from '../../shared/sync/change.ts';
import type { WriteDb } from './handles.ts';
import { activeDevice, chainHash, emptyHash, entryAt, registerDevice, type JournalRow } from './journal.ts';
import { lostChanges, waitingForHandler } from './lost-changes.ts';
import { keepState, readState } from './sync-state.ts';
import { dropVerdictsAbove, waitingChanges, type Waiting } from './verdict-rows.ts';

/**
 * `judged`: what the hub has said is told `again` where it is not certain, or it stays, because somebody else goes on with the file.
 * `person`: who wrote alone until now is known at the hub by another id.
 */
export type NewDevice = {
  deviceId: DeviceId;
  machine?: string;
  person?: { from: PersonId; to: PersonId } | null;
  judged?: 'again' | 'stays';
};

/**
 * Goes on under a new device id with everything the hub has not judged for certain: its numbers were used before by another copy
 * of this file. Changes keep their ids, by which the hub knows them again, and their order, and are numbered from 1; bases that
 * named old numbers follow. The session belongs to the old id. Returns the cases whose rows must be made again.
 */
export const renewDevice = (db: WriteDb, { deviceId, machine, person = null, judged = 'again' }: NewDevice, at: string): CaseId[] => {
  const before = activeDevice(db);
  if (!before) throw new Error('the file has no device');
  // What did not survive a fail-over for certain is told again: nobody would ever ask about the old numbers.
  if (judged === 'again') dropVerdictsAbove(db, before.deviceId, readState(db, 'progress')?.stable ?? 0);
  const lost = judged === 'again' ? [...lostChanges(db), ...waitingForHandler(db)] : [];
  const waiting = [...devicesOf(db).flatMap((id) => waitingChanges(db, id)), ...lost]
    .filter(({ seq }) => entryAt(db, seq)?.origin !== 'gone')
    .toSorted((a, b) => a.seq - b.seq)
    .filter(({ seq }, index, all) => all[index - 1]?.seq !== seq);
  registerDevice(db, { deviceId, machine: machine ?? before.machine, at });
  keepState(db, 'session', null);
  keepState(db, 'progress', null);
  const numbers = new Map(waiting.map((row, index) => [keyOf(row.deviceId, row.mid), index + 1]));
  for (const [index, row] of waiting.entries()) move(db, row, { deviceId, mid: index + 1, numbers, person });
  for (const id of devicesOf(db)) rechain(db, id, waiting[0]?.seq ?? null);
  return [...new Set(waiting.map(({ caseId }) => caseId))];
};

const devicesOf = (db: WriteDb): DeviceId[] => db.all<{ id: DeviceId }>('SELECT device_id AS id FROM devices').map(({ id }) => id);

const keyOf = (deviceId: string, mid: number): string => `${deviceId} ${mid}`;

type Move = { deviceId: DeviceId; mid: number; numbers: ReadonlyMap<string, number>; person: NewDevice['person'] };

const move = (db: WriteDb, { seq, deviceId: from }: Waiting, { deviceId, mid, numbers, person }: Move): void => {
  const row = entryAt(db, seq);
  if (!row) return;
  const ops = (JSON.parse(row.ops) as Operation[]).map((op) => withNewBases(op, (base) => newBase(db, { base, from, numbers })));
  const by = person && row.byPersonId === person.from ? person.to : row.byPersonId;
  db.run('DELETE FROM verdicts WHERE device_id = ? AND mid = ?', from, row.mid);
  db.run('UPDATE journal SET device_id = ?, mid = ?, by_person_id = ?, ops = ? WHERE seq = ?', deviceId, mid, by, JSON.stringify(ops), seq);
};

const withNewBases = (op: Operation, change: (base: Base) => Base): Operation => {
  if (op.op === 'insert') return op;
  if (op.op === 'transition') return op.base ? { ...op, base: change(op.base) } : op;
  const fields = Object.entries(op.fields).map(([name, { value, base }]) => [name, { value, base: change(base) }]);
  return { ...op, fields: Object.fromEntries(fields) };
};

/** A number that no device reaches: the change it named never counted, so what rests on it must clash. */
const never = 999_999_999;

const newBase = (db: WriteDb, { base, from, numbers }: { base: Base; from: string; numbers: ReadonlyMap<string, number> }): Base => {
  if (!('mid' in base)) return base;
  const moved = numbers.get(keyOf(from, base.mid));
  if (moved !== undefined) return { mid: moved };
  const judged = db.get<{ ver: number | null }>('SELECT ver FROM verdicts WHERE device_id = ? AND mid = ?', from, base.mid);
  return judged?.ver ? { ver: judged.ver } : { mid: never };
};

/** Links a device's entries again from a number on, and sets its counters to where they end now. */
const rechain = (db: WriteDb, deviceId: DeviceId, fromSeq: number | null): void => {
  if (fromSeq === null) return;
  const before = db.get<{ hash: Uint8Array; mid: number; seq: number }>(
    `SELECT hash, seq, (SELECT coalesce(max(mid), 0) FROM journal WHERE device_id = ? AND origin <> 'hub' AND seq < ?) AS mid
     FROM journal WHERE device_id = ? AND origin <> 'hub' AND seq < ? ORDER BY seq DESC LIMIT 1`,
    deviceId,
    fromSeq,
    deviceId,
    fromSeq,
  );
  const end = { hash: before?.hash ?? emptyHash, mid: before?.mid ?? 0, seq: before?.seq ?? 0 };
  for (const row of ownFrom(db, deviceId, fromSeq)) {
    if (row.origin === 'here') {
      row.hash = chainHash(end.hash, row);
      db.run('UPDATE journal SET hash = ? WHERE seq = ?', row.hash, row.seq);
    }
    Object.assign(end, { hash: row.hash, mid: row.mid ?? end.mid, seq: row.seq });
  }
  const lastSeq = activeDevice(db)?.deviceId === deviceId ? newestSeq(db, end.seq) : end.seq;
  db.run('UPDATE devices SET last_hash = ?, last_mid = ?, last_seq = ? WHERE device_id = ?', end.hash, end.mid, lastSeq, deviceId);
};

const ownFrom = (db: WriteDb, deviceId: DeviceId, fromSeq: number): JournalRow[] =>
  db
    .all<{ seq: number }>(`SELECT seq FROM journal WHERE device_id = ? AND seq >= ? AND origin <> 'hub' ORDER BY seq`, deviceId, fromSeq)
    .flatMap(({ seq }) => entryAt(db, seq) ?? []);

/** Local numbers go on after everything that is here; they are never used twice. */
const newestSeq = (db: WriteDb, own: number): number =>
  Math.max(own, activeDevice(db)?.lastSeq ?? 0, db.get<{ seq: number }>('SELECT coalesce(max(seq), 0) AS seq FROM journal')?.seq ?? 0);
