import type { CaseId, DeviceId } from '../../shared/kernel/ids.ts';
import type { Reads } from './handles.ts';
import { readState } from './sync-state.ts';
import type { Waiting } from './verdict-rows.ts';

/** What waited for the handler and was taken by them; of a row `v` of the verdicts. */
export const isTaken = `(v.code = 'quarantined' AND json_extract(v.facts, '$.outcome') IS 'taken')`;
const isTakenIn = `(v.code IN ('accepted', 'late') OR ${isTaken})`;

/**
 * Own changes the hub said it had taken in, of cases whose list is here, and which no list names. While every list is as the hub
 * has it, there are none; after a hub was restored they are what it lost, under whichever number they went out. Source: SPEC [SY-54].
 */
export const lostChanges = (db: Reads): Waiting[] =>
  db.all<{ seq: number; mid: number; deviceId: DeviceId; caseId: CaseId }>(
    `SELECT j.seq, j.mid, j.device_id AS deviceId, j.case_id AS caseId FROM journal j
     JOIN verdicts v ON v.device_id = j.device_id AND v.mid = j.mid JOIN case_heads h ON h.case_id = j.case_id
     WHERE j.origin IN ('here', 'back') AND ${isTakenIn} AND j.ver IS NULL ORDER BY j.seq`,
  );

/** Those of these cases for which the hub once took in changes of this file. */
export const casesTakenIn = (db: Reads, caseIds: readonly CaseId[]): CaseId[] =>
  caseIds.filter(
    (caseId) =>
      db.get(
        `SELECT 1 FROM journal j JOIN verdicts v ON v.device_id = j.device_id AND v.mid = j.mid
         WHERE j.case_id = ? AND j.origin IN ('here', 'back') AND ${isTakenIn} LIMIT 1`,
        caseId,
      ) !== undefined,
  );

/**
 * Those of these cases, which the hub takes away, for which it once judged changes of this person under an earlier id of the file
 * and whose list was not compared in this epoch, or does not name what was taken in. Nobody asks about that id any more, and once
 * the case has gone no list would tell; what was refused no list names at all, and it is certain in no epoch but the one in which
 * that id was left. Source: SPEC [SY-54].
 */
export const casesInDoubt = (db: Reads, caseIds: readonly CaseId[]): CaseId[] => {
  const [epoch, personId] = [readState(db, 'progress')?.epoch ?? '', readState(db, 'hub')?.personId ?? ''];
  const leftIn = Object.entries(readState(db, 'leftIn') ?? {});
  const certain = JSON.stringify(leftIn.filter(([, one]) => one === epoch).map(([deviceId]) => deviceId));
  return caseIds.filter(
    (caseId) =>
      db.get(
        `SELECT 1 FROM journal j JOIN verdicts v ON v.device_id = j.device_id AND v.mid = j.mid
         JOIN devices d ON d.device_id = j.device_id LEFT JOIN case_heads h ON h.case_id = j.case_id
         WHERE j.case_id = ? AND j.origin IN ('here', 'back') AND d.retired_at IS NOT NULL AND j.by_person_id = ?
           AND (h.epoch IS NULL OR h.epoch <> ? OR (j.ver IS NULL
             AND (${isTakenIn} OR j.device_id NOT IN (SELECT value FROM json_each(?))))) LIMIT 1`,
        caseId,
        personId,
        epoch,
        certain,
      ) !== undefined,
  );
};

/**
 * Own changes the hub had judged, of cases it no longer knows or takes away in doubt. All of them, whatever it had said: what stayed
 * behind would be in doubt under an earlier id when the case goes the next time, and so for ever.
 */
export const changesOfLostCases = (db: Reads): Waiting[] =>
  (readState(db, 'lostCases')?.caseIds ?? []).flatMap((caseId) =>
    db.all<{ seq: number; mid: number; deviceId: DeviceId; caseId: CaseId }>(
      `SELECT j.seq, j.mid, j.device_id AS deviceId, j.case_id AS caseId FROM journal j
       JOIN verdicts v ON v.device_id = j.device_id AND v.mid = j.mid
       WHERE j.case_id = ? AND j.origin IN ('here', 'back') ORDER BY j.seq`,
      caseId,
    ),
  );

/** Own changes that wait for the handler. Whoever goes on under another number asks under that one how they end. */
export const waitingForHandler = (db: Reads): Waiting[] =>
  db.all<{ seq: number; mid: number; deviceId: DeviceId; caseId: CaseId }>(
    `SELECT j.seq, j.mid, j.device_id AS deviceId, j.case_id AS caseId FROM journal j
     JOIN verdicts v ON v.device_id = j.device_id AND v.mid = j.mid
     WHERE j.origin IN ('here', 'back') AND v.code = 'quarantined' AND json_extract(v.facts, '$.outcome') IS NULL ORDER BY j.seq`,
  );
