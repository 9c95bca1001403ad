import type { Migration } from '../migration.ts';

const sql = `
  CREATE TABLE complaints (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    party_id TEXT,
    said_by TEXT NOT NULL,
    said_by_name TEXT,
    channel TEXT NOT NULL,
    made_at TEXT NOT NULL,
    urgent INTEGER,
    topic TEXT NOT NULL,
    body TEXT NOT NULL,
    owner_name TEXT,
    log_id TEXT,
    state TEXT NOT NULL,
    contacted_at TEXT,
    contacted_words TEXT,
    planned_at TEXT,
    plan TEXT,
    done_at TEXT,
    outcome TEXT
  ) STRICT;

  CREATE INDEX complaints_case ON complaints (case_id, made_at);
`;

/** Complaints with what was done about them. */
export const migration0260: Migration = { version: 260, name: '0260-complaints', up: (db) => db.exec(sql) };
