import type { PromiseFilter, PromiseLine, PromiseShare } from '../../../shared/promises/contract.ts';
import { promise } from '../../../shared/promises/model.ts';
import type { Reads, SqlValue } from '../../db/handles.ts';
import { storedFromRow, type SqlRow } from '../../db/rows.ts';

type Scope = { sql: string; params: string[] };
type Where = { sql: string; params: SqlValue[] };

const joined = 'FROM promises r JOIN case_summaries s ON s.case_id = r.case_id';

export const promiseWhere = ({ state, side, overdue }: PromiseFilter, scope: Scope, now: string): Where => ({
  sql: `r.void_reason IS NULL AND r.state = coalesce(?, r.state) AND r.side = coalesce(?, r.side)
    AND ${overdue ? "r.state = 'open' AND r.due_at < ?" : 'coalesce(?, 1)'} AND ${scope.sql}`,
  params: [state, side, overdue ? now : null, ...scope.params],
});

/** Open promises by due time, then the settled ones, the latest first. */
const order = `ORDER BY r.state <> 'open', CASE r.state WHEN 'open' THEN r.due_at END, r.due_at DESC, r.id`;

export const promiseLines = (db: Reads, where: Where, { limit, offset }: { limit: number; offset: number }): PromiseLine[] => {
  const sql = `SELECT r.*, s.report_number AS ledger_report_number, p.name AS ledger_party_name ${joined}
    LEFT JOIN injured_parties p ON p.id = r.party_id WHERE ${where.sql} ${order} LIMIT ? OFFSET ?`;
  return db.all<SqlRow>(sql, ...where.params, limit, offset).map((row) => ({
    promise: storedFromRow(promise, row),
    reportNumber: String(row['ledger_report_number']),
    partyName: typeof row['ledger_party_name'] === 'string' ? row['ledger_party_name'] : null,
  }));
};

export const countPromises = (db: Reads, where: Where): number =>
  db.get<{ n: number }>(`SELECT count(*) AS n ${joined} WHERE ${where.sql}`, ...where.params)?.n ?? 0;

/** Per giver: the name in the promise, else who recorded ours, else the side alone. Moved ones end in the one they became. */
export const promiseShares = (db: Reads, scope: Scope, now: string): PromiseShare[] =>
  db.all<PromiseShare>(
    `SELECT coalesce(nullif(r.by_name, ''), CASE r.side WHEN 'us' THEN q.name END, '') AS name, r.side,
       count(*) FILTER (WHERE r.state = 'kept') AS kept, count(*) FILTER (WHERE r.state = 'broken') AS broken,
       count(*) FILTER (WHERE r.state = 'moved') AS moved, count(*) FILTER (WHERE r.state = 'open') AS "open",
       count(*) FILTER (WHERE r.state = 'open' AND r.due_at < ?) AS overdue
     ${joined} LEFT JOIN people q ON q.id = r.by_person_id
     WHERE r.void_reason IS NULL AND ${scope.sql} GROUP BY 1, 2 ORDER BY r.side DESC, overdue DESC, broken DESC, name LIMIT 200`,
    now,
    ...scope.params,
  );
