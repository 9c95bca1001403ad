import type { Reads } from '../../db/handles.ts';
import type { Scope } from './today-rows.ts';

export type Subject = { caseId: string; partyId: string | null; reportNumber: string; who: string | null };

/** Of whom a warning about a whole case speaks: the only injured party, else the insured. */
const caseSubject = `s.case_id AS caseId, NULL AS partyId, s.report_number AS reportNumber,
  coalesce(CASE WHEN s.party_count = 1 THEN json_extract(s.party_names, '$[0]') END, s.insured_name) AS who`;
const partySubject = 's.case_id AS caseId, p.id AS partyId, s.report_number AS reportNumber, p.name AS who';
const open = "s.state = 'open'";

export type BasisRow = Subject & {
  year: number | null;
  debateEndedOn: string | null;
  expectedOn: string | null;
  settledOn: string | null;
  packVersion: string | null;
};

/** Rows of the bases of open cases in the order they were written; later values stand over earlier ones. */
export const basesOfOpen = (db: Reads, { sql, params }: Scope): BasisRow[] =>
  db.all<BasisRow>(
    `SELECT ${caseSubject}, json_extract(b.statistics, '$.year') AS year, json_extract(b.statistics, '$.debateEndedOn') AS debateEndedOn,
       b.expected_on AS expectedOn, b.settled_on AS settledOn, b.pack_version AS packVersion
     FROM calculation_bases b CROSS JOIN case_summaries s ON s.case_id = b.case_id
     WHERE b.void_reason IS NULL AND ${open} AND ${sql} ORDER BY b.at, b.id`,
    ...params,
  );

export type BirthRow = Subject & { bornOn: string };

/** Persons born between two days whose years are still counted: neither graded nor dead, by what the file knows. */
export const bornBetween = (db: Reads, { sql, params }: Scope, { after, until }: { after: string; until: string }): BirthRow[] =>
  db.all<BirthRow>(
    `SELECT ${partySubject}, p.born_on AS bornOn
     FROM injured_parties p CROSS JOIN case_summaries s ON s.case_id = p.case_id
     WHERE p.born_on > ? AND p.born_on <= ? AND p.void_reason IS NULL AND ${open} AND ${sql}
       AND NOT EXISTS (SELECT 1 FROM party_bases b WHERE b.case_id = p.case_id AND b.party_id = p.id AND b.void_reason IS NULL
         AND (b.graded_on IS NOT NULL OR b.died_on IS NOT NULL))
     LIMIT 200`,
    after,
    until,
    ...params,
  );

export type LapseRow = Subject & { since: string };

/** Accidents between two instants in cases of which nobody has agreed with anybody yet. */
export const accidentsBetween = (db: Reads, { sql, params }: Scope, { after, until }: { after: string; until: string }): LapseRow[] =>
  db.all<LapseRow>(
    `SELECT ${caseSubject}, c.accident_at AS since FROM cases c CROSS JOIN case_summaries s ON s.case_id = c.id
     WHERE c.accident_at > ? AND c.accident_at <= ? AND ${open} AND ${sql}
       AND NOT EXISTS (SELECT 1 FROM offers o WHERE o.case_id = c.id AND o.void_reason IS NULL AND o.state IN ('accepted', 'paid', 'closed'))
     ORDER BY c.accident_at LIMIT 200`,
    after,
    until,
    ...params,
  );

/** Offers agreed on between two instants that are still not paid. */
export const agreedBetween = (db: Reads, { sql, params }: Scope, { after, until }: { after: string; until: string }): LapseRow[] =>
  db.all<LapseRow>(
    `SELECT ${partySubject}, o.answered_at AS since
     FROM offers o CROSS JOIN case_summaries s ON s.case_id = o.case_id LEFT JOIN injured_parties p ON p.id = o.party_id
     WHERE o.state = 'accepted' AND o.answered_at > ? AND o.answered_at <= ? AND o.void_reason IS NULL AND ${open} AND ${sql}
     ORDER BY o.answered_at LIMIT 200`,
    after,
    until,
    ...params,
  );
