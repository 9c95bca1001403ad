import type { Migration } from '../migration.ts';

const sql = `
  CREATE TABLE scenario_sets (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    party_id TEXT,
    name TEXT NOT NULL,
    template TEXT,
    rates TEXT CHECK (json_valid(rates)),
    scenarios TEXT CHECK (json_valid(scenarios)),
    note TEXT
  ) STRICT;

  CREATE INDEX scenario_sets_case ON scenario_sets (case_id, party_id);
`;

/** Sets of scenarios side by side, several per injured person. */
export const migration0140: Migration = { version: 140, name: '0140-scenarios', up: (db) => db.exec(sql) };
