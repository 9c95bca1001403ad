import type { Migration } from '../migration.ts';

const sql = `
  CREATE TABLE standards_packs (
    id TEXT PRIMARY KEY,
    case_id TEXT,
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    pack_id TEXT NOT NULL,
    version TEXT NOT NULL,
    issued_on TEXT,
    content TEXT CHECK (json_valid(content)),
    file_name TEXT,
    note TEXT
  ) STRICT;
  CREATE INDEX standards_packs_version ON standards_packs (version);
`;

/** Standards packs that were brought in after the one the app ships. */
export const migration0122: Migration = {
  version: 122,
  name: '0122-standards',
  up: (db) => db.exec(sql),
};
