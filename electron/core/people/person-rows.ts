import { person, type Person } from '../../../shared/people/model.ts';
import type { Reads, WriteDb } from '../../db/handles.ts';
import { findRow, selectRows } from '../../db/rows.ts';
import { currentPersonKey } from '../open-session.ts';

export const allPeople = (db: Reads): Person[] => selectRows(db, person, 'TRUE ORDER BY at, id');

export const findPerson = (db: Reads, id: string): Person | undefined => findRow(db, person, id);

export const isNameTaken = (db: Reads, name: string): boolean =>
  db.get('SELECT 1 FROM people WHERE name = ? AND void_reason IS NULL', name) !== undefined;

/** Names by id, for showing who made a row. */
export const namesOfPeople = (db: Reads): Record<string, string> =>
  Object.fromEntries(db.all<{ id: string; name: string }>('SELECT id, name FROM people').map(({ id, name }) => [id, name]));

export const keepCurrentPerson = (db: WriteDb, id: string): void =>
  void db.run(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    currentPersonKey,
    JSON.stringify(id),
  );
