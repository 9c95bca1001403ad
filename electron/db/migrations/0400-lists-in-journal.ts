import type { Migration } from '../migration.ts';

const sql = `
  ALTER TABLE journal ADD COLUMN ver INTEGER CHECK (ver > 0);
  ALTER TABLE journal ADD COLUMN derived TEXT CHECK (json_valid(derived));
  UPDATE journal SET (ver, derived) = (SELECT e.ver, e.derived FROM case_entries e WHERE e.seq = journal.seq)
    WHERE seq IN (SELECT seq FROM case_entries);
  DROP TABLE case_entries;

  DROP INDEX contact_logs_case;
  DROP INDEX contact_logs_counted;
  CREATE INDEX contact_logs_case ON contact_logs (case_id, contact_at, party_id, step, counterpart, outcome, void_reason);
`;

/**
 * What a first download writes per entry: its place in the list of its case stands in its line of the journal instead of in a table
 * with an index of its own, and one index of the contact logs does for two.
 */
export const migration0400: Migration = { version: 400, name: '0400-lists-in-journal', up: (db) => db.exec(sql) };
