import type { Reads, WriteDb } from '../../db/handles.ts';
import type { TouchedRow } from '../../db/projector.ts';

type Entry = { caseId: string; entity: string; id: string; names: string; texts: string };

const docidOf = (db: Reads, entity: string, id: string): number | undefined =>
  db.get<{ docid: number }>('SELECT docid FROM search_rows WHERE entity = ? AND row_id = ?', entity, id)?.docid;

/** Replaces the index entry of one row. A row that says nothing has none. */
export const keepTerms = (db: WriteDb, { caseId, entity, id, names, texts }: Entry): void => {
  const known = docidOf(db, entity, id);
  if (names === '' && texts === '') {
    if (known !== undefined) dropTerms(db, { entity, id });
    return;
  }
  if (known !== undefined) forget(db, known);
  const docid = known ?? newDocid(db, { caseId, entity, id });
  if (names !== '') db.run('INSERT INTO search_names (rowid, terms) VALUES (?, ?)', docid, names);
  if (texts !== '') db.run('INSERT INTO search_texts (rowid, terms) VALUES (?, ?)', docid, texts);
};

/** Not by RETURNING, which opens a table of its own for each row and costs six times the insert. */
const newDocid = (db: WriteDb, { caseId, entity, id }: Pick<Entry, 'caseId' | 'entity' | 'id'>): number => {
  db.run('INSERT INTO search_rows (case_id, entity, row_id) VALUES (?, ?, ?)', caseId, entity, id);
  return db.get<{ docid: number }>('SELECT last_insert_rowid() AS docid')?.docid ?? 0;
};

/** Rows of a case that are indexed together: as many as take some twenty milliseconds. */
export const dueTogether = 200;

/** Notes rows that are to be indexed later, many at a time: one by one they would cost a first download more than the rows. */
export const leaveForLater = (db: WriteDb, caseId: string, rows: readonly TouchedRow[]): void => {
  for (let at = 0; at < rows.length; at += dueTogether) {
    const names = rows.slice(at, at + dueTogether).map(({ entity, id }) => [entity, id]);
    db.run('INSERT INTO search_due_rows (case_id, rows) VALUES (?, ?)', caseId, JSON.stringify(names));
  }
};

export type Due = { id: number; caseId: string; rows: TouchedRow[] };

/** The oldest rows that wait together. */
export const nextDue = (db: Reads): Due | undefined => {
  const due = db.get<{ id: number; caseId: string; rows: string }>(
    'SELECT id, case_id AS caseId, rows FROM search_due_rows ORDER BY id LIMIT 1',
  );
  return due && { ...due, rows: (JSON.parse(due.rows) as [string, string][]).map(([entity, id]) => ({ entity, id })) };
};

export const dropDue = (db: WriteDb, { id }: Due): void => void db.run('DELETE FROM search_due_rows WHERE id = ?', id);

export const hasDue = (db: Reads): boolean => db.get('SELECT 1 FROM search_due_rows LIMIT 1') !== undefined;

export const dropTerms = (db: WriteDb, { entity, id }: { entity: string; id: string }): void => {
  const docid = docidOf(db, entity, id);
  if (docid === undefined) return;
  forget(db, docid);
  db.run('DELETE FROM search_rows WHERE docid = ?', docid);
};

const forget = (db: WriteDb, docid: number): void => {
  db.run('DELETE FROM search_names WHERE rowid = ?', docid);
  db.run('DELETE FROM search_texts WHERE rowid = ?', docid);
};

export type Hit = {
  caseId: string;
  reportNumber: string;
  insuredName: string | null;
  partyNames: string;
  plate: string | null;
  entity: string;
  rowId: string;
};

const index = { names: 'search_names', texts: 'search_texts' } as const;

type Wanted = { query: string; scope: { sql: string; params: string[] }; limit: number; depth: number };

/**
 * Cases with their newest row that holds the words, newest first, as far as the person may see them. `depth` is how many
 * rows are walked back at most; the index is walked in its own order, because ranking would read every hit.
 */
export const hitsIn = (db: Reads, where: keyof typeof index, { query, scope, limit, depth }: Wanted): Hit[] =>
  db.all<Hit>(
    `SELECT s.case_id AS caseId, s.report_number AS reportNumber, s.insured_name AS insuredName, s.party_names AS partyNames, s.plate,
       n.entity, n.row_id AS rowId
     FROM (SELECT max(docid) AS docid, case_id FROM (
         SELECT r.docid, r.case_id FROM ${index[where]} f CROSS JOIN search_rows r ON r.docid = f.rowid
         WHERE f.terms MATCH ? ORDER BY f.rowid DESC LIMIT ?
       ) GROUP BY case_id) h
     CROSS JOIN case_summaries s ON s.case_id = h.case_id CROSS JOIN search_rows n ON n.docid = h.docid
     WHERE ${scope.sql} ORDER BY h.docid DESC LIMIT ?`,
    query,
    depth,
    ...scope.params,
    limit,
  );
