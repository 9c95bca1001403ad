import type { CaseId, DeviceId, PersonId } from '../../shared/kernel/ids.ts';
import type { Base, Operation } from '../../shared/sync/change.ts';
import type { WriteDb } from './handles.ts';
import { activeDevice, entryAt, registerDevice } from './journal.ts';
import { changesOfLostCases, lostChanges, waitingForHandler } from './lost-changes.ts';
import { neverMade, withBases } from './rebase-waiting.ts';
import { rechain } from './rechain.ts';
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
  if (judged === 'again') keepCertain(db, before.deviceId);
  const lost = judged === 'again' ? [...lostChanges(db), ...changesOfLostCases(db), ...waitingForHandler(db)] : [];
  const waiting = [...devicesOf(db).flatMap((id) => waitingChanges(db, id)), ...lost]
    .filter(({ seq }) => entryAt(db, seq)?.origin !== 'gone')
    .toSorted((a, b) => a.seq - b.seq)
    .filter(({ seq }, index, all) => all[index - 1]?.seq !== seq);
  registerDevice(db, { deviceId, machine: machine ?? before.machine, at });
  keepState(db, 'session', null);
  keepState(db, 'progress', null);
  keepState(db, 'lostCases', null);
  const numbers = new Map(waiting.map((row, index) => [keyOf(row.deviceId, row.mid), index + 1]));
  for (const [index, row] of waiting.entries()) move(db, row, { deviceId, mid: index + 1, numbers, person });
  for (const id of devicesOf(db)) rechain(db, id, waiting[0]?.seq ?? null);
  releaseAfter(db, waiting.length);
  return [...new Set(waiting.map(({ caseId }) => caseId))];
};

/** What stays with the id that is left is certain in this epoch; in another one nobody asks about it. */
const keepCertain = (db: WriteDb, deviceId: DeviceId): void => {
  const progress = readState(db, 'progress');
  dropVerdictsAbove(db, deviceId, progress?.stable ?? 0);
  if (progress !== null) keepState(db, 'leftIn', { ...readState(db, 'leftIn'), [deviceId]: progress.epoch });
};

/** A case that has gone is done with once all that moved here has its verdict: what was made in it may stand under any of the new numbers. */
const releaseAfter = (db: WriteDb, lastMid: number): void => void db.run('UPDATE handed_over SET mid = ? WHERE released = 0', lastMid);

const devicesOf = (db: WriteDb): DeviceId[] => db.all<{ id: DeviceId }>('SELECT device_id AS id FROM devices').map(({ id }) => id);

const keyOf = (deviceId: string, mid: number): string => `${deviceId} ${mid}`;

type Move = { deviceId: DeviceId; mid: number; numbers: ReadonlyMap<string, number>; person: NewDevice['person'] };

const move = (db: WriteDb, { seq, deviceId: from }: Waiting, { deviceId, mid, numbers, person }: Move): void => {
  const row = entryAt(db, seq);
  if (!row) return;
  const ops = (JSON.parse(row.ops) as Operation[]).map((op) => withBases(op, (base) => newBase(db, { base, from, numbers })));
  const by = person && row.byPersonId === person.from ? person.to : row.byPersonId;
  db.run('DELETE FROM verdicts WHERE device_id = ? AND mid = ?', from, row.mid);
  db.run('UPDATE journal SET device_id = ?, mid = ?, by_person_id = ?, ops = ? WHERE seq = ?', deviceId, mid, by, JSON.stringify(ops), seq);
};

const newBase = (db: WriteDb, { base, from, numbers }: { base: Base; from: string; numbers: ReadonlyMap<string, number> }): Base => {
  if (!('mid' in base)) return base;
  const moved = numbers.get(keyOf(from, base.mid));
  if (moved !== undefined) return { mid: moved };
  // The list of today says where it stands; the verdict may be of a history that a restored hub has lost.
  const place = db.get<{ ver: number | null }>(
    `SELECT coalesce((SELECT j.ver FROM journal j WHERE j.device_id = v.device_id AND j.mid = v.mid AND j.origin <> 'hub'), v.ver) AS ver
     FROM verdicts v WHERE v.device_id = ? AND v.mid = ?`,
    from,
    base.mid,
  );
  return place?.ver ? { ver: place.ver } : neverMade;
};
