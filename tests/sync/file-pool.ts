import { connectMemory, type Connection } from '../../electron/db/connection.ts';
import { migrate } from '../../electron/db/migrate.ts';
import { migrations } from '../../electron/db/migrations.ts';
import { clearProjection } from '../../electron/db/projection-tables.ts';
import type { WriteDb } from '../../electron/db/handles.ts';

/** Files in memory that are used again and again: making the schema and its statements anew would be a third of every run. */
export type FilePool = {
  /** A file like a new one; closing it gives it back. */
  take(): Connection;
};

export const createFilePool = (): FilePool => {
  const idle: Connection[] = [];
  const make = (): Connection => {
    const connection = connectMemory(null);
    migrate(connection, ':memory:', migrations);
    return connection;
  };
  return {
    take: () => {
      const connection = idle.pop() ?? make();
      return {
        ...connection,
        close: () => {
          empty(connection);
          idle.push(connection);
        },
      };
    },
  };
};

const empty = (connection: Connection): void => {
  connection.pragma('foreign_keys = OFF');
  connection.transaction((db) => {
    clearProjection(db);
    for (const table of otherTables(db)) db.run(`DELETE FROM ${table}`);
  });
  connection.pragma('foreign_keys = ON');
};

/** Everything that a rebuild does not fill; the search keeps its own tables in order. */
const otherTables = (db: WriteDb): string[] =>
  db
    .all<{ name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%' ORDER BY name`,
    )
    .map(({ name }) => name);
