import type { PromiseFilter, PromiseLine } from '../../../shared/promises/contract.ts';
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
