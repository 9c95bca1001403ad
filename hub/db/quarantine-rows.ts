import type { QuarantineCode } from '../../shared/sync/verdict.ts';
import { quarantineTable } from './tables.ts';
import type { SqlReads, SqlTx } from './sql.ts';

export type QuarantineRow = {
  id: string;
  caseId: string;
  branchId: string | null;
  deviceId: string;
  mid: number;
  personId: string;
  code: QuarantineCode;
  receivedAt: string;
  changeId: string;
  changeText: string;
  state: 'waiting' | 'taken' | 'dropped';
  decidedBy: string | null;
  decidedAt: string | null;
  reason: string | null;
  ver: number | null;
};

const columns = `q.quarantine_id AS id, q.case_id AS "caseId", q.branch_id AS "branchId", q.device_id AS "deviceId", q.mid, q.person_id AS "personId",
  q.code, q.received_at AS "receivedAt", q.change_id AS "changeId", q.change_text AS "changeText", q.state, q.decided_by AS "decidedBy", q.decided_at AS "decidedAt",
  q.reason, q.ver`;

export type NewQuarantine = Pick<
  QuarantineRow,
  'id' | 'caseId' | 'branchId' | 'deviceId' | 'mid' | 'personId' | 'code' | 'receivedAt' | 'changeId' | 'changeText'
>;

export const addQuarantined = (tx: SqlTx, rows: readonly NewQuarantine[]): Promise<void> =>
  tx.insertMany(
    quarantineTable,
    rows.map((row) => ({
      quarantine_id: row.id,
      case_id: row.caseId,
      branch_id: row.branchId,
      device_id: row.deviceId,
      mid: row.mid,
      person_id: row.personId,
      code: row.code,
      received_at: row.receivedAt,
      change_id: row.changeId,
      change_text: row.changeText,
      state: 'waiting',
    })),
  );

export const lockQuarantined = async (tx: SqlTx, id: string): Promise<QuarantineRow | undefined> =>
  (await tx.query<QuarantineRow>(`SELECT ${columns} FROM quarantine q WHERE q.quarantine_id = $1 FOR UPDATE`, id))[0];

/** Waiting changes of these branches, oldest first. The branch is that of the case now; of its maker when there is no such case. */
export const waitingIn = (reads: SqlReads, branchIds: readonly string[]): Promise<QuarantineRow[]> =>
  reads.query<QuarantineRow>(
    `SELECT ${columns} FROM quarantine q LEFT JOIN case_heads h ON h.case_id = q.case_id
     WHERE q.state = 'waiting' AND coalesce(h.branch_id, q.branch_id) = ANY($1) ORDER BY q.received_at, q.quarantine_id LIMIT 500`,
    branchIds,
  );

export const countWaitingIn = async (reads: SqlReads, branchIds: readonly string[]): Promise<number> =>
  (
    await reads.query<{ n: number }>(
      `SELECT count(*) AS n FROM quarantine q LEFT JOIN case_heads h ON h.case_id = q.case_id
       WHERE q.state = 'waiting' AND coalesce(h.branch_id, q.branch_id) = ANY($1)`,
      branchIds,
    )
  )[0]?.n ?? 0;

export type Decided = { id: string; state: 'taken' | 'dropped'; by: string; at: string; reason: string | null; ver: number | null };

export const decideQuarantined = (tx: SqlTx, { id, state, by, at, reason, ver }: Decided): Promise<number> =>
  tx.run(
    `UPDATE quarantine SET state = $1, decided_by = $2, decided_at = $3, reason = $4, ver = $5 WHERE quarantine_id = $6 AND state = 'waiting'`,
    state,
    by,
    at,
    reason,
    ver,
    id,
  );

/** How own quarantined changes of a device ended; a copy of the file may have brought them first. */
export const endedOf = (
  reads: SqlReads,
  deviceId: string,
  mids: readonly number[],
): Promise<{ mid: number; outcome: 'taken' | 'dropped'; ver: number | null; at: string }[]> =>
  mids.length === 0
    ? Promise.resolve([])
    : reads.query(
        `SELECT v.mid, q.state AS outcome, q.ver, q.decided_at AS at FROM verdicts v JOIN quarantine q ON q.change_id = v.change_id
         WHERE v.device_id = $1 AND v.mid = ANY($2::bigint[]) AND q.state <> 'waiting' ORDER BY v.mid`,
        deviceId,
        mids,
      );

/** Changes for this case that wait for the handler or were decided by one, whole, with who made them. */
export const keptTextsOf = (reads: SqlReads, caseId: string): Promise<{ personId: string; changeText: string }[]> =>
  reads.query('SELECT person_id AS "personId", change_text AS "changeText" FROM quarantine WHERE case_id = $1', caseId);
