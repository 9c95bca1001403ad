import type { Reads } from '../../db/handles.ts';

/** Report numbers of every case on this machine, hidden ones included: taking a list twice adds nothing. */
export const allReportNumbers = (db: Reads): Set<string> =>
  new Set(db.all<{ number: string }>('SELECT report_number AS number FROM cases').map(({ number }) => number));

/** Which of these report numbers exist already. */
export const existingReportNumbers = (db: Reads, reportNumbers: readonly string[]): Set<string> => {
  const sql = 'SELECT report_number AS number FROM cases WHERE report_number IN (SELECT value FROM json_each(?))';
  return new Set(db.all<{ number: string }>(sql, JSON.stringify(reportNumbers)).map(({ number }) => number));
};
