import type { CaseId } from '../../shared/kernel/ids.ts';
import { applyChange } from './apply-change.ts';
import { ProblemError, type CommitProblem } from './apply-problem.ts';
import type { Reads, WriteDb } from './handles.ts';
import { changeOf, journalAfter } from './journal.ts';
import type { Projector, TouchedRow } from './projector.ts';

/** An entry that did not fit the rows before it; never seen unless the journal itself was damaged. */
export type Unapplied = { seq: number; code: CommitProblem['code'] };

/** The projectors and the instant they are computed for. */
export type Projection = { projectors: readonly Projector[]; now: string };

/** Applies the whole journal of `from` to the empty tables of `to`, then computes boards and search once per case. */
export const rebuild = (from: Reads, to: WriteDb, { projectors, now }: Projection): { entries: number; unapplied: Unapplied[] } => {
  const unapplied: Unapplied[] = [];
  const rowsByCase = new Map<CaseId | null, Map<string, TouchedRow>>();
  let entries = 0;
  for (const row of entriesOf(from)) {
    entries += 1;
    const change = changeOf(row);
    const rows = rowsByCase.get(change.caseId) ?? new Map<string, TouchedRow>();
    rowsByCase.set(change.caseId, rows);
    to.run('SAVEPOINT entry');
    try {
      for (const touched of applyChange(to, change, row.seq)) rows.set(`${touched.entity} ${touched.id}`, touched);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      to.run('ROLLBACK TO entry');
      unapplied.push({ seq: row.seq, code: error.problem.code });
    }
    to.run('RELEASE entry');
  }
  for (const [caseId, rows] of rowsByCase) {
    for (const projector of projectors) projector(to, { caseId, rows: [...rows.values()] }, now);
  }
  return { entries, unapplied };
};

/** In pages, because one connection cannot write while it still reads a statement. */
function* entriesOf(from: Reads) {
  let page = journalAfter(from, 0);
  while (page.length > 0) {
    yield* page;
    page = journalAfter(from, page.at(-1)?.seq ?? 0);
  }
}
