import type { Migration } from '../migration.ts';

const sql = `
  CREATE TABLE papers (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    party_id TEXT,
    wording_id TEXT,
    name TEXT,
    need TEXT,
    need_reason TEXT,
    state TEXT NOT NULL,
    first_asked_at TEXT,
    asked_at TEXT,
    asked_times INTEGER,
    received_at TEXT,
    received_from TEXT,
    original INTEGER,
    checked_at TEXT,
    refused_at TEXT,
    reason TEXT,
    returned_at TEXT,
    returned_to TEXT,
    moved_by_id TEXT
  ) STRICT;

  CREATE TABLE paper_requests (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    party_id TEXT,
    log_id TEXT,
    disclosure_id TEXT,
    paper_ids TEXT CHECK (json_valid(paper_ids)),
    to_whom TEXT NOT NULL,
    to_name TEXT,
    channel TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    expected_on TEXT,
    round INTEGER CHECK (round BETWEEN 1 AND 999),
    late_count INTEGER CHECK (late_count BETWEEN 0 AND 200),
    reason TEXT
  ) STRICT;

  CREATE INDEX papers_case ON papers (case_id);
  CREATE INDEX papers_missing ON papers (case_id) WHERE void_reason IS NULL AND need = 'needed' AND checked_at IS NULL;
  CREATE INDEX papers_unchecked ON papers (case_id) WHERE void_reason IS NULL AND state = 'received';
  CREATE INDEX papers_originals ON papers (case_id) WHERE void_reason IS NULL AND original = 1;
  CREATE INDEX paper_requests_case ON paper_requests (case_id, asked_at);

  ALTER TABLE attachments ADD COLUMN paper_id TEXT;
  ALTER TABLE attachments ADD COLUMN derived_from_id TEXT;
  ALTER TABLE attachments ADD COLUMN derivation TEXT;
`;

/** The checklist of papers, the notices that name what is missing, and pictures made from other pictures. */
export const migration0070: Migration = {
  version: 70,
  name: '0070-papers',
  up: (db) => db.exec(sql),
};
