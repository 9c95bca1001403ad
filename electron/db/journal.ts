import { createHash } from 'node:crypto';
import type { CaseId, ChangeId, DeviceId, PersonId } from '../../shared/kernel/ids.ts';
import type { Change } from '../../shared/sync/change.ts';
import type { Reads, WriteDb } from './handles.ts';

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
};

/** The counters of this device: numbers are kept, never derived from the entries, so that nothing is numbered twice. */
export type DeviceRow = { deviceId: DeviceId; machine: string; lastMid: number; lastSeq: number; lastHash: Uint8Array };

const journalColumns = `seq, mid, change_id AS changeId, kind, kind_version AS kindVersion, case_id AS caseId, at,
  utc_offset AS utcOffset, clock_skew_ms AS clockSkewMs, by_person_id AS byPersonId, device_id AS deviceId, ops, hash`;

/** The first link of every device's chain. */
export const emptyHash = new Uint8Array(32);

/** Links an entry to the one before it of the same device, so that a changed or missing entry shows. */
export const chainHash = (previous: Uint8Array, row: Omit<JournalRow, 'seq' | 'hash'>): Uint8Array => {
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
  const { mid, changeId, kind, kindVersion, caseId, at, utcOffset, clockSkewMs, byPersonId, deviceId } = change;
  const ops = JSON.stringify(change.ops);
  const hash = chainHash(device.lastHash, { ...change, ops });
  db.run(
    `INSERT INTO journal (seq, mid, change_id, kind, kind_version, case_id, at, utc_offset, clock_skew_ms, by_person_id,
     device_id, ops, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    seq,
    mid,
    changeId,
    kind,
    kindVersion,
    caseId,
    at,
    utcOffset,
    clockSkewMs,
    byPersonId,
    deviceId,
    ops,
    hash,
  );
  db.run('UPDATE devices SET last_mid = ?, last_seq = ?, last_hash = ? WHERE retired_at IS NULL', mid ?? device.lastMid, seq, hash);
};

/** The next page of entries in local order. */
export const journalAfter = (db: Reads, seq: number, limit = 500): JournalRow[] =>
  db.all<JournalRow>(`SELECT ${journalColumns} FROM journal WHERE seq > ? ORDER BY seq LIMIT ?`, seq, limit);

export const changeOf = ({ seq: _seq, hash: _hash, ops, ...rest }: JournalRow): Change => ({
  ...rest,
  ops: JSON.parse(ops) as Change['ops'],
});
