import type { Touched, TouchedRow } from '../../db/projector.ts';
import type { WriteDb } from '../../db/handles.ts';
import { entityByName } from '../../../shared/sync/entities.ts';
import { hasWords, indexTerms, searchedFields } from '../../../shared/search/rules.ts';
import { findRow } from '../../db/rows.ts';
import { dropTerms, keepTerms, leaveForLater } from './search-rows.ts';
import { isNamed, nameTermsOf, textOf } from './searched-text.ts';

/** More rows of a case than this in one pull are a download; its texts are indexed when it is over. */
const manyRows = 40;

/** Indexes the touched rows again and nothing else; a hidden row leaves the index. */
export const projectSearch = (db: WriteDb, { caseId, rows, pulled = false }: Touched): void => {
  if (caseId === null) return;
  const later = pulled && rows.length > manyRows;
  for (const row of rows) if (row.entity in searchedFields) indexRow(db, row, { caseId, later });
};

const indexRow = (db: WriteDb, { entity, id }: TouchedRow, { caseId, later }: { caseId: string; later: boolean }): void => {
  const definition = entityByName(entity);
  const row = definition && findRow(db, definition, id);
  if (!row || row.voidReason !== null) return dropTerms(db, { entity, id });
  const values = row as unknown as Record<string, unknown>;
  // By name, number and plate a case is found at once.
  if (later && !isNamed(entity) && (!hasWords(textOf(entity, values)) || leaveForLater(db, { caseId, entity, id }))) return;
  keepTerms(db, { caseId, entity, id, names: nameTermsOf(entity, values), texts: indexTerms(textOf(entity, values)) });
};
