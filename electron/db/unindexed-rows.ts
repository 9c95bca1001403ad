import type { Reads } from './handles.ts';

/** Rows whose texts a large pull left for later: search finds them by their names only until they are indexed. */
export const unindexedRows = (db: Reads): number => db.get<{ n: number }>('SELECT count(*) AS n FROM search_due')?.n ?? 0;
