import type { CaseId, DeviceId } from '../../shared/kernel/ids.ts';
import { leaveQuarantined, retryRejected } from './content-rows.ts';
import type { Reads, WriteDb } from './handles.ts';
import { readState } from './sync-state.ts';

export type VerdictCode = 'accepted' | 'late' | 'conflict' | 'refused' | 'quarantined';

/** What the hub said about one own change. `facts` is what a person needs to understand it: fields with the other's values, a code. */
export type Verdict = { mid: number; code: VerdictCode; ver: number | null; facts: Record<string, unknown> };

/** Verdicts after which a change no longer shows in the rows. */
export const hidingCodes: readonly VerdictCode[] = ['conflict', 'refused', 'quarantined'];

/** Verdicts after which the hub has the line, in the list or in the inbox, and takes the file that it names. */
export const promisingCodes: readonly VerdictCode[] = ['accepted', 'late', 'quarantined'];

type Given = { deviceId: DeviceId; verdicts: readonly Verdict[]; at: string };

/** The last own number the hub has spoken about; numbers are consumed in order, so everything after it waits. */
export const lastVerdict = (db: Reads, deviceId: DeviceId): number =>
  db.get<{ mid: number }>('SELECT coalesce(max(mid), 0) AS mid FROM verdicts WHERE device_id = ?', deviceId)?.mid ?? 0;

/**
 * Stores the next verdicts; one that is known already, or that would leave a gap, changes nothing and is asked for again.
 * Returns the cases whose rows lose a change.
 */
export const keepVerdicts = (db: WriteDb, { deviceId, verdicts, at }: Given): Set<CaseId> => {
  const hidden = new Set<CaseId>();
  const caseOf = verdicts.length === 0 ? new Map<number, CaseId>() : casesOfMids(db, deviceId, verdicts);
  const promised = new Set<CaseId>();
  let last = verdicts.length === 0 ? 0 : lastVerdict(db, deviceId);
  for (const { mid, code, ver, facts } of verdicts) {
    const caseId = caseOf.get(mid);
    if (caseId === undefined || !isNext(db, deviceId, { mid, last })) continue;
    db.run(
      'INSERT INTO verdicts (device_id, mid, case_id, code, ver, facts, received_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      deviceId,
      mid,
      caseId,
      code,
      ver,
      JSON.stringify(facts),
      at,
    );
    last = mid;
    if (hidingCodes.includes(code)) hidden.add(caseId);
    if (promisingCodes.includes(code)) promised.add(caseId);
    if (code === 'quarantined') leaveQuarantined(db, { deviceId, mid, epoch: readState(db, 'progress')?.epoch ?? '' });
  }
  if (promised.size > 0) retryRejected(db, [...promised]);
  return hidden;
};

/** Only what was given back may be passed over: a revoked device hands over what it still has. */
const isNext = (db: Reads, deviceId: DeviceId, { mid, last }: { mid: number; last: number }): boolean =>
  mid === last + 1 ||
  (mid > last &&
    db.get(
      `SELECT 1 FROM journal WHERE device_id = ? AND mid > ? AND mid < ? AND origin NOT IN ('hub', 'gone') LIMIT 1`,
      deviceId,
      last,
      mid,
    ) === undefined);

const casesOfMids = (db: Reads, deviceId: DeviceId, verdicts: readonly Verdict[]): Map<number, CaseId> => {
  const mids = verdicts.map(({ mid }) => mid);
  const own = db.all<{ mid: number; caseId: CaseId }>(
    `SELECT mid, case_id AS caseId FROM journal WHERE device_id = ? AND mid BETWEEN ? AND ? AND origin <> 'hub'`,
    deviceId,
    mids.reduce((a, b) => Math.min(a, b)),
    mids.reduce((a, b) => Math.max(a, b)),
  );
  return new Map(own.map(({ mid, caseId }) => [mid, caseId]));
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
