import { describe, expect, test } from 'vitest';
import { migrate } from '../../../hub/db/migrate.ts';
import { migrations } from '../../../hub/db/migrations.ts';
import { TakenError, type SqlDatabase, type SqlReads, type Table } from '../../../hub/db/sql.ts';
import { closeStores, freshPostgres, stores } from '../support/stores.ts';

closeStores();

const regions: Table = { name: 'regions', columns: { region_id: 'text', name: 'text' } };
const namesIn = async (reads: SqlReads): Promise<string[]> =>
  (await reads.query<{ name: string }>('SELECT name FROM regions ORDER BY name')).map(({ name }) => name);
const added = 'INSERT INTO regions (region_id, name) VALUES ($1, $2)';

describe.each(stores)('a transaction on %s', (_, open) => {
  const opened = async (): Promise<SqlDatabase> => {
    const db = await open();
    await migrate(db, migrations);
    return db;
  };

  test('statements asked in one go are carried out in their order, each with a look of its own', async () => {
    const db = await opened();
    const seen = await db.transaction((tx) => Promise.all([tx.run(added, '1', 'a'), namesIn(tx), tx.run(added, '2', 'b'), namesIn(tx)]));
    expect(seen).toEqual([1, ['a'], 1, ['a', 'b']]);
    expect(await db.snapshot(namesIn)).toEqual(['a', 'b']);
  });

  test('the first statement that fails is the one that is told, and nothing of the others stays', async () => {
    const db = await opened();
    const failing = db.transaction((tx) =>
      Promise.all([tx.run(added, '1', 'a'), tx.query('SELECT * FROM nowhere'), tx.run(added, '2', 'b')]),
    );
    await expect(failing).rejects.toThrow(/nowhere/);
    expect(await db.snapshot(namesIn)).toEqual([]);
  });

  test('rows that wait for the end are there with it, and not at all when they do not fit', async () => {
    const db = await opened();
    await db.transaction((tx) => tx.insertMany(regions, [{ region_id: '1', name: 'a' }]));
    const again = db.transaction(async (tx) => {
      await tx.run(added, '2', 'b');
      await tx.insertMany(regions, [{ region_id: '1', name: 'c' }]);
    });
    await expect(again).rejects.toBeInstanceOf(TakenError);
    expect(await db.snapshot(namesIn)).toEqual(['a']);
  });

  test('a connection on which a transaction failed serves the next one', async () => {
    const db = await opened();
    for (let n = 0; n < 20; n += 1) {
      await expect(db.transaction((tx) => Promise.all([tx.query('SELECT * FROM nowhere'), namesIn(tx)]))).rejects.toThrow(/nowhere/);
    }
    await db.transaction((tx) => Promise.all([tx.run(added, '1', 'a'), namesIn(tx)]));
    expect(await db.snapshot(namesIn)).toEqual(['a']);
  });
});

test('PostgreSQL: a failure that was passed over is told at the end, when nothing of the transaction was kept', async () => {
  const db = await freshPostgres();
  await migrate(db, migrations);
  const passedOver = db.transaction(async (tx) => {
    await tx.run(added, '1', 'a');
    await tx.query('SELECT * FROM nowhere').catch(() => undefined);
  });
  await expect(passedOver).rejects.toThrow(/rolled back/);
  expect(await db.snapshot(namesIn)).toEqual([]);
});
