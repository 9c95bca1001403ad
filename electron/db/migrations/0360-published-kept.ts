import type { Migration } from '../migration.ts';

const sql = `
  ALTER TABLE standards_packs ADD COLUMN published_version INTEGER;
  ALTER TABLE clock_rule_sets ADD COLUMN published_version INTEGER;
  ALTER TABLE clock_rule_sets ADD COLUMN counts_from TEXT;

  CREATE TABLE refused_documents (
    kind TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    received_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    place TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

/** Which version of the company a pack or a set of limits is, and documents of the hub that could not be taken. */
export const migration0360: Migration = { version: 360, name: '0360-published-kept', up: (db) => db.exec(sql) };
