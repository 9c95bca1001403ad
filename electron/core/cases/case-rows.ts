import type { Reads } from '../../db/handles.ts';

/** The case that already carries this report number, if any. */
export const caseByReportNumber = (db: Reads, reportNumber: string): { id: string } | undefined =>
  db.get<{ id: string }>('SELECT id FROM cases WHERE report_number = ? AND void_reason IS NULL', reportNumber);

/** A deduction rests on disclosure `t`, or a printed paper tells the customer of it. */
const quotedSql = `(
  EXISTS (SELECT 1 FROM deductions d WHERE d.case_id = t.case_id AND d.disclosure_id = t.id AND d.void_reason IS NULL)
  OR EXISTS (SELECT 1 FROM determinations l, json_each(l.lines) o, json_each(o.value, '$.reasons') r
    WHERE l.case_id = t.case_id AND l.void_reason IS NULL AND json_extract(r.value, '$.disclosureId') = t.id)
  OR EXISTS (SELECT 1 FROM documents p, json_each(p.quotes) q WHERE p.case_id = t.case_id AND q.value = t.id)
)`;

/** Whether a deduction or a printed letter quotes the disclosure: it can be corrected then, not taken back. */
export const isQuoted = (db: Reads, caseId: string, disclosureId: string): boolean =>
  db.get(`SELECT 1 FROM disclosures t WHERE t.case_id = ? AND t.id = ? AND ${quotedSql}`, caseId, disclosureId) !== undefined;

/** Whether a disclosure that was made in the log is quoted. */
export const isLogQuoted = (db: Reads, caseId: string, logId: string): boolean =>
  db.get(
    `SELECT 1 FROM disclosures t WHERE t.case_id = ? AND t.log_id = ? AND t.void_reason IS NULL AND ${quotedSql} LIMIT 1`,
    caseId,
    logId,
  ) !== undefined;
