import type { CaseId } from '../../shared/kernel/ids.ts';
import type { WriteDb } from './handles.ts';

export type TouchedRow = { entity: string; id: string };

/** The rows of one case (or, with null, of this device) that a transaction inserted or changed; each once. */
export type Touched = {
  caseId: CaseId | null;
  rows: readonly TouchedRow[];
  /** They came with a pull: what only serves finding may follow, when there are many. */
  pulled?: boolean;
};

/**
 * Recomputes what lists, boards and search need after rows changed, inside the same transaction. It depends on the entity
 * tables and `now` only, so that `repair` can call it once per case with all rows.
 */
export type Projector = (db: WriteDb, touched: Touched, now: string) => void;
