import type { Migration } from '../migration.ts';

const sql = `
  ALTER TABLE disclosures ADD COLUMN card TEXT CHECK (json_valid(card));
  ALTER TABLE documents ADD COLUMN wording_version INTEGER;

  CREATE TABLE silenced_wording (
    person_id TEXT NOT NULL,
    rule_id TEXT NOT NULL,
    phrase TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (person_id, rule_id, phrase)
  ) STRICT, WITHOUT ROWID;
`;

/** The card a telling used, the wording a paper was printed with, and suggestions a person has put aside with a reason. */
export const migration0370: Migration = { version: 370, name: '0370-words-kept', up: (db) => db.exec(sql) };
