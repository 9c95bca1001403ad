import type { Connection } from './connection.ts';
import type { Reads } from './handles.ts';
import { checkJournal, type JournalFinding } from './journal-check.ts';
import { projectionTables, type ProjectionTable } from './projection-tables.ts';
import { rebuild, type Projection, type Unapplied } from './rebuild.ts';

export type Difference = { key: string; kind: 'missing' | 'extra' | 'different' };
export type TableReport = { table: string; rows: number; differenceCount: number; differences: Difference[] };

export type SelfCheckReport = {
  ok: boolean;
  /** Answers of SQLite's own check other than "ok". */
  integrity: string[];
  entries: number;
  unapplied: Unapplied[];
  journal: JournalFinding[];
  tables: TableReport[];
};

/** How many differences of a table are listed; all are counted. */
const listed = 100;

/** `empty`: a new file in memory, at the newest version. */
type Parts = Projection & { empty: () => Connection };

/** Rebuilds the tables in memory and compares them row by row with the file; changes nothing. */
export const selfCheck = (connection: Connection, { empty, ...projection }: Parts): SelfCheckReport => {
  const integrity = connection.write.all<{ integrity_check: string }>('PRAGMA integrity_check').map((row) => row.integrity_check);
  const second = empty();
  try {
    const { entries, unapplied } = second.transaction((db) => rebuild(connection.write, db, projection));
    const tables = projectionTables.map((table) => compareTable(connection.write, second.write, table));
    const journal = checkJournal(connection.write);
    const findings = integrity.filter((line) => line !== 'ok');
    const clean = findings.length + unapplied.length + journal.length === 0;
    return {
      ok: clean && tables.every(({ differenceCount }) => differenceCount === 0),
      integrity: findings,
      entries,
      unapplied,
      journal,
      tables,
    };
  } finally {
    second.close();
  }
};

type Keyed = Record<string, unknown>;

const compareTable = (file: Reads, rebuilt: Reads, { table, key, columns, due }: ProjectionTable): TableReport => {
  const report: TableReport = { table, rows: 0, differenceCount: 0, differences: [] };
  const note = (row: Keyed, kind: Difference['kind']): void => {
    report.differenceCount += 1;
    if (report.differences.length < listed) report.differences.push({ key: keyOf(row, key), kind });
  };
  const sql = `SELECT ${columns} FROM ${table} ORDER BY ${key}`;
  const expected = new Map<string, string>();
  for (const row of rebuilt.iterate<Keyed>(sql)) expected.set(keyOf(row, key), JSON.stringify(row));
  for (const row of file.iterate<Keyed>(sql)) {
    report.rows += 1;
    const name = keyOf(row, key);
    const wanted = expected.get(name);
    expected.delete(name);
    if (wanted === undefined) note(row, 'extra');
    else if (wanted !== JSON.stringify(row)) note(row, 'different');
  }
  for (const row of due === undefined ? [] : file.iterate<Keyed>(due)) expected.delete(keyOf(row, key));
  for (const wanted of expected.values()) note(JSON.parse(wanted) as Keyed, 'missing');
  return report;
};

const keyOf = (row: Keyed, key: string): string =>
  key
    .split(', ')
    .map((column) => String(row[column]))
    .join(' ');
