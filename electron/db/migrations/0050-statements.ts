import type { Migration } from '../migration.ts';

const sql = `
  CREATE TABLE statements (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    party_id TEXT,
    facts TEXT CHECK (json_valid(facts)),
    text TEXT NOT NULL,
    text_hash TEXT NOT NULL CHECK (length(text_hash) = 64),
    signing TEXT NOT NULL,
    signed_by TEXT,
    signature TEXT CHECK (json_valid(signature)),
    attachment_id TEXT,
    refusal TEXT,
    seal TEXT NOT NULL CHECK (length(seal) = 64),
    state TEXT NOT NULL,
    frozen_at TEXT
  ) STRICT;
  CREATE INDEX statements_case ON statements (case_id, state);

  CREATE TABLE drifts (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    party_id TEXT,
    topic TEXT NOT NULL,
    first_fact_id TEXT,
    later_fact_id TEXT,
    owner_name TEXT,
    state TEXT NOT NULL,
    paper TEXT,
    finding TEXT
  ) STRICT;
  CREATE INDEX drifts_case ON drifts (case_id);
`;

/** Frozen first statements, and later values that differ from them. */
export const migration0050: Migration = {
  version: 50,
  name: '0050-statements',
  up: (db) => db.exec(sql),
};
