import type { PaperView } from '../../../shared/papers/contract.ts';
import { paper, paperRequest, type PaperRequest, type PaperRow } from '../../../shared/papers/model.ts';
import type { Reads } from '../../db/handles.ts';
import { selectRows, storedFromRow, type SqlRow } from '../../db/rows.ts';

export const papersOf = (db: Reads, caseId: string): PaperRow[] =>
  selectRows(db, paper, 'case_id = ? AND void_reason IS NULL ORDER BY at, id', [caseId]);

export const requestsOf = (db: Reads, caseId: string): PaperRequest[] =>
  selectRows(db, paperRequest, 'case_id = ? AND void_reason IS NULL ORDER BY asked_at, id', [caseId]);

type Scope = { sql: string; params: string[] };
type Page = { view: PaperView; offset: number; limit: number };

/** Which rows a view is about, and since when each of them waits. The conditions match the partial indexes. */
const views: Record<PaperView, { where: string; since: string; closedToo: boolean }> = {
  missing: {
    where: "r.void_reason IS NULL AND r.need = 'needed' AND r.checked_at IS NULL AND r.state <> 'received'",
    since: 'coalesce(r.first_asked_at, r.at)',
    closedToo: false,
  },
  unchecked: { where: "r.void_reason IS NULL AND r.state = 'received'", since: 'r.received_at', closedToo: false },
  originals: {
    where: "r.void_reason IS NULL AND r.original = 1 AND r.state IN ('received', 'checked', 'refused')",
    since: 'r.received_at',
    closedToo: true,
  },
};

const joined = (view: PaperView, scope: Scope): string => {
  const { where, closedToo } = views[view];
  return `FROM papers r JOIN case_summaries s ON s.case_id = r.case_id WHERE ${where}${closedToo ? '' : " AND s.state = 'open'"} AND ${scope.sql}`;
};

export const countCases = (db: Reads, view: PaperView, scope: Scope): number =>
  db.get<{ n: number }>(`SELECT count(DISTINCT r.case_id) AS n ${joined(view, scope)}`, ...scope.params)?.n ?? 0;

export type BoardCase = {
  caseId: string;
  reportNumber: string;
  plate: string | null;
  insuredName: string | null;
  ownerName: string | null;
  since: string;
};

/** Cases of one page, the longest waiting first. */
export const boardCases = (db: Reads, { view, limit, offset }: Page, scope: Scope): BoardCase[] =>
  db.all<BoardCase>(
    `SELECT r.case_id AS caseId, s.report_number AS reportNumber, s.plate AS plate, s.insured_name AS insuredName,
       nullif(s.owner_name, '') AS ownerName, min(${views[view].since}) AS since
     ${joined(view, scope)} GROUP BY r.case_id ORDER BY since, r.case_id LIMIT ? OFFSET ?`,
    ...scope.params,
    limit,
    offset,
  );

/** The papers of one case that belong to the view. */
export const boardPapers = (db: Reads, view: PaperView, caseId: string): { paper: PaperRow; partyName: string | null }[] =>
  db
    .all<SqlRow>(
      `SELECT r.*, p.name AS board_party_name FROM papers r LEFT JOIN injured_parties p ON p.id = r.party_id
       WHERE r.case_id = ? AND ${views[view].where} ORDER BY r.party_id IS NOT NULL, r.party_id, r.at, r.id`,
      caseId,
    )
    .map((row) => ({
      paper: storedFromRow(paper, row),
      partyName: typeof row['board_party_name'] === 'string' ? row['board_party_name'] : null,
    }));
