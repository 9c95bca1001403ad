import type { SqlReads, SqlTx } from './sql.ts';

/** Which hub this is, and since which restoring or fail-over. */
export type Meta = { hubId: string; epoch: string };

export const metaOf = async (reads: SqlReads): Promise<Meta> => {
  const rows = await reads.query<{ key: string; value: string }>('SELECT key, value FROM hub_meta WHERE key = ANY($1)', ['hub', 'epoch']);
  const value = (key: string): string => rows.find((row) => row.key === key)?.value ?? '';
  return { hubId: value('hub'), epoch: value('epoch') };
};

export const metaValue = async (reads: SqlReads, key: string): Promise<string | undefined> =>
  (await reads.query<{ value: string }>('SELECT value FROM hub_meta WHERE key = $1', key))[0]?.value;

export const setMeta = (tx: SqlTx, key: string, value: string): Promise<number> =>
  tx.run('INSERT INTO hub_meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value', key, value);

/** Writes the value only when there is none: several nodes may start at once. */
export const setMetaOnce = (tx: SqlTx, key: string, value: string): Promise<number> =>
  tx.run('INSERT INTO hub_meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING', key, value);
