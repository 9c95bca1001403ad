import type { Migration } from '../migration.ts';

const sql = `
  CREATE TABLE content_sent (
    case_id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    epoch TEXT NOT NULL,
    PRIMARY KEY (case_id, sha256)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE content_left (
    case_id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    attachment_id TEXT NOT NULL,
    lane TEXT NOT NULL CHECK (lane IN ('thumbnail', 'original')),
    PRIMARY KEY (case_id, sha256)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE content_refused (
    case_id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    code TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (case_id, sha256)
  ) STRICT, WITHOUT ROWID;
`;

/** Which content the hub has whole, which it still lacks of handed-over cases, and which it would not take. */
export const migration0230: Migration = {
  version: 230,
  name: '0230-content',
  up: (db) => db.exec(sql),
};
