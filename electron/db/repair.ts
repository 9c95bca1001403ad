import type { Connection } from './connection.ts';
import { clearProjection } from './projection-tables.ts';
import { rebuild, type Unapplied } from './rebuild.ts';
import type { Projector } from './touched.ts';

export type RepairReport = { entries: number; unapplied: Unapplied[] };

/** Throws the tables away and makes them again from the journal, in one transaction: a failure leaves everything as it was. */
export const repair = (connection: Connection, projectors: readonly Projector[]): RepairReport =>
  connection.transaction((db) => {
    clearProjection(db);
    return rebuild(db, db, projectors);
  });
