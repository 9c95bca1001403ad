import { createHash } from 'node:crypto';
import type { CaseId, ChangeId, DeviceId, PersonId } from '../../shared/kernel/ids.ts';
import type { Change } from '../../shared/sync/change.ts';
import type { Reads, SqlValue, WriteDb } from './handles.ts';

/** One journal entry as stored. */
export type JournalRow = {
  seq: number;
  mid: number | null;
  changeId: ChangeId;
  kind: string;
  kindVersion: number;
  caseId: CaseId | null;
  at: string;
  utcOffset: number;
  clockSkewMs: number;
  byPersonId: PersonId | null;
  deviceId: DeviceId;
  /** JSON of the operations, kept as text so that the hash covers exactly what is stored. */
  ops: string;
  hash: Uint8Array;
  origin: Origin;
};

/**
 * `here`: written on this machine, content as written. `hub`: came with a pull. `gone`: written here, its content was given
 * back when the case was handed over. `back`: such an entry whose content came again from the hub.
 */
export type Origin = 'here' | 'hub' | 'gone' | 'back';

/** The counters of this device: numbers are kept, never derived from the entries, so that nothing is numbered twice. */
export type DeviceRow = { deviceId: DeviceId; machine: string; lastMid: number; lastSeq: number; lastHash: Uint8Array };

const journalColumns = `seq, mid, change_id AS changeId, kind, kind_version AS kindVersion, case_id AS caseId, at,
  utc_offset AS utcOffset, clock_skew_ms AS clockSkewMs, by_person_id AS byPersonId, device_id AS deviceId, ops, hash, origin`;

/** The first link of every device's chain. */
export const emptyHash = new Uint8Array(32);

/** Links an entry to the one before it of the same device, so that a changed or missing entry shows. */
export const chainHash = (previous: Uint8Array, row: Omit<JournalRow, 'seq' | 'hash' | 'origin'>): Uint8Array => {
  const { mid, changeId, kind, kindVersion, caseId, at, utcOffset, clockSkewMs, byPersonId, deviceId, ops } = row;
  const content = [mid, changeId, kind, kindVersion, caseId, at, utcOffset, clockSkewMs, byPersonId, deviceId, ops];
  return createHash('sha256').update(previous).update(JSON.stringify(content)).digest();
};

/** The device this file writes as. */
export const activeDevice = (db: Reads): DeviceRow | undefined =>
  db.get<DeviceRow>(
    `SELECT device_id AS deviceId, machine, last_mid AS lastMid, last_seq AS lastSeq, last_hash AS lastHash
     FROM devices WHERE retired_at IS NULL`,
  );

/** Makes the device this file writes as; an earlier one is retired, and its entries stay as they are. */
export const registerDevice = (db: WriteDb, device: { deviceId: string; machine: string; at: string }): void => {
  const before = activeDevice(db);
  db.run('UPDATE devices SET retired_at = ? WHERE retired_at IS NULL', device.at);
  db.run(
    'INSERT INTO devices (device_id, machine, made_at, last_mid, last_seq, last_hash) VALUES (?, ?, ?, 0, ?, ?)',
    device.deviceId,
    device.machine,
    device.at,
    before?.lastSeq ?? 0,
    emptyHash,
  );
};

/** An own change with the device that made it and its place in the journal. */
export type OwnEntry = { device: DeviceRow; change: Change; seq: number };

/** Appends an own change and moves the device's counters. */
export const appendOwn = (db: WriteDb, { device, change, seq }: OwnEntry): void => {
  const hash = chainHash(device.lastHash, { ...change, ops: JSON.stringify(change.ops) });
  insertEntries(db, [{ change, seq, hash, origin: 'here', ver: null, derived: null }]);
  db.run('UPDATE devices SET last_mid = ?, last_seq = ?, last_hash = ? WHERE retired_at IS NULL', change.mid ?? device.lastMid, seq, hash);
};

/**
 * A change that came from the hub, with its place in the list of its case and the hash it has there. `derived` is everything the hub
 * added: its time, marks, and what is newer than this app. `opsText`: the operations as text, where that was made for the chain already.
 */
export type ReceivedEntry = { ver: number; hash: string; change: Change; opsText?: string | undefined; derived: Record<string, unknown> };

/** Appends changes that came from the hub, in this order. Returns the local number of the first; the others follow it. */
export const appendReceived = (db: WriteDb, entries: readonly ReceivedEntry[]): number => {
  const first = (activeDevice(db)?.lastSeq ?? 0) + 1;
  if (entries.length === 0) return first;
  insertEntries(
    db,
    entries.map((entry, at) => receivedEntry(entry, first + at)),
  );
  db.run('UPDATE devices SET last_seq = ? WHERE retired_at IS NULL', first + entries.length - 1);
  return first;
};

