import type { DisclosureFilter, DisclosureLine, MatrixCase } from '../../../shared/disclosures/contract.ts';
import { disclosure } from '../../../shared/disclosures/model.ts';
import type { Reads, SqlValue } from '../../db/handles.ts';
import { storedFromRow, type SqlRow } from '../../db/rows.ts';

export type Scope = { sql: string; params: string[] };
export type Page = { offset: number; limit: number };

const joined = 'FROM disclosures d JOIN case_summaries s ON s.case_id = d.case_id';
const people = 'LEFT JOIN injured_parties p ON p.id = d.party_id LEFT JOIN people w ON w.id = d.by_person_id';
const columns = `d.*, s.report_number AS ledger_report_number, p.name AS ledger_party_name, w.name AS ledger_by_name,
  (SELECT min(c.told_at) FROM disclosures c WHERE c.case_id = d.case_id AND c.corrects_disclosure_id = d.id AND c.void_reason IS NULL)
    AS ledger_corrected_at,
  (SELECT count(*) FROM deductions q WHERE q.case_id = d.case_id AND q.disclosure_id = d.id AND q.void_reason IS NULL) AS ledger_quoted_by,
  EXISTS (SELECT 1 FROM documents n, json_each(n.quotes) j WHERE n.case_id = d.case_id AND j.value = d.id) AS ledger_printed`;

const whereOf = ({ topic, understood }: DisclosureFilter, scope: Scope): { sql: string; params: SqlValue[] } => ({
  sql: `d.void_reason IS NULL AND d.topic = coalesce(?, d.topic) AND d.understood = coalesce(?, d.understood) AND ${scope.sql}`,
  params: [topic, understood, ...scope.params],
});

/** One page of the ledger of disclosures, the latest first. */
export const disclosureLines = (db: Reads, filter: DisclosureFilter, { scope, page }: { scope: Scope; page: Page }): DisclosureLine[] => {
  const where = whereOf(filter, scope);
  const sql = `SELECT ${columns} ${joined} ${people}
    WHERE ${where.sql} ORDER BY d.told_at DESC, d.id DESC LIMIT ? OFFSET ?`;
  return db.all<SqlRow>(sql, ...where.params, page.limit, page.offset).map(lineOfRow);
};

/** One telling as a line of the ledger, unless it was taken back. */
export const disclosureLine = (db: Reads, caseId: string, disclosureId: string): DisclosureLine | undefined => {
  const sql = `SELECT ${columns} ${joined} ${people} WHERE d.case_id = ? AND d.id = ? AND d.void_reason IS NULL`;
  const row = db.get<SqlRow>(sql, caseId, disclosureId);
  return row && lineOfRow(row);
};

const lineOfRow = (row: SqlRow): DisclosureLine => ({
  disclosure: storedFromRow(disclosure, row),
  reportNumber: String(row['ledger_report_number']),
  partyName: textOrNull(row['ledger_party_name']),
  byName: textOrNull(row['ledger_by_name']),
  correctedAt: textOrNull(row['ledger_corrected_at']),
  quotedBy: Number(row['ledger_quoted_by']),
  printed: row['ledger_printed'] === 1,
});

export const countDisclosures = (db: Reads, filter: DisclosureFilter, scope: Scope): number => {
  const where = whereOf(filter, scope);
  return db.get<{ n: number }>(`SELECT count(*) AS n ${joined} WHERE ${where.sql}`, ...where.params)?.n ?? 0;
};

type Correction = { id: string; toldAt: string; reason: string | null };

/** The standing disclosure that corrects this one; why, says the contact in which it was told. */
export const correctionOf = (db: Reads, caseId: string, disclosureId: string): Correction | undefined =>
  db.get<Correction>(
    `SELECT d.id, d.told_at AS toldAt, l.body AS reason FROM disclosures d LEFT JOIN contact_logs l ON l.id = d.log_id
     WHERE d.case_id = ? AND d.corrects_disclosure_id = ? AND d.void_reason IS NULL LIMIT 1`,
    caseId,
    disclosureId,
  );

const textOrNull = (value: SqlValue | undefined): string | null => (typeof value === 'string' ? value : null);

type OpenCase = { caseId: string; reportNumber: string; partyNames: string };

/** One page of open cases with the latest telling of each topic. */
export const matrixCases = (db: Reads, scope: Scope, { limit, offset }: Page): MatrixCase[] => {
  const cases = db.all<OpenCase>(
    `SELECT s.case_id AS caseId, s.report_number AS reportNumber, s.party_names AS partyNames
     FROM case_summaries s WHERE s.state = 'open' AND ${scope.sql} ORDER BY s.report_number LIMIT ? OFFSET ?`,
    ...scope.params,
    limit,
    offset,
  );
  const told = toldByCase(
    db,
    cases.map(({ caseId }) => caseId),
  );
  return cases.map(({ partyNames, ...one }) => ({
    ...one,
    partyNames: JSON.parse(partyNames) as string[],
    told: told.get(one.caseId) ?? {},
  }));
};

export const countOpenCases = (db: Reads, scope: Scope): number =>
  db.get<{ n: number }>(`SELECT count(*) AS n FROM case_summaries s WHERE s.state = 'open' AND ${scope.sql}`, ...scope.params)?.n ?? 0;

type Telling = { caseId: string; topic: string; understood: 'yes' | 'no' | 'unclear'; toldAt: string };

const toldByCase = (db: Reads, caseIds: readonly string[]): Map<string, MatrixCase['told']> => {
  const tellings = db.all<Telling>(
    `SELECT case_id AS caseId, topic, understood, told_at AS toldAt FROM disclosures
     WHERE case_id IN (SELECT value FROM json_each(?)) AND void_reason IS NULL AND NOT EXISTS (
       SELECT 1 FROM disclosures c WHERE c.case_id = disclosures.case_id AND c.corrects_disclosure_id = disclosures.id AND c.void_reason IS NULL
     ) ORDER BY told_at, id`,
    JSON.stringify(caseIds),
  );
  const found = new Map<string, MatrixCase['told']>();
  // In order of time, so the latest telling of a topic stays.
  for (const { caseId, topic, understood, toldAt } of tellings) {
    found.set(caseId, { ...found.get(caseId), [topic]: { understood, toldAt } });
  }
  return found;
};
