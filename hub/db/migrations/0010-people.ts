import type { Migration } from '../migration.ts';

/** Who works in the company, on which devices, with which sessions, and what is published to them. */
export const migration0010: Migration = {
  version: 10,
  name: '0010-people',
  statements: [
    'CREATE TABLE regions (region_id TEXT PRIMARY KEY, name TEXT NOT NULL)',
    `CREATE TABLE branches (
      branch_id TEXT PRIMARY KEY,
      region_id TEXT NOT NULL REFERENCES regions (region_id),
      name TEXT NOT NULL
    )`,
    'CREATE INDEX branches_region ON branches (region_id)',
    `CREATE TABLE people (
      person_id TEXT PRIMARY KEY,
      login_name TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('surveyor', 'handler', 'supervisor', 'admin')),
      branch_id TEXT REFERENCES branches (branch_id),
      active BIGINT NOT NULL CHECK (active IN (0, 1)),
      password_hash TEXT NOT NULL,
      made_at TEXT NOT NULL
    )`,
    `CREATE TABLE standings (
      person_id TEXT NOT NULL,
      from_at TEXT NOT NULL,
      until_at TEXT,
      role TEXT NOT NULL,
      branch_id TEXT,
      region_id TEXT,
      PRIMARY KEY (person_id, from_at)
    )`,
    `CREATE TABLE devices (
      device_id TEXT PRIMARY KEY,
      person_id TEXT NOT NULL REFERENCES people (person_id),
      machine TEXT NOT NULL,
      app_version TEXT NOT NULL,
      registered_at TEXT NOT NULL,
      last_mid BIGINT NOT NULL CHECK (last_mid >= 0),
      last_seen_at TEXT NOT NULL,
      revoked_at TEXT
    )`,
    'CREATE INDEX devices_person ON devices (person_id)',
    `CREATE TABLE sessions (
      session_id TEXT PRIMARY KEY,
      device_id TEXT NOT NULL REFERENCES devices (device_id),
      person_id TEXT NOT NULL,
      current_hash TEXT NOT NULL,
      previous_hash TEXT,
      rotated_at TEXT NOT NULL,
      previous_used BIGINT NOT NULL,
      ended_at TEXT,
      end_code TEXT
    )`,
    'CREATE INDEX sessions_device ON sessions (device_id)',
    'CREATE INDEX sessions_person ON sessions (person_id)',
    `CREATE TABLE login_attempts (
      key TEXT PRIMARY KEY,
      failures BIGINT NOT NULL,
      wait_until TEXT NOT NULL
    )`,
    `CREATE TABLE documents (
      kind TEXT NOT NULL,
      version BIGINT NOT NULL CHECK (version > 0),
      published_at TEXT NOT NULL,
      person_id TEXT,
      hash TEXT NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (kind, version)
    )`,
  ],
};
