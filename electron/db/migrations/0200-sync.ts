import type { Migration } from '../migration.ts';

const sql = `
  ALTER TABLE journal ADD COLUMN origin TEXT NOT NULL DEFAULT 'here' CHECK (origin IN ('here', 'hub', 'gone', 'back'));
  DROP INDEX journal_device_mid;
  CREATE UNIQUE INDEX journal_device_mid ON journal (device_id, mid) WHERE mid IS NOT NULL AND origin <> 'hub';
  DROP INDEX journal_at;
  CREATE INDEX journal_here_at ON journal (at) WHERE origin = 'here';

  CREATE TABLE case_entries (
    case_id TEXT NOT NULL,
    ver INTEGER NOT NULL CHECK (ver > 0),
    seq INTEGER NOT NULL UNIQUE REFERENCES journal (seq),
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    derived TEXT NOT NULL CHECK (json_valid(derived)),
    PRIMARY KEY (case_id, ver)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE case_heads (
    case_id TEXT PRIMARY KEY,
    ver INTEGER NOT NULL CHECK (ver > 0),
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    epoch TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE verdicts (
    device_id TEXT NOT NULL,
    mid INTEGER NOT NULL CHECK (mid > 0),
    case_id TEXT NOT NULL,
    code TEXT NOT NULL CHECK (code IN ('accepted', 'late', 'conflict', 'refused', 'quarantined')),
    ver INTEGER CHECK (ver > 0),
    facts TEXT NOT NULL CHECK (json_valid(facts)),
    received_at TEXT NOT NULL,
    PRIMARY KEY (device_id, mid)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX verdicts_case ON verdicts (case_id, code);

  CREATE TABLE unfit (
    seq INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL,
    code TEXT NOT NULL,
    facts TEXT NOT NULL CHECK (json_valid(facts))
  ) STRICT;

  CREATE TABLE handed_over (
    case_id TEXT PRIMARY KEY,
    report_number TEXT NOT NULL,
    reason TEXT NOT NULL,
    late INTEGER NOT NULL CHECK (late >= 0),
    waiting INTEGER NOT NULL CHECK (waiting >= 0),
    mid INTEGER NOT NULL CHECK (mid >= 0),
    released INTEGER NOT NULL CHECK (released IN (0, 1)),
    at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE published (
    kind TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    body TEXT NOT NULL CHECK (json_valid(body)),
    received_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE case_visits (case_id TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE assignments (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    from_person_id TEXT,
    to_person_id TEXT,
    branch_id TEXT,
    reason TEXT
  ) STRICT;
  CREATE INDEX assignments_case ON assignments (case_id, at);

  CREATE TABLE resolutions (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    change_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    choice TEXT NOT NULL,
    mine TEXT,
    theirs TEXT
  ) STRICT;
  CREATE INDEX resolutions_case ON resolutions (case_id, change_id);

  CREATE TABLE dropped_content (sha256 TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

  CREATE TABLE sync_state (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value))
  ) STRICT, WITHOUT ROWID;
`;

/** What the hub has confirmed of each case, its verdicts on own changes, and what it published. */
export const migration0200: Migration = {
  version: 200,
  name: '0200-sync',
  up: (db) => db.exec(sql),
};
