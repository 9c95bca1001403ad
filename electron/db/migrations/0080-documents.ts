import type { Migration } from '../migration.ts';

const sql = `
  CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    party_id TEXT,
    kind TEXT NOT NULL,
    subject_id TEXT,
    version INTEGER CHECK (version BETWEEN 1 AND 9999),
    content_hash TEXT NOT NULL,
    check_code TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    made_for TEXT,
    quotes TEXT CHECK (json_valid(quotes)),
    full_id_number INTEGER CHECK (full_id_number IN (0, 1))
  ) STRICT;

  CREATE INDEX documents_case ON documents (case_id, kind, version);
`;

/** Printed papers. */
export const migration0080: Migration = { version: 80, name: '0080-documents', up: (db) => db.exec(sql) };
