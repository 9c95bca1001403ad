import type { WriteDb } from '../../db/handles.ts';
import { findRow } from '../../db/rows.ts';
import { indexTerms } from '../../../shared/search/rules.ts';
import { entityByName } from '../../../shared/sync/entities.ts';
import { dueRows, keepDueTexts, type DueRow } from './search-rows.ts';
import { textOf } from './searched-text.ts';

/** Indexes texts that a large pull left for later, the oldest first and at most `limit` of them. True while some are left. */
export const indexDue = (db: WriteDb, limit: number): boolean => {
  const due = dueRows(db, limit);
  for (const row of due) keepDueTexts(db, row.docid, termsOf(db, row));
  return due.length === limit;
};

const termsOf = (db: WriteDb, { entity, rowId }: DueRow): string => {
  const definition = entity === null ? undefined : entityByName(entity);
  const row = definition && rowId !== null ? findRow(db, definition, rowId) : undefined;
  return row && row.voidReason === null ? indexTerms(textOf(definition?.name ?? '', row as unknown as Record<string, unknown>)) : '';
};
