import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { openMemory } from '../../../hub/db/memory.ts';
import { openPostgres, type PostgresDatabase } from '../../../hub/db/postgres.ts';
import type { SqlDatabase } from '../../../hub/db/sql.ts';

const opened: PostgresDatabase[] = [];

/** Makes an empty database in the lane's server and answers its address. */
export const freshDatabase = async (): Promise<string> => {
  const url = new URL(inject('postgresUrl'));
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  await client.end();
  url.pathname = `/${name}`;
  return url.href;
};

export const freshPostgres = async (): Promise<PostgresDatabase> => {
  const db = openPostgres(await freshDatabase(), { connections: 6 });
  opened.push(db);
  return db;
};

/** Every store the hub can run on. The suites run over all of them. */
export const stores: readonly [name: string, open: () => Promise<SqlDatabase>][] = [
  ['SQLite in memory', async () => openMemory()],
  ['PostgreSQL', freshPostgres],
];

export const closeStores = (): void => {
  afterAll(async () => {
    await Promise.all(opened.splice(0).map((db) => db.close()));
  });
};
