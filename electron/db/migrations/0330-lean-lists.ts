import type { Migration } from '../migration.ts';

const sql = `
  CREATE TABLE lean_entries (
    seq INTEGER PRIMARY KEY REFERENCES journal (seq),
    case_id TEXT NOT NULL,
    ver INTEGER NOT NULL CHECK (ver > 0),
    derived TEXT NOT NULL CHECK (json_valid(derived)),
    UNIQUE (case_id, ver)
  ) STRICT;
  INSERT INTO lean_entries (seq, case_id, ver, derived) SELECT seq, case_id, ver, derived FROM case_entries ORDER BY seq;
  DROP TABLE case_entries;
  ALTER TABLE lean_entries RENAME TO case_entries;

  CREATE TABLE search_due_rows (
    id INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL,
    rows TEXT NOT NULL CHECK (json_valid(rows))
  ) STRICT;
  CREATE INDEX search_due_rows_case ON search_due_rows (case_id);
  INSERT INTO search_due_rows (case_id, rows)
    SELECT r.case_id, json_group_array(json_array(r.entity, r.row_id)) FROM search_due d JOIN search_rows r ON r.docid = d.docid
    GROUP BY r.case_id;
  DROP TABLE search_due;
`;

/**
 * What a first download writes per entry: a list keeps no second copy of hashes that nothing reads (the head has the last one), and
 * rows that wait for the search index are noted many at a time.
 */
export const migration0330: Migration = { version: 330, name: '0330-lean-lists', up: (db) => db.exec(sql) };
