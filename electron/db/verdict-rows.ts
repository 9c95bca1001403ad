import type { CaseId, DeviceId } from '../../shared/kernel/ids.ts';
import type { Reads, WriteDb } from './handles.ts';

export type VerdictCode = 'accepted' | 'late' | 'conflict' | 'refused' | 'quarantined';

/** What the hub said about one own change. `facts` is what a person needs to understand it: fields with the other's values, a code. */
export type Verdict = { mid: number; code: VerdictCode; ver: number | null; facts: Record<string, unknown> };

/** Verdicts after which a change no longer shows in the rows. */
export const hidingCodes: readonly VerdictCode[] = ['conflict', 'refused', 'quarantined'];

type Given = { deviceId: DeviceId; verdict: Verdict; at: string };

/** The last own number the hub has spoken about; numbers are consumed in order, so everything after it waits. */
export const lastVerdict = (db: Reads, deviceId: DeviceId): number =>
  db.get<{ mid: number }>('SELECT coalesce(max(mid), 0) AS mid FROM verdicts WHERE device_id = ?', deviceId)?.mid ?? 0;

/**
 * Stores the next verdict; one that is known already, or that would leave a gap, changes nothing and is asked for again.
 * Returns the case whose rows lose the change, if any.
 */
export const keepVerdict = (db: WriteDb, { deviceId, verdict, at }: Given): CaseId | null => {
  const { mid, code, ver, facts } = verdict;
  if (mid !== lastVerdict(db, deviceId) + 1) return null;
  const own = db.get<{ caseId: CaseId }>(
    `SELECT case_id AS caseId FROM journal WHERE device_id = ? AND mid = ? AND origin <> 'hub'`,
    deviceId,
    mid,
  );
  if (!own) return null;
  db.run(
    'INSERT INTO verdicts (device_id, mid, case_id, code, ver, facts, received_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    deviceId,
    mid,
    own.caseId,
    code,
    ver,
    JSON.stringify(facts),
    at,
  );
  return hidingCodes.includes(code) ? own.caseId : null;
};

/** A hub that has fallen back no longer stands by what it said about later numbers: they wait again. Returns the cases concerned. */
export const dropVerdictsAbove = (db: WriteDb, deviceId: DeviceId, ack: number): CaseId[] => {
  const gone = db.all<{ caseId: CaseId }>('SELECT DISTINCT case_id AS caseId FROM verdicts WHERE device_id = ? AND mid > ?', deviceId, ack);
  db.run('DELETE FROM verdicts WHERE device_id = ? AND mid > ?', deviceId, ack);
  return gone.map(({ caseId }) => caseId);
};

/** How many own changes wait for a verdict. */
export const waitingCount = (db: Reads, deviceId: DeviceId): number =>
  db.get<{ n: number }>(
    `SELECT count(*) AS n FROM journal WHERE device_id = ? AND mid > ? AND origin <> 'hub'`,
    deviceId,
    lastVerdict(db, deviceId),
  )?.n ?? 0;

/** Own changes without a verdict whose content is still here, in the order they were made. */
export type Waiting = { seq: number; mid: number; deviceId: DeviceId; caseId: CaseId };

export const waitingChanges = (db: Reads, deviceId: DeviceId, limit = 1_000_000): Waiting[] =>
  db.all<Waiting>(
    `SELECT seq, mid, device_id AS deviceId, case_id AS caseId FROM journal
     WHERE device_id = ? AND mid > ? AND origin <> 'hub' ORDER BY mid LIMIT ?`,
    deviceId,
    lastVerdict(db, deviceId),
    limit,
  );
