import type { Projector } from '../../db/projector.ts';
import { loadSnapshot } from '../case-snapshot.ts';
import { dropSummary } from '../cases/summary-rows.ts';
import { projectSummary } from '../cases/summary-projection.ts';
import { projectClocks } from '../clocks/clock-projection.ts';
import { dropClocksOf } from '../clocks/clock-rows.ts';
import { projectSearch } from '../search/search-projection.ts';

/** Clocks first, because the list line shows the next one; both from one look at the case. */
const projectBoards: Projector = (db, { caseId }, now) => {
  if (caseId === null) return;
  const file = loadSnapshot(db, caseId);
  if (!file) {
    dropClocksOf(db, caseId);
    dropSummary(db, caseId);
    return;
  }
  projectSummary(db, file, { clocks: projectClocks(db, file), now });
};

/** Everything that is recomputed after a change, in this order. */
export const projectors: readonly Projector[] = [projectBoards, projectSearch];
