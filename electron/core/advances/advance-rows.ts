import { advance, type Advance } from '../../../shared/advances/model.ts';
import type { Case } from '../../../shared/cases/model.ts';
import { caseEntity } from '../../../shared/cases/model.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { Reads } from '../../db/handles.ts';
import { findRow, selectRows, type SqlRow } from '../../db/rows.ts';

/** The advance, if it belongs to the case and is not voided. */
export const findAdvance = (db: Reads, caseId: CaseId, advanceId: string): Advance | null => {
  const row = findRow(db, advance, advanceId);
  return row && row.caseId === caseId && row.voidReason === null ? row : null;
};

export const advancesOfCase = (db: Reads, caseId: CaseId): Advance[] => selectRows(db, advance, 'case_id = ? ORDER BY at, id', [caseId]);

export const headOf = (db: Reads, caseId: CaseId): Case | null => findRow(db, caseEntity, caseId) ?? null;

/** Longest queue shown at once. */
const queueLimit = 500;

/** Requests across cases in these states with whom they are about; `scope` limits the cases to those one may see. */
export const queuedAdvances = (db: Reads, states: readonly string[], scope: { sql: string; params: string[] }): SqlRow[] =>
  db.all<SqlRow>(
    `SELECT a.*, s.report_number AS queue_report_number, p.name AS queue_party_name, w.name AS queue_asked_by_name
     FROM advances a JOIN (SELECT id, report_number, coalesce(owner_name, '') AS owner_name FROM cases) s ON s.id = a.case_id
     LEFT JOIN injured_parties p ON p.id = a.party_id LEFT JOIN people w ON w.id = a.by_person_id
     WHERE a.state IN (SELECT value FROM json_each(?)) AND a.void_reason IS NULL AND ${scope.sql}
     ORDER BY coalesce(a.asked_at, a.at), a.id LIMIT ${queueLimit}`,
    JSON.stringify(states),
    ...scope.params,
  );
