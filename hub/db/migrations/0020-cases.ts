import type { Migration } from '../migration.ts';

/** The list of every case, what it makes of the rows, and what was answered. All keyed by the case, or by the device that asked. */
export const migration0020: Migration = {
  version: 20,
  name: '0020-cases',
  statements: [
    `CREATE TABLE case_heads (
      case_id TEXT PRIMARY KEY,
      ver BIGINT NOT NULL CHECK (ver > 0),
      hash TEXT NOT NULL,
      bucket BIGINT NOT NULL,
      mark BIGINT NOT NULL,
      branch_id TEXT,
      owner_id TEXT,
      state TEXT NOT NULL,
      closed_at TEXT,
      moved_at TEXT NOT NULL
    )`,
    'CREATE INDEX case_heads_owner ON case_heads (owner_id)',
    'CREATE INDEX case_heads_branch ON case_heads (branch_id)',
    `CREATE TABLE case_scopes (
      case_id TEXT NOT NULL,
      ver BIGINT NOT NULL,
      from_at TEXT NOT NULL,
      until_at TEXT,
      branch_id TEXT,
      owner_id TEXT,
      PRIMARY KEY (case_id, ver)
    )`,
    `CREATE TABLE entries (
      case_id TEXT NOT NULL,
      ver BIGINT NOT NULL,
      change_id TEXT NOT NULL,
      device_id TEXT NOT NULL,
      mid BIGINT NOT NULL,
      hash TEXT NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (case_id, ver)
    )`,
    'CREATE UNIQUE INDEX entries_change ON entries (change_id)',
    `CREATE TABLE case_rows (
      case_id TEXT NOT NULL,
      entity TEXT NOT NULL,
      row_id TEXT NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (case_id, entity, row_id)
    )`,
    'CREATE UNIQUE INDEX case_rows_id ON case_rows (row_id, entity)',
    `CREATE TABLE verdicts (
      device_id TEXT NOT NULL,
      mid BIGINT NOT NULL,
      case_id TEXT NOT NULL,
      content_hash TEXT NOT NULL,
      verdict TEXT NOT NULL,
      ver BIGINT,
      body TEXT NOT NULL,
      change_text TEXT,
      at TEXT NOT NULL,
      PRIMARY KEY (device_id, mid)
    )`,
    'CREATE INDEX verdicts_case ON verdicts (case_id, device_id)',
    `CREATE TABLE releases (
      device_id TEXT NOT NULL,
      case_id TEXT NOT NULL,
      mid BIGINT NOT NULL,
      at TEXT NOT NULL,
      PRIMARY KEY (device_id, case_id)
    )`,
    `CREATE TABLE quarantine (
      quarantine_id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL,
      branch_id TEXT,
      device_id TEXT NOT NULL,
      mid BIGINT NOT NULL,
      person_id TEXT NOT NULL,
      code TEXT NOT NULL,
      received_at TEXT NOT NULL,
      change_text TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'taken', 'dropped')),
      decided_by TEXT,
      decided_at TEXT,
      reason TEXT,
      ver BIGINT
    )`,
    'CREATE UNIQUE INDEX quarantine_device ON quarantine (device_id, mid)',
    "CREATE INDEX quarantine_waiting ON quarantine (branch_id) WHERE state = 'waiting'",
  ],
};
