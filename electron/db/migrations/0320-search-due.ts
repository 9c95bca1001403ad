import type { Migration } from '../migration.ts';

const sql = `
  CREATE TABLE search_due (docid INTEGER PRIMARY KEY) STRICT;
`;

/** Index entries whose texts a large pull left for later. */
export const migration0320: Migration = { version: 320, name: '0320-search-due', up: (db) => db.exec(sql) };
