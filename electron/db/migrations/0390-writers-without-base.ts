import type { Migration } from '../migration.ts';

const sql = `ALTER TABLE field_writers DROP COLUMN base;`;

/**
 * Which change wrote a field last is enough: what that change rested on stands in the journal, may follow another list there, and
 * nobody reads it here.
 */
export const migration0390: Migration = { version: 390, name: '0390-writers-without-base', up: (db) => db.exec(sql) };
