import type { Touched, TouchedRow } from '../../db/projector.ts';
import type { WriteDb } from '../../db/handles.ts';
import { entityByName } from '../../../shared/sync/entities.ts';
import { indexTerms, searchedFields } from '../../../shared/search/rules.ts';
import { findRow } from '../../db/rows.ts';
import { dropTerms, keepTerms, leaveForLater } from './search-rows.ts';
import { isNamed, nameTermsOf, textOf } from './searched-text.ts';

/** More rows of a case than this in one pull are a download; its texts are indexed when it is over. */
const manyRows = 40;

/** Indexes the touched rows again and nothing else; a hidden row leaves the index. */
export const projectSearch = (db: WriteDb, { caseId, rows, pulled = false }: Touched): void => {
  if (caseId === null) return;
  const searched = rows.filter(({ entity }) => entity in searchedFields);
  if (!pulled || rows.length <= manyRows) return indexRows(db, caseId, searched);
  // By name, number and plate a case is found at once.
  indexRows(
    db,
    caseId,
    searched.filter(({ entity }) => isNamed(entity)),
  );
  leaveForLater(
    db,
    caseId,
    searched.filter(({ entity }) => !isNamed(entity)),
  );
};

/** What the rows say now; one that is hidden or gone meanwhile is not found. */
export const indexRows = (db: WriteDb, caseId: string, rows: readonly TouchedRow[]): void => {
  for (const row of rows) indexRow(db, row, caseId);
};

const indexRow = (db: WriteDb, { entity, id }: TouchedRow, caseId: string): void => {
  const definition = entityByName(entity);
  const row = definition && findRow(db, definition, id);
  if (!row || row.voidReason !== null) return dropTerms(db, { entity, id });
  const values = row as unknown as Record<string, unknown>;
  keepTerms(db, { caseId, entity, id, names: nameTermsOf(entity, values), texts: indexTerms(textOf(entity, values)) });
};
