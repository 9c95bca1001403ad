import type { Touched, TouchedRow } from '../../db/projector.ts';
import type { WriteDb } from '../../db/handles.ts';
import { entityByName } from '../../../shared/sync/entities.ts';
import { indexTerms, searchedFields } from '../../../shared/search/rules.ts';
import { findRow } from '../../db/rows.ts';
import { dropTerms, keepTerms } from './search-rows.ts';
import { nameTermsOf, textOf } from './searched-text.ts';

/** Indexes the touched rows again and nothing else; a hidden row leaves the index. */
export const projectSearch = (db: WriteDb, { caseId, rows }: Touched): void => {
  if (caseId === null) return;
  for (const row of rows) if (row.entity in searchedFields) indexRow(db, caseId, row);
};

const indexRow = (db: WriteDb, caseId: string, { entity, id }: TouchedRow): void => {
  const definition = entityByName(entity);
  const row = definition && findRow(db, definition, id);
  if (!row || row.voidReason !== null) return dropTerms(db, { entity, id });
  const values = row as unknown as Record<string, unknown>;
  keepTerms(db, { caseId, entity, id, names: nameTermsOf(entity, values), texts: indexTerms(textOf(entity, values)) });
};
