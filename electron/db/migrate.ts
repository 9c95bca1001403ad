import { copyFileSync, existsSync, renameSync } from 'node:fs';
import type { Connection } from './connection.ts';
import { FaultError } from './faults.ts';
import type { Migration } from './migration.ts';

/** The version a file is at; 0 for a new file. */
export const schemaVersion = (connection: Connection): number => connection.pragma('user_version') as number;

/**
 * Brings a file to the newest version, one transaction per step, after a copy of the (encrypted) file as it was.
 * A file from a newer app is left as it is, with a copy put aside. True when a file of an older app was brought up.
 */
export const migrate = (connection: Connection, path: string, migrations: readonly Migration[]): boolean => {
  const from = schemaVersion(connection);
  const latest = migrations.at(-1)?.version ?? 0;
  if (from > latest) {
    keepCopy(connection, path, `future-${from}`);
    throw new FaultError('fault.from-the-future');
  }
  if (from === latest) return false;
  if (from > 0) keepCopy(connection, path, `before-${latest}`);
  for (const migration of migrations) if (migration.version > from) runOne(connection, migration);
  return from > 0;
};

const runOne = (connection: Connection, migration: Migration): void =>
  connection.transaction(() => {
    migration.up({ exec: connection.exec });
    connection.exec(`PRAGMA user_version = ${migration.version}`);
  });

/** The copy holds everything, because the log is written back into the file first; it gets its name only when complete. */
const keepCopy = (connection: Connection, path: string, label: string): void => {
  const target = `${path}.${label}`;
  if (existsSync(target)) return;
  connection.pragma('wal_checkpoint(TRUNCATE)');
  copyFileSync(path, `${target}.part`);
  renameSync(`${target}.part`, target);
};
