import type { Migration } from '../migration.ts';

const sql = `
  ALTER TABLE published ADD COLUMN confirmed INTEGER NOT NULL DEFAULT 1 CHECK (confirmed IN (0, 1));

  CREATE TABLE authority_limits (
    version INTEGER PRIMARY KEY,
    published_at TEXT NOT NULL,
    received_at TEXT NOT NULL,
    body TEXT NOT NULL CHECK (json_valid(body))
  ) STRICT;

  INSERT INTO authority_limits (version, published_at, received_at, body)
    SELECT version, received_at, received_at, body FROM published WHERE kind = 'authority-limits';
`;

/** A hub that has fallen back confirms its documents anew; every version of the approval limits is kept, since they count from a day. */
export const migration0380: Migration = { version: 380, name: '0380-unconfirmed', up: (db) => db.exec(sql) };
