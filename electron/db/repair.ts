import type { Connection } from './connection.ts';
import { clearProjection, countRows } from './projection-tables.ts';
import { rebuild, type Projection, type Unapplied } from './rebuild.ts';

/** `rows` counts the rows of all rebuilt tables. */
export type RepairReport = { entries: number; unapplied: Unapplied[]; rows: number };

/** Throws the tables away and makes them again from the journal, in one transaction: a failure leaves everything as it was. */
export const repair = (connection: Connection, projection: Projection): RepairReport =>
  connection.transaction((db) => {
    clearProjection(db);
    return { ...rebuild(db, db, projection), rows: countRows(db) };
  });
