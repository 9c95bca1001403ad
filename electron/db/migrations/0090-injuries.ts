import type { Migration } from '../migration.ts';

const sql = `
  CREATE TABLE injury_marks (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    party_id TEXT,
    region TEXT NOT NULL,
    side TEXT NOT NULL,
    view TEXT NOT NULL,
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    note TEXT,
    log_id TEXT,
    diagnosis_id TEXT
  ) STRICT;
  CREATE INDEX injury_marks_case ON injury_marks (case_id);

  CREATE TABLE treatment_events (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    party_id TEXT,
    kind TEXT NOT NULL,
    from_on TEXT,
    until_on TEXT,
    hospital TEXT,
    amount_fen INTEGER CHECK (amount_fen >= 0),
    note TEXT,
    attachment_id TEXT,
    source TEXT
  ) STRICT;
  CREATE INDEX treatment_events_case ON treatment_events (case_id);
`;

/** Marks of the body map and the course of treatment. */
export const migration0090: Migration = {
  version: 90,
  name: '0090-injuries',
  up: (db) => db.exec(sql),
};
