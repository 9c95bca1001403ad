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

export type Hit = { docid: number; caseId: string; entity: string; rowId: string };

type Wanted = { query: string; scope: { sql: string; params: string[] }; limit: number };

/** Newest rows that hold the words in one of the two indexes, each with its case, as far as the person may see it. */
export const hitsIn = (db: Reads, index: 'names' | 'texts', { query, scope, limit }: Wanted): Hit[] =>
  db.all<Hit>(
    `SELECT r.docid, r.case_id AS caseId, r.entity, r.row_id AS rowId
     FROM ${index === 'names' ? 'search_names' : 'search_texts'} f
     CROSS JOIN search_rows r ON r.docid = f.rowid CROSS JOIN case_summaries s ON s.case_id = r.case_id
     WHERE f.terms MATCH ? AND ${scope.sql} ORDER BY f.rowid DESC LIMIT ?`,
    query,
    ...scope.params,
    limit,
  );

export type FoundCase = { caseId: string; reportNumber: string; insuredName: string | null; partyNames: string; plate: string | null };

export const foundCase = (db: Reads, caseId: string): FoundCase | undefined =>
  db.get<FoundCase>(
    `SELECT case_id AS caseId, report_number AS reportNumber, insured_name AS insuredName, party_names AS partyNames, plate
     FROM case_summaries WHERE case_id = ?`,
    caseId,
  );
