import { entities } from '../../shared/sync/entities.ts';
import type { WriteDb } from './connection.ts';

/** A table that can be rebuilt, with the columns that name a row. `columns` leaves out what differs between two rebuilds. */
export type ProjectionTable = { table: string; key: string; columns: string };

/** Everything that `rebuild` fills. Children stand before parents, so that it can be emptied in this order. */
export const projectionTables: readonly ProjectionTable[] = [
  { table: 'search_rows', key: 'entity, row_id', columns: 'entity, row_id, case_id' },
  { table: 'clocks', key: 'case_id, kind, ref_id', columns: '*' },
  { table: 'case_summaries', key: 'case_id', columns: '*' },
  { table: 'field_writers', key: 'entity, row_id, field', columns: '*' },
  ...entities.map(({ table }) => ({ table, key: 'id', columns: '*' })).toReversed(),
];

/** Empties the tables before a rebuild; the journal, the device, settings and drafts stay. */
export const clearProjection = (db: WriteDb): void => {
  db.run(`INSERT INTO search_index (search_index) VALUES ('delete-all')`);
  for (const { table } of projectionTables) db.run(`DELETE FROM ${table}`);
};
