import { wordOf, type SyncWord } from '../../../shared/sync/sync-word.ts';
import type { ChangeState, SyncItem } from '../../../shared/sync/contract.ts';
import type { Reads } from '../../db/handles.ts';
import { readState } from '../../db/sync-state.ts';

/** Own changes with their state, derived from journal and verdicts each time it is asked for. */
const ownChanges = `
  SELECT j.seq, j.mid, j.change_id AS changeId, j.kind, j.case_id AS caseId, j.at, length(j.ops) AS bytes,
    coalesce(c.report_number, h.report_number, '') AS reportNumber, coalesce(v.code, 'waiting') AS state,
    v.facts, u.code AS unfit, EXISTS (SELECT 1 FROM resolutions r WHERE r.case_id = j.case_id AND r.change_id = j.change_id)
      OR json_extract(v.facts, '$.outcome') IS NOT NULL AS settled
  FROM journal j
  LEFT JOIN verdicts v ON v.device_id = j.device_id AND v.mid = j.mid
  LEFT JOIN cases c ON c.id = j.case_id LEFT JOIN handed_over h ON h.case_id = j.case_id LEFT JOIN unfit u ON u.seq = j.seq
  WHERE j.mid IS NOT NULL AND j.origin <> 'hub'`;

export type OwnChange = {
  seq: number;
  mid: number;
  changeId: string;
  kind: string;
  caseId: string;
  at: string;
  bytes: number;
  reportNumber: string;
  state: ChangeState;
  facts: string | null;
  unfit: string | null;
  settled: 0 | 1;
};

export const isAlone = (db: Reads): boolean => readState(db, 'hub') === null;

/** What was refused and put aside was never delivered; what waited for the handler and was taken was. */
export const wordOfChange = ({ state, unfit, facts }: OwnChange, alone: boolean): SyncWord =>
  state === 'quarantined' && outcomeOf(facts) === 'taken' ? 'delivered' : wordOf(state, { alone, unfit: unfit !== null });

const outcomeOf = (facts: string | null): string | undefined =>
  facts === null ? undefined : (JSON.parse(facts) as { outcome?: string }).outcome;

type Page = { state: ChangeState | null; before: number | null; limit: number };

export const changesPage = (db: Reads, { state, before, limit }: Page): OwnChange[] =>
  db.all<OwnChange>(
    `${ownChanges} AND (? IS NULL OR coalesce(v.code, 'waiting') = ?) AND j.seq < ? ORDER BY j.seq DESC LIMIT ?`,
    state,
    state,
    before ?? Number.MAX_SAFE_INTEGER,
    limit,
  );

export const ownChange = (db: Reads, changeId: string): OwnChange | undefined =>
  db.get<OwnChange>(`${ownChanges} AND j.change_id = ?`, changeId);

/** What came back and was not settled, the oldest first. */
export const unsettledChanges = (db: Reads, caseId: string | null): OwnChange[] =>
  db
    .all<OwnChange>(
      `${ownChanges} AND v.code IN ('conflict', 'refused', 'quarantined') AND (? IS NULL OR j.case_id = ?) ORDER BY j.seq`,
      caseId,
      caseId,
    )
    .filter(({ settled }) => settled === 0);

/** Own changes that are not simply delivered, of one case or of all. */
export const undeliveredChanges = (db: Reads, caseId: string | null): OwnChange[] =>
  db
    .all<OwnChange>(
      `${ownChanges} AND coalesce(v.code, 'waiting') NOT IN ('accepted', 'late') AND (? IS NULL OR j.case_id = ?) ORDER BY j.seq DESC LIMIT 5000`,
      caseId,
      caseId,
    )
    .filter(({ settled }) => settled === 0);

export type Counts = Record<ChangeState, number>;
const none: Counts = { waiting: 0, accepted: 0, late: 0, conflict: 0, refused: 0, quarantined: 0 };

/** Counted from the journal, never kept. */
export const countChanges = (db: Reads): Counts => {
  const judged = db.all<{ code: ChangeState; n: number }>('SELECT code, count(*) AS n FROM verdicts GROUP BY code');
  const all = db.get<{ n: number }>(`SELECT count(*) AS n FROM journal WHERE mid IS NOT NULL AND origin <> 'hub'`)?.n ?? 0;
  const counts = { ...none, ...Object.fromEntries(judged.map(({ code, n }) => [code, n])) };
  return { ...counts, waiting: all - judged.reduce((sum, { n }) => sum + n, 0) };
};

export type CaseCounts = { caseId: string; reportNumber: string; counts: Counts; settled: number; lastAt: string };

/** Case by case. What came back and was settled since is nothing that still waits for the person. */
export const countsByCase = (db: Reads): CaseCounts[] => {
  const rows = db.all<{ caseId: string; reportNumber: string; state: ChangeState; settled: 0 | 1; n: number; lastAt: string }>(
    `SELECT caseId, reportNumber, state, settled, count(*) AS n, max(at) AS lastAt FROM (${ownChanges}) GROUP BY 1, 2, 3, 4 ORDER BY caseId`,
  );
  const byCase = new Map<string, CaseCounts>();
  for (const { caseId, reportNumber, state, settled, n, lastAt } of rows) {
    const known = byCase.get(caseId) ?? { caseId, reportNumber, counts: none, settled: 0, lastAt };
    const counted = settled === 1 ? { settled: known.settled + n } : { counts: { ...known.counts, [state]: n } };
    byCase.set(caseId, { ...known, ...counted, lastAt: lastAt > known.lastAt ? lastAt : known.lastAt });
  }
  return [...byCase.values()].toSorted((a, b) => (a.lastAt < b.lastAt ? 1 : -1));
};

export const itemOf = (row: OwnChange, alone: boolean): SyncItem => ({
  changeId: row.changeId,
  mid: row.mid,
  kind: row.kind,
  caseId: row.caseId,
  reportNumber: row.reportNumber,
  at: row.at,
  state: row.state,
  word: wordOfChange(row, alone),
  code: codeOf(row),
  bytes: row.bytes,
  settled: row.settled === 1,
});

export const codeOf = ({ facts, unfit }: OwnChange): string | null => {
  const said = facts === null ? null : (JSON.parse(facts) as { code?: string }).code;
  return said ?? unfit;
};
