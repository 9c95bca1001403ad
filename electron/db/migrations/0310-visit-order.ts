import type { Migration } from '../migration.ts';

const sql = `ALTER TABLE case_visits ADD COLUMN seq INTEGER NOT NULL DEFAULT 0;`;

/** Visits are ordered by the journal of this device: the clocks of two computers cannot be compared. */
export const migration0310: Migration = { version: 310, name: '0310-visit-order', up: (db) => db.exec(sql) };
