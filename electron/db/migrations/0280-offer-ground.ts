import type { Migration } from '../migration.ts';

const sql = `
  ALTER TABLE offers ADD COLUMN approved_under TEXT;
  ALTER TABLE determinations ADD COLUMN undisputed TEXT CHECK (json_valid(undisputed));
  ALTER TABLE escalations ADD COLUMN scenario_set_id TEXT;

  CREATE TABLE dismissed_warnings (
    person_id TEXT NOT NULL,
    key TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (person_id, key)
  ) STRICT, WITHOUT ROWID;
`;

/** Limits an offer was approved under, sums paid ahead that a letter names, the comparison of a request, warnings put away. */
export const migration0280: Migration = { version: 280, name: '0280-offer-ground', up: (db) => db.exec(sql) };
