import type { WriteDb } from '../../db/handles.ts';
import { indexRows } from './search-projection.ts';
import { dropDue, hasDue, nextDue } from './search-rows.ts';

/** Indexes texts that a large pull left for later, the oldest first, until about `limit` rows are done. True while some are left. */
export const indexDue = (db: WriteDb, limit: number): boolean => {
  let done = 0;
  for (let due = nextDue(db); due !== undefined && done < limit; due = nextDue(db)) {
    indexRows(db, due.caseId, due.rows);
    dropDue(db, due);
    done += due.rows.length;
  }
  return hasDue(db);
};
