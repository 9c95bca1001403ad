import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { openPostgres } from '../../../hub/db/postgres.ts';
import { startNode } from '../../../hub/server/node.ts';
import { freshDatabase } from '../support/stores.ts';

let connectionString: string;

/** Starts a node, ends it, and says in which epoch it served. */
const epochAfterStart = async (isNewEpoch = false): Promise<string> => {
  const config = { host: '127.0.0.1', port: 0, exposure: { kind: 'loopback' }, requestsPerMinute: 100 } as const;
  const node = await startNode({ config, connectionString, logLevel: 'silent', isNewEpoch });
  const [row] = await node.ports.db.look<{ value: string }>(`SELECT value FROM hub_meta WHERE key = 'epoch'`);
  await node.close();
  return row?.value ?? '';
};

const does = async (...statements: string[]): Promise<void> => {
  const db = openPostgres(connectionString);
  for (const sql of statements) await db.transaction((tx) => tx.run(sql));
  await db.close();
};

beforeAll(async () => {
  connectionString = await freshDatabase();
});

test('[SY-50] the same data on the same server is the same epoch, from the first start on', async () => {
  const first = await epochAfterStart();
  expect(first).not.toBe('');
  expect(await epochAfterStart()).toBe(first);
});

test('[SY-50] a dump put back into the same server and database begins a new epoch by itself, once', async () => {
  const before = await epochAfterStart();
  // As pg_restore --clean does it: the tables are made again and filled.
  await does(
    'CREATE TABLE kept AS SELECT * FROM entries',
    'CREATE TABLE again (LIKE entries INCLUDING ALL)',
    'DROP TABLE entries',
    'ALTER TABLE again RENAME TO entries',
    'INSERT INTO entries SELECT * FROM kept',
    'DROP TABLE kept',
  );
  const after = await epochAfterStart();
  expect(after).not.toBe(before);
  expect(await epochAfterStart()).toBe(after);
});

test('[SY-50] --new-epoch is for a disk put back, of which the store shows nothing', async () => {
  const before = await epochAfterStart();
  const asked = await epochAfterStart(true);
  expect(asked).not.toBe(before);
  expect(await epochAfterStart()).toBe(asked);
});

test('a word that is no option stops the start and says so', () => {
  const program = fileURLToPath(new URL('../../../hub/main.ts', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [program, '--new-epcoh'], { encoding: 'utf8' });
  expect([status, stderr.trim()]).toEqual([1, '--new-epcoh is no option of the hub; the only one is --new-epoch']);
});
