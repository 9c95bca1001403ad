import type { Reads } from '../../db/handles.ts';

/** The case that already carries this report number, if any. */
export const caseByReportNumber = (db: Reads, reportNumber: string): { id: string } | undefined =>
  db.get<{ id: string }>('SELECT id FROM cases WHERE report_number = ? AND void_reason IS NULL', reportNumber);

/** Whether a deduction rests on the disclosure. */
export const isQuoted = (db: Reads, caseId: string, disclosureId: string): boolean =>
  db.get('SELECT 1 FROM deductions WHERE case_id = ? AND disclosure_id = ? AND void_reason IS NULL LIMIT 1', caseId, disclosureId) !==
  undefined;

/** Whether a deduction rests on a disclosure that was made in the log. */
export const isLogQuoted = (db: Reads, caseId: string, logId: string): boolean =>
  db.get(
    `SELECT 1 FROM deductions d JOIN disclosures t ON t.id = d.disclosure_id
     WHERE d.case_id = ? AND d.void_reason IS NULL AND t.log_id = ? LIMIT 1`,
    caseId,
    logId,
  ) !== undefined;
