import { entities } from '../../shared/sync/entities.ts';
import type { WriteDb } from './handles.ts';

/** A table that can be rebuilt, with the columns that name a row. `columns` leaves out what differs between two rebuilds. */
export type ProjectionTable = {
  table: string;
  key: string;
  columns: string;
  /** Keys of rows that are still to be made here, and need not be. */
  due?: string;
};

/** Everything that `rebuild` fills. Children stand before parents, so that it can be emptied in this order. */
export const projectionTables: readonly ProjectionTable[] = [
  {
    table: 'search_rows',
    key: 'entity, row_id',
    columns: 'entity, row_id, case_id',
    due: 'SELECT one.value ->> 0 AS entity, one.value ->> 1 AS row_id FROM search_due_rows d, json_each(d.rows) one',
  },
  {
    table: 'clocks',
    key: 'case_id, kind, ref_id, party_id, due_at, what',
    columns: 'case_id, party_id, kind, basis, ref_id, waiting_for, started_at, due_at, warn_at, rule_version, calendar_known, what',
  },
  { table: 'case_summaries', key: 'case_id', columns: '*' },
  { table: 'case_counts', key: 'state, owner_name', columns: '*' },
  { table: 'unfit', key: 'seq', columns: '*' },
  { table: 'field_writers', key: 'entity, row_id, field', columns: '*' },
  ...entities.map(({ table }) => ({ table, key: 'id', columns: '*' })).toReversed(),
];

/** Empties the tables before a rebuild; the journal, the device, settings and drafts stay. */
export const clearProjection = (db: WriteDb): void => {
  for (const table of ['search_names', 'search_texts']) db.run(`INSERT INTO ${table} (${table}) VALUES ('delete-all')`);
  db.run('DELETE FROM search_due_rows');
  for (const { table } of projectionTables) db.run(`DELETE FROM ${table}`);
};

export const countRows = (db: WriteDb): number =>
  projectionTables.reduce((sum, { table }) => sum + (db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0), 0);

/** Empties the rows of one case, with everything computed from them. */
export const clearCase = (db: WriteDb, caseId: string): void => {
  for (const { docid } of db.all<{ docid: number }>('SELECT docid FROM search_rows WHERE case_id = ?', caseId)) {
    db.run('DELETE FROM search_names WHERE rowid = ?', docid);
    db.run('DELETE FROM search_texts WHERE rowid = ?', docid);
  }
  for (const table of ['search_due_rows', 'search_rows', 'clocks', 'case_summaries', 'unfit'])
    db.run(`DELETE FROM ${table} WHERE case_id = ?`, caseId);
  for (const { name, table, scope } of entities.toReversed()) {
    if (scope === 'device') continue;
    db.run(`DELETE FROM field_writers WHERE entity = ? AND row_id IN (SELECT id FROM ${table} WHERE case_id = ?)`, name, caseId);
    db.run(`DELETE FROM ${table} WHERE case_id = ?`, caseId);
  }
};
