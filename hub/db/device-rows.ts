import type { QuarantineCode, Verdict } from '../../shared/sync/verdict.ts';
import { verdictsTable } from './tables.ts';
import type { SqlReads, SqlTx } from './sql.ts';

export type DeviceRow = {
  deviceId: string;
  personId: string;
  machine: string;
  appVersion: string;
  registeredAt: string;
  lastMid: number;
  lastSeenAt: string;
  revokedAt: string | null;
};

const deviceColumns = `device_id AS "deviceId", person_id AS "personId", machine, app_version AS "appVersion", registered_at AS "registeredAt",
  last_mid AS "lastMid", last_seen_at AS "lastSeenAt", revoked_at AS "revokedAt"`;

export const findDevice = async (reads: SqlReads, deviceId: string): Promise<DeviceRow | undefined> =>
  (await reads.query<DeviceRow>(`SELECT ${deviceColumns} FROM devices WHERE device_id = $1`, deviceId))[0];

/** Holds the device until the transaction ends: one push at a time, on whichever node. */
export const lockDevice = async (tx: SqlTx, deviceId: string): Promise<DeviceRow | undefined> =>
  (await tx.query<DeviceRow>(`SELECT ${deviceColumns} FROM devices WHERE device_id = $1 FOR UPDATE`, deviceId))[0];

export const listDevices = (reads: SqlReads): Promise<DeviceRow[]> =>
  reads.query<DeviceRow>(`SELECT ${deviceColumns} FROM devices ORDER BY registered_at, device_id`);

export const addDevice = (tx: SqlTx, device: Omit<DeviceRow, 'lastMid' | 'lastSeenAt' | 'revokedAt'>): Promise<number> =>
  tx.run(
    `INSERT INTO devices (device_id, person_id, machine, app_version, registered_at, last_mid, last_seen_at, revoked_at)
     VALUES ($1, $2, $3, $4, $5, 0, $5, NULL)`,
    device.deviceId,
    device.personId,
    device.machine,
    device.appVersion,
    device.registeredAt,
  );

export const touchDevice = (tx: SqlTx, deviceId: string, seen: { at: string; appVersion: string }): Promise<number> =>
  tx.run('UPDATE devices SET last_seen_at = $1, app_version = $2 WHERE device_id = $3', seen.at, seen.appVersion, deviceId);

export const moveDevice = (tx: SqlTx, deviceId: string, done: { lastMid: number; at: string }): Promise<void> =>
  tx.later('UPDATE devices SET last_mid = $1, last_seen_at = $2 WHERE device_id = $3', done.lastMid, done.at, deviceId);

/** Returns 0 for a device that is unknown or revoked already. */
export const markRevoked = (tx: SqlTx, deviceId: string, at: string): Promise<number> =>
  tx.run('UPDATE devices SET revoked_at = $1 WHERE device_id = $2 AND revoked_at IS NULL', at, deviceId);

export const activeDevicesOf = async (reads: SqlReads, personId: string): Promise<string[]> =>
  (await reads.query<{ id: string }>('SELECT device_id AS id FROM devices WHERE person_id = $1 AND revoked_at IS NULL', personId)).map(
    ({ id }) => id,
  );

export type VerdictRow = { mid: number; contentHash: string; ver: number | null; body: string };

/** What was answered to these mids of a device. */
export const verdictsOf = (reads: SqlReads, deviceId: string, mids: readonly number[]): Promise<VerdictRow[]> =>
  mids.length === 0
    ? Promise.resolve([])
    : reads.query<VerdictRow>(
        `SELECT mid, content_hash AS "contentHash", ver, body FROM verdicts WHERE device_id = $1 AND mid = ANY($2::bigint[])`,
        deviceId,
        mids,
      );

/** `used`: ids in the list of some case. `said`: what was answered to a change that did not go in. */
export type KnownChanges = { used: Set<string>; said: Map<string, Verdict> };

type KnownRow = { id: string; body: string | null; code: QuarantineCode | null; by: string | null };

/**
 * What is known of these changes of a person, whichever device brought them and under whichever number. Found by the changes alone: a
 * server that began with the devices of the person would look at all that they ever sent. What a copy of a revoked file handed over
 * under a number that was used already waits without a verdict of its own.
 */
export const knownChanges = async (reads: SqlReads, personId: string, changeIds: readonly string[]): Promise<KnownChanges> => {
  const rows = await reads.query<KnownRow>(
    `SELECT change_id AS id, NULL AS body, NULL AS code, '' AS at, '' AS device, NULL AS by FROM entries WHERE change_id = ANY($1)
     UNION ALL SELECT v.change_id, v.body, NULL, v.at, v.device_id, d.person_id FROM verdicts v LEFT JOIN devices d ON d.device_id = v.device_id
     WHERE v.change_id = ANY($1)
     UNION ALL SELECT q.change_id, NULL, q.code, '', q.device_id, q.person_id FROM quarantine q WHERE q.change_id = ANY($1) ORDER BY 4 DESC, 5 DESC`,
    changeIds,
  );
  const known: KnownChanges = { used: new Set(), said: new Map() };
  for (const { id, body, code, by } of rows) {
    if (body === null && code === null) known.used.add(id);
    else if (by === personId && body !== null) known.said.set(id, JSON.parse(body) as Verdict);
    else if (by === personId && code !== null && !known.said.has(id)) known.said.set(id, { mid: 0, verdict: 'quarantined', code });
  }
  return known;
};

/** `changeId` only of a change that did not go in: those that did are found in the lists. */
export type NewVerdict = {
  deviceId: string;
  caseId: string;
  changeId: string | null;
  contentHash: string;
  verdict: Verdict;
  changeText: string | null;
  at: string;
};

export const addVerdicts = (tx: SqlTx, verdicts: readonly NewVerdict[]): Promise<void> =>
  tx.insertMany(
    verdictsTable,
    verdicts.map(({ deviceId, caseId, changeId, contentHash, verdict, changeText, at }) => ({
      device_id: deviceId,
      mid: verdict.mid,
      case_id: caseId,
      change_id: changeId,
      content_hash: contentHash,
      verdict: verdict.verdict,
      ver: 'ver' in verdict ? verdict.ver : null,
      body: JSON.stringify(verdict),
      change_text: changeText,
      at,
    })),
  );

export type Release = { caseId: string; mid: number; at: string };

export const releasesOf = (reads: SqlReads, deviceId: string, caseIds: readonly string[]): Promise<Release[]> =>
  caseIds.length === 0
    ? Promise.resolve([])
    : reads.query<Release>(
        'SELECT case_id AS "caseId", mid, at FROM releases WHERE device_id = $1 AND case_id = ANY($2)',
        deviceId,
        caseIds,
      );

/** The device has let go of the case; a later word counts, and one that comes again late does not. */
export const keepRelease = (tx: SqlTx, deviceId: string, release: Release): Promise<number> =>
  tx.run(
    `INSERT INTO releases (device_id, case_id, mid, at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (device_id, case_id) DO UPDATE SET mid = excluded.mid, at = excluded.at WHERE excluded.mid > releases.mid`,
    deviceId,
    release.caseId,
    release.mid,
    release.at,
  );
