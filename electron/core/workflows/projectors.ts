import type { ClockRules } from '../../../shared/clocks/limits.ts';
import { clockRuleSet } from '../../../shared/clocks/model.ts';
import type { WriteDb } from '../../db/handles.ts';
import type { Projector, TouchedRow } from '../../db/projector.ts';
import { findRow } from '../../db/rows.ts';
import { loadSnapshot } from '../case-snapshot.ts';
import { dropSummary } from '../cases/summary-rows.ts';
import { projectSummary } from '../cases/summary-projection.ts';
import { projectClocks } from '../clocks/clock-projection.ts';
import { dropClocksOf } from '../clocks/clock-rows.ts';
import { casesStartedSince, countsFromOf, readClockRules } from '../clocks/rule-rows.ts';
import { projectSearch } from '../search/search-projection.ts';

/** Clocks first, because the list line shows the next one; both from one look at the case. */
const projectBoards: Projector = (db, { caseId, rows }, now) => {
  const context = { rules: readClockRules(db), now };
  const caseIds = caseId === null ? casesUnderNewRules(db, rows) : [caseId];
  for (const one of caseIds) projectBoardsOf(db, one, context);
};

/** A new version counts for clocks that start from then on; a start typed a little ahead may lie behind it already. */
const casesUnderNewRules = (db: WriteDb, rows: readonly TouchedRow[]): string[] =>
  rows.flatMap(({ entity, id }) => {
    const made = entity === clockRuleSet.name ? findRow(db, clockRuleSet, id) : undefined;
    return made ? casesStartedSince(db, countsFromOf(made)) : [];
  });

const projectBoardsOf = (db: WriteDb, caseId: string, { rules, now }: { rules: readonly ClockRules[]; now: string }): void => {
  const file = loadSnapshot(db, caseId);
  if (!file) {
    dropClocksOf(db, caseId);
    dropSummary(db, caseId);
    return;
  }
  projectSummary(db, file, { clocks: projectClocks(db, file, rules), now });
};

/** Everything that is recomputed after a change, in this order. */
export const projectors: readonly Projector[] = [projectBoards, projectSearch];
