import type { Migration } from '../migration.ts';

const sql = `
  CREATE TABLE devices (
    device_id TEXT PRIMARY KEY,
    machine TEXT NOT NULL,
    made_at TEXT NOT NULL,
    retired_at TEXT,
    last_mid INTEGER NOT NULL CHECK (last_mid >= 0),
    last_seq INTEGER NOT NULL CHECK (last_seq >= 0),
    last_hash BLOB NOT NULL CHECK (length(last_hash) = 32)
  ) STRICT;
  CREATE UNIQUE INDEX devices_one_active ON devices (retired_at IS NULL) WHERE retired_at IS NULL;

  CREATE TABLE journal (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    mid INTEGER CHECK (mid > 0),
    change_id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    kind_version INTEGER NOT NULL CHECK (kind_version > 0),
    case_id TEXT,
    at TEXT NOT NULL,
    utc_offset INTEGER NOT NULL,
    clock_skew_ms INTEGER NOT NULL,
    by_person_id TEXT,
    device_id TEXT NOT NULL,
    ops TEXT NOT NULL CHECK (json_valid(ops)),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    CHECK ((mid IS NULL) = (case_id IS NULL))
  ) STRICT;
  CREATE UNIQUE INDEX journal_device_mid ON journal (device_id, mid) WHERE mid IS NOT NULL;
  CREATE INDEX journal_case ON journal (case_id, seq) WHERE case_id IS NOT NULL;

  CREATE TABLE field_writers (
    entity TEXT NOT NULL,
    row_id TEXT NOT NULL,
    field TEXT NOT NULL,
    seq INTEGER NOT NULL,
    base TEXT NOT NULL CHECK (json_valid(base)),
    PRIMARY KEY (entity, row_id, field)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value))
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE drafts (
    key TEXT PRIMARY KEY,
    case_id TEXT,
    body TEXT NOT NULL CHECK (json_valid(body)),
    updated_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX drafts_case ON drafts (case_id) WHERE case_id IS NOT NULL;
`;

/** The journal with its device counters, and what stays on this machine. */
export const migration0010: Migration = {
  version: 10,
  name: '0010-journal',
  up: (db) => db.exec(sql),
};
