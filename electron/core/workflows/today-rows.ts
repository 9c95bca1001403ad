import type { ClockView } from '../../../shared/clocks/view.ts';
import type { Person } from '../../../shared/people/model.ts';
import type { Reads } from '../../db/handles.ts';
import { clockColumns, clockOfRow, type ClockRow } from '../clocks/clock-rows.ts';
import { silentSql } from '../cases/list-where.ts';

export type Scope = { sql: string; params: string[] };
/** What every part of the day's answer is asked with. `until`: clocks due later are not shown today. */
export type Around = { scope: Scope; now: string; until: string; silentSince: string; person: Person };

/** Whom a line is about: the party of the row, or the only injured party of the case. */
export const subject = `s.report_number AS reportNumber, s.insured_name AS insuredName,
  coalesce(p.name, CASE WHEN s.party_count = 1 THEN json_extract(s.party_names, '$[0]') END) AS partyName,
  coalesce(p.injury_summary, s.injury_summary) AS injurySummary`;

export type Subject = { reportNumber: string; insuredName: string | null; partyName: string | null; injurySummary: string | null };

/** Longest board anybody can work off in a day; the counts beside it are complete. */
const boardLength = 200;

type BoardRow = ClockRow & Subject & { dots: string };
type BoardLine = ClockView & Subject & { dots: string };

const boardSql = `SELECT ${clockColumns}, ${subject}, s.dots FROM clocks c CROSS JOIN case_summaries s ON s.case_id = c.case_id
     LEFT JOIN injured_parties p ON p.id = c.party_id`;

/** Overdue clocks first, then those due soon; walks the index on the due time. */
export const dueClocks = (db: Reads, { scope, until }: Around): BoardLine[] =>
  db
    .all<BoardRow>(`${boardSql} WHERE c.due_at < ? AND ${scope.sql} ORDER BY c.due_at LIMIT ?`, until, ...scope.params, boardLength)
    .map(clockOfRow);

/** Clocks not due before tomorrow ends, of which the board reminds already; they follow those that are due. */
export const remindedClocks = (db: Reads, { scope, until, now }: Around): BoardLine[] =>
  db
    .all<BoardRow>(
      `${boardSql} WHERE c.warn_at <= ? AND c.due_at >= ? AND ${scope.sql} ORDER BY c.due_at LIMIT ?`,
      now,
      until,
      ...scope.params,
      boardLength,
    )
    .map(clockOfRow);

type Counts = { all: number; statutory: number; company: number; promise: number };

export const countsDue = (db: Reads, { scope, until }: Around): Counts =>
  scope.params.length === 0 ? countsOfAll(db, until) : countsInScope(db, scope, until);

const none: Counts = { all: 0, statutory: 0, company: 0, promise: 0 };

/** Ranges of an index that are only counted: thousands of overdue clocks cost a millisecond. */
const countsOfAll = (db: Reads, until: string): Counts => {
  const counts =
    db.get<Omit<Counts, 'all'>>(
      `SELECT (SELECT count(*) FROM clocks WHERE basis = 'statutory' AND due_at < ?) AS statutory,
         (SELECT count(*) FROM clocks WHERE basis = 'company' AND due_at < ?) AS company,
         (SELECT count(*) FROM clocks WHERE basis = 'promise' AND due_at < ?) AS promise`,
      until,
      until,
      until,
    ) ?? none;
  return { ...counts, all: counts.statutory + counts.company + counts.promise };
};

const countsInScope = (db: Reads, scope: Scope, until: string): Counts =>
  db.get<Counts>(
    `SELECT count(*) AS "all", count(*) FILTER (WHERE c.basis = 'statutory') AS statutory,
       count(*) FILTER (WHERE c.basis = 'company') AS company, count(*) FILTER (WHERE c.basis = 'promise') AS promise
     FROM clocks c CROSS JOIN case_summaries s ON s.case_id = c.case_id WHERE c.due_at < ? AND ${scope.sql}`,
    until,
    ...scope.params,
  ) ?? none;

type Silent = Subject & { caseId: string; lastContactAt: string | null; since: string | null };

/** Longest silence first. */
export const silentCases = (db: Reads, { scope, silentSince }: Around): Silent[] =>
  db.all<Silent>(
    `SELECT s.case_id AS caseId, s.report_number AS reportNumber, s.insured_name AS insuredName,
       CASE WHEN s.party_count = 1 THEN json_extract(s.party_names, '$[0]') END AS partyName, s.injury_summary AS injurySummary,
       s.last_contact_at AS lastContactAt, coalesce(s.last_contact_at, s.reported_at) AS since
     FROM case_summaries s WHERE ${silentSql} AND ${scope.sql} ORDER BY s.contact_sort, s.case_id LIMIT 50`,
    silentSince,
    silentSince,
    ...scope.params,
  );

type DraftLine = { key: string; caseId: string | null; reportNumber: string | null; updatedAt: string };

export const draftsOfToday = (db: Reads): DraftLine[] =>
  db.all<DraftLine>(
    `SELECT d.key, d.case_id AS caseId, c.report_number AS reportNumber, d.updated_at AS updatedAt
     FROM drafts d LEFT JOIN cases c ON c.id = d.case_id ORDER BY d.updated_at DESC LIMIT 50`,
  );

/** Deductions made in a span of time, and those among them that a disclosure had announced. */
export const toldBetween = (db: Reads, scope: Scope, { from, until }: { from: string; until: string }): { told: number; all: number } =>
  db.get<{ told: number; all: number }>(
    `SELECT count(*) AS "all", count(d.disclosure_id) AS told FROM deductions d CROSS JOIN case_summaries s ON s.case_id = d.case_id
     WHERE d.at >= ? AND d.at < ? AND d.void_reason IS NULL AND ${scope.sql}`,
    from,
    until,
    ...scope.params,
  ) ?? { told: 0, all: 0 };
