import type { Migration } from './migration.ts';
import { TakenError, type SqlDatabase, type SqlTx } from './sql.ts';

/** The store was written by a newer hub; this one must not touch it. */
export class FromTheFutureError extends Error {}

const meta = 'CREATE TABLE IF NOT EXISTS hub_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)';

/**
 * Brings the store to the newest version, one transaction per step. Several nodes may start at once: the row of the version is
 * locked, so that each step runs once.
 */
export const migrate = async (db: SqlDatabase, migrations: readonly Migration[]): Promise<void> => {
  // PostgreSQL makes a table "if not exists" twice when two ask at once, and refuses the second: then it is there.
  await db.transaction(begin).catch((error: unknown) => (error instanceof TakenError ? db.transaction(begin) : Promise.reject(error)));
  for (const migration of migrations) await db.transaction((tx) => step(tx, migration, migrations.at(-1)?.version ?? 0));
};

const begin = async (tx: SqlTx): Promise<void> => {
  await tx.run(meta);
  await tx.run("INSERT INTO hub_meta (key, value) VALUES ('schema', '0') ON CONFLICT (key) DO NOTHING");
};

const step = async (tx: SqlTx, { version, statements }: Migration, latest: number): Promise<void> => {
  const rows = await tx.query<{ value: string }>("SELECT value FROM hub_meta WHERE key = 'schema' FOR UPDATE");
  const now = Number(rows[0]?.value ?? 0);
  if (now > latest) throw new FromTheFutureError(`schema ${now}`);
  if (now >= version) return;
  for (const sql of statements) await tx.run(sql);
  await tx.run("UPDATE hub_meta SET value = $1 WHERE key = 'schema'", String(version));
};