const receivedEntry = ({ change, opsText, hash, ver, derived }: ReceivedEntry, seq: number): NewEntry => ({
  change,
  opsText,
  seq,
  hash: Buffer.from(hash, 'hex'),
  origin: 'hub',
  ver,
  derived: JSON.stringify(derived),
});

type NewEntry = {
  change: Change;
  opsText?: string | undefined;
  seq: number;
  hash: Uint8Array;
  origin: Origin;
  ver: number | null;
  derived: string | null;
};

const insertSql = (rows: number): string =>
  `INSERT INTO journal (seq, mid, change_id, kind, kind_version, case_id, at, utc_offset, clock_skew_ms, by_person_id,
   device_id, ops, hash, origin, ver, derived) VALUES ${Array(rows).fill('(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`;

/** Rows of one statement: with as many, SQLite spends its time on the rows; more of them gain nothing. */
const together = 8;
const [insertOne, insertTogether] = [insertSql(1), insertSql(together)];

const insertEntries = (db: WriteDb, entries: readonly NewEntry[]): void => {
  let at = 0;
  for (; at + together <= entries.length; at += together) {
    db.run(insertTogether, ...entries.slice(at, at + together).flatMap(valuesOf));
  }
  for (const entry of entries.slice(at)) db.run(insertOne, ...valuesOf(entry));
};

const valuesOf = ({ change, opsText = JSON.stringify(change.ops), seq, hash, origin, ver, derived }: NewEntry): SqlValue[] => [
  seq,
  change.mid,
  change.changeId,
  change.kind,
  change.kindVersion,
  change.caseId,
  change.at,
  change.utcOffset,
  change.clockSkewMs,
  change.byPersonId,
  change.deviceId,
  opsText,
  hash,
  origin,
  ver,
  derived,
];

/** The next page of entries in local order. */
export const journalAfter = (db: Reads, seq: number, limit = 500): JournalRow[] =>
  db.all<JournalRow>(`SELECT ${journalColumns} FROM journal WHERE seq > ? ORDER BY seq LIMIT ?`, seq, limit);

type Above = { mid: number; limit: number; held?: boolean };

/** The next own entries of a device above a number, in the order they were made; with `held` only those whose content is still here. */
export const ownAfter = (db: Reads, deviceId: string, { mid, limit, held = false }: Above): JournalRow[] =>
  db.all<JournalRow>(
    `SELECT ${journalColumns} FROM journal WHERE device_id = ? AND mid > ? AND origin <> 'hub' ${held ? `AND origin <> 'gone'` : ''}
     ORDER BY mid LIMIT ?`,
    deviceId,
    mid,
    limit,
  );

/** Own entries of earlier ids of this file whose content is still here, in the order they were made; the first `after` of them are passed over. */
export const earlierOwn = (db: Reads, deviceId: string, { after, limit }: { after: number; limit: number }): JournalRow[] =>
  db.all<JournalRow>(
    `SELECT ${journalColumns} FROM journal WHERE device_id <> ? AND mid IS NOT NULL AND origin IN ('here', 'back') ORDER BY seq LIMIT ? OFFSET ?`,
    deviceId,
    limit,
    after,
  );

/** One entry by its local number. */
export const entryAt = (db: Reads, seq: number): JournalRow | undefined =>
  db.get<JournalRow>(`SELECT ${journalColumns} FROM journal WHERE seq = ?`, seq);

type Place = { changeId: string; seq: number; origin: Origin };

/** Where these changes stand, as far as they are here. */
export const placesOf = (db: Reads, changeIds: readonly string[]): Map<string, Place> =>
  new Map(
    db
      .all<Place>(
        'SELECT change_id AS changeId, seq, origin FROM json_each(?) AS wanted CROSS JOIN journal ON change_id = wanted.value',
        JSON.stringify(changeIds),
      )
      .map((place) => [place.changeId, place]),
  );

/** One entry by the id its device gave it. */
export const entryOfChange = (db: Reads, changeId: string): JournalRow | undefined =>
  db.get<JournalRow>(`SELECT ${journalColumns} FROM journal WHERE change_id = ?`, changeId);

export const changeOf = ({ seq: _seq, hash: _hash, origin: _origin, ops, ...rest }: JournalRow): Change => ({
  ...rest,
  ops: JSON.parse(ops) as Change['ops'],
});
