import type { Migration } from '../migration.ts';

const sql = `
  CREATE TABLE clock_rule_sets (
    id TEXT PRIMARY KEY,
    case_id TEXT CHECK (case_id IS NULL),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    version INTEGER CHECK (version BETWEEN 2 AND 100000),
    owner_name TEXT NOT NULL,
    reason TEXT NOT NULL,
    limits TEXT CHECK (json_valid(limits))
  ) STRICT;

  ALTER TABLE promises ADD COLUMN notice_text TEXT;
  ALTER TABLE promises ADD COLUMN notice_log_id TEXT;
  ALTER TABLE offers ADD COLUMN answered_at TEXT;

  ALTER TABLE clocks ADD COLUMN warn_at TEXT;
  ALTER TABLE clocks ADD COLUMN rule_version INTEGER;
  ALTER TABLE clocks ADD COLUMN calendar_known INTEGER NOT NULL DEFAULT 1 CHECK (calendar_known IN (0, 1));
  CREATE INDEX clocks_basis ON clocks (basis, due_at);
  CREATE INDEX clocks_warn ON clocks (warn_at) WHERE warn_at IS NOT NULL;

  ALTER TABLE case_summaries ADD COLUMN next_waiting_for TEXT;
  ALTER TABLE case_summaries ADD COLUMN next_started_at TEXT;
  ALTER TABLE case_summaries ADD COLUMN next_rule_version INTEGER;

  CREATE INDEX journal_at ON journal (at);
`;

/** Versions of the clock limits, what a clock was computed with, how a moved promise was told, when an offer was answered. */
export const migration0060: Migration = {
  version: 60,
  name: '0060-clock-rules',
  up: (db) => db.exec(sql),
};
