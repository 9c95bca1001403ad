import { escalation, escalationRemark, type Escalation, type EscalationRemark } from '../../../shared/escalations/model.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { Reads, SqlValue } from '../../db/handles.ts';
import { findRow, selectRows, storedFromRow, type SqlRow } from '../../db/rows.ts';

/** The request, if it belongs to the case and is not voided. */
export const findEscalation = (db: Reads, caseId: CaseId, escalationId: string): Escalation | null => {
  const row = findRow(db, escalation, escalationId);
  return row && row.caseId === caseId && row.voidReason === null ? row : null;
};

export type QueueRow = {
  escalation: Escalation;
  reportNumber: string;
  partyName: string | null;
  askedByName: string | null;
  remarks: EscalationRemark[];
};

/** Longest queue shown at once; a region with more waiting requests has another problem than this list. */
const queueLimit = 500;

const queueTail = `
  FROM escalations e
  JOIN (SELECT id, report_number, coalesce(owner_name, '') AS owner_name FROM cases) s ON s.id = e.case_id
  LEFT JOIN injured_parties p ON p.id = e.party_id
  LEFT JOIN people w ON w.id = e.by_person_id`;
const queueOrder = `ORDER BY coalesce(e.submitted_at, e.at), e.id LIMIT ${queueLimit}`;
const queueColumns = 'e.*, s.report_number AS queue_report_number, p.name AS queue_party_name, w.name AS queue_asked_by_name';
/** Requests across cases, the one sent first on top; `state` null takes every state, `scope` limits the cases to those one may see. */
export const queueRows = (db: Reads, state: Escalation['state'] | null, scope: { sql: string; params: string[] }): QueueRow[] => {
  const sql = `SELECT ${queueColumns} ${queueTail} WHERE e.state = coalesce(?, e.state) AND e.void_reason IS NULL AND ${scope.sql} ${queueOrder}`;
  const rows = db.all<SqlRow>(sql, state, ...scope.params);
  const remarks = remarksOf(
    db,
    rows.map((row) => String(row['id'])),
  );
  return rows.map((row) => ({
    escalation: storedFromRow(escalation, row),
    reportNumber: String(row['queue_report_number']),
    partyName: textOrNull(row['queue_party_name']),
    askedByName: textOrNull(row['queue_asked_by_name']),
    remarks: remarks.get(String(row['id'])) ?? [],
  }));
};

const textOrNull = (value: SqlValue | undefined): string | null => (typeof value === 'string' ? value : null);

const remarksOf = (db: Reads, escalationIds: readonly string[]): Map<string, EscalationRemark[]> => {
  const found = new Map<string, EscalationRemark[]>();
  const where = 'escalation_id IN (SELECT value FROM json_each(?)) AND void_reason IS NULL ORDER BY at, id';
  for (const remark of selectRows(db, escalationRemark, where, [JSON.stringify(escalationIds)])) {
    const key = remark.escalationId ?? '';
    found.set(key, [...(found.get(key) ?? []), remark]);
  }
  return found;
};
