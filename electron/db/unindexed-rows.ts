import type { Reads } from './handles.ts';

/** Rows whose texts a large pull left for later: search finds them by their names only until they are indexed. */
export const unindexedRows = (db: Reads): number =>
  db.get<{ n: number | null }>('SELECT sum(json_array_length(rows)) AS n FROM search_due_rows')?.n ?? 0;
