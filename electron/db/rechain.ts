import type { DeviceId } from '../../shared/kernel/ids.ts';
import type { WriteDb } from './handles.ts';
import { activeDevice, chainHash, emptyHash, entryAt, type JournalRow } from './journal.ts';

/** Links a device's entries again from a number on, and sets its counters to where they end now. */
export const rechain = (db: WriteDb, deviceId: DeviceId, fromSeq: number | null): void => {
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
