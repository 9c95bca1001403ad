import type { Migration } from '../migration.ts';

/** Uploads that are under way, and what is whole. A file is kept once per case: nobody learns from it what other cases hold. */
export const migration0030: Migration = {
  version: 30,
  name: '0030-attachments',
  statements: [
    `CREATE TABLE uploads (
      upload_id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      person_id TEXT NOT NULL,
      device_id TEXT NOT NULL,
      bytes BIGINT NOT NULL CHECK (bytes > 0),
      made_at TEXT NOT NULL
    )`,
    'CREATE INDEX uploads_content ON uploads (case_id, sha256)',
    `CREATE TABLE blobs (
      case_id TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      upload_id TEXT NOT NULL,
      bytes BIGINT NOT NULL CHECK (bytes > 0),
      complete_at TEXT NOT NULL,
      PRIMARY KEY (case_id, sha256)
    )`,
  ],
};
