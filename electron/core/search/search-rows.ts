import type { Reads, WriteDb } from '../../db/handles.ts';

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
  else db.run('INSERT INTO search_rows (case_id, entity, row_id) VALUES (?, ?, ?)', caseId, entity, id);
  const docid = known ?? docidOf(db, entity, id) ?? 0;
  if (names !== '') db.run('INSERT INTO search_names (rowid, terms) VALUES (?, ?)', docid, names);
  if (texts !== '') db.run('INSERT INTO search_texts (rowid, terms) VALUES (?, ?)', docid, texts);
};

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
