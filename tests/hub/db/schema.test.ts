import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { FromTheFutureError, migrate } from '../../../hub/db/migrate.ts';
import { migrations } from '../../../hub/db/migrations.ts';
import { TakenError, type SqlDatabase, type Table } from '../../../hub/db/sql.ts';
import { newId, signIn } from '../support/device.ts';
import { log, register } from '../support/operations.ts';
import { closeStores, freshPostgres, stores } from '../support/stores.ts';
import { createWorld } from '../support/world.ts';

closeStores();

const regions: Table = { name: 'regions', columns: { region_id: 'text', name: 'text' } };
const namesIn = async (db: SqlDatabase): Promise<string[]> =>
  (await db.snapshot((reads) => reads.query<{ name: string }>('SELECT name FROM regions ORDER BY name'))).map(({ name }) => name);

test('a shipped step of the schema never changes', () => {
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
  expect(migrations.map(({ name, statements }) => [name, hash(statements.join(';'))])).toEqual([
    ['0010-people', '042b92d8e3d70376'],
    ['0020-cases', '2873dd8a4ff1ef54'],
    ['0030-attachments', '88b70036834bb173'],
    ['0200-same-change', '510a5e23045d8582'],
    ['0220-quarantine-case', 'fd2eb968a31d4b21'],
  ]);
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map(({ version }) => version).toSorted((a, b) => a - b));
});

describe.each(stores)('the store on %s', (name, open) => {
  const opened = async (): Promise<SqlDatabase> => {
    const db = await open();
    await migrate(db, migrations);
    return db;
  };

  test('a schema is brought up once, however many nodes start; one from the future is left alone', async () => {
    const db = await open();
    await Promise.all(Array.from({ length: 6 }, () => migrate(db, migrations)));
    await db.transaction((tx) => tx.run("UPDATE hub_meta SET value = '99999' WHERE key = 'schema'"));
    await expect(migrate(db, migrations)).rejects.toThrow(FromTheFutureError);
  });

  test('a transaction that fails leaves nothing', async () => {
    const db = await opened();
    const work = db.transaction(async (tx) => {
      await tx.insertMany(regions, [{ region_id: newId(), name: 'a' }]);
      throw new Error('cut');
    });
    await expect(work).rejects.toThrow('cut');
    expect(await namesIn(db)).toEqual([]);
  });

  test('a key that is there already is told apart from faults', async () => {
    const db = await opened();
    const row = { region_id: newId(), name: 'a' };
    await db.transaction((tx) => tx.insertMany(regions, [row]));
    await expect(db.transaction((tx) => tx.insertMany(regions, [row]))).rejects.toThrow(TakenError);
    await db.transaction((tx) =>
      tx.insertMany(regions, [{ ...row, name: 'b' }], 'ON CONFLICT (region_id) DO UPDATE SET name = excluded.name'),
    );
    expect(await namesIn(db)).toEqual(['b']);
  });

  test('lists, nothing in a list, and many rows at once', async () => {
    const db = await opened();
    const rows = Array.from({ length: 500 }, (_, index) => ({ region_id: newId(), name: `n${index}` }));
    await db.transaction((tx) => tx.insertMany(regions, rows));
    const found = (ids: string[]) => db.snapshot((reads) => reads.query('SELECT name FROM regions WHERE region_id = ANY($1)', ids));
    expect(await found([rows[3]!.region_id, rows[7]!.region_id, newId()])).toHaveLength(2);
    expect(await found([])).toEqual([]);
  });

  test('[SY-2] many devices write to one case at once: its list is dense, whole, and read whole at any moment', async () => {
    const world = await createWorld(await open());
    const surveyor = await signIn(world, 'surveyor');
    const caseId = await register(surveyor);
    const devices = [
      surveyor,
      ...(await Promise.all(['handler', 'handler2', 'supervisor', 'supervisor2'].map((who) => signIn(world, who as 'handler')))),
    ];
    const reader = await signIn(world, 'handler');
    const written = devices.map(async (device) => {
      for (let at = 0; at < 20; at += 1) expect(await device.does(caseId, log())).toMatchObject({ verdict: 'accepted' });
    });
    const seen: number[] = [];
    for (let at = 0; at < 10; at += 1) {
      await reader.pull();
      seen.push(reader.cases.get(caseId)?.ver ?? 0);
    }
    await Promise.all(written);
    await reader.pull();
    const entries = reader.cases.get(caseId)?.entries ?? [];
    expect(entries.map(({ ver }) => ver)).toEqual(Array.from({ length: 101 }, (_, index) => index + 1));
    expect(new Set(entries.map(({ change }) => change.changeId)).size).toBe(101);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(name).not.toBe('');
  });
});

test('[SY-2] there is no sequence in the store that a reader could follow', async () => {
  const db = await freshPostgres();
  await migrate(db, migrations);
  expect(await db.snapshot((reads) => reads.query('SELECT sequence_name FROM information_schema.sequences'))).toEqual([]);
  const numbered =
    "SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND (is_identity = 'YES' OR column_default IS NOT NULL)";
  expect(await db.snapshot((reads) => reads.query(numbered))).toEqual([]);
});
