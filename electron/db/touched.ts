import type { CaseId } from '../../shared/kernel/ids.ts';
import type { EntityName } from '../../shared/sync/entities.ts';
import type { WriteDb } from './connection.ts';

export type TouchedRow = { entity: EntityName; id: string };

/** The rows of one case (or, with null, of this device) that a transaction inserted or changed; each once. */
export type TouchedRows = { caseId: CaseId | null; rows: readonly TouchedRow[] };

/**
 * Recomputes what lists, boards and search need after rows changed, inside the same transaction. It must depend on the
 * entity tables only, so that `repair` can call it once per case with all rows.
 */
export type Projector = (db: WriteDb, touched: TouchedRows) => void;
