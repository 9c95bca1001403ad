import { copyFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { connect, type Connection } from '../../../electron/db/connection.ts';
import { tempFolder } from '../../support/core.ts';
import { testKey as key } from '../../support/store.ts';

const [normal, full] = [1, 2];

const opened = () => {
  const folder = tempFolder(onTestFinished);
  const path = join(folder, 'a.db');
  const connection = connect({ path, key, readOnly: false, mustExist: false });
  connection.exec('CREATE TABLE pages (page INTEGER, line INTEGER)');
  onTestFinished(() => connection.close());
  return { path, folder, connection };
};

const write = (connection: Connection, way: 'transaction' | 'transactionBefore', page: number): void =>
  connection[way]((db) => {
    for (let line = 0; line < 200; line += 1) db.run('INSERT INTO pages VALUES (?, ?)', page, line);
  });

test('every transaction reaches the disk by itself but one before another, and the next one does again', () => {
  const { connection } = opened();
  const level = (): unknown => connection.pragma('synchronous');
  expect(connection.transaction(level)).toBe(full);
  expect(connection.transactionBefore(level)).toBe(normal);
  expect(connection.transaction(level)).toBe(full);
  const failing = (): never => {
    throw new Error('in the middle');
  };
  expect(() => connection.transactionBefore(failing)).toThrow('in the middle');
  expect(level()).toBe(full);
});

test('a power cut that takes the end of the log away leaves whole pages of a download, the first ones, and nothing of a later one', () => {
  const { path, folder, connection } = opened();
  for (let page = 1; page <= 4; page += 1) write(connection, page < 4 ? 'transactionBefore' : 'transaction', page);
  const length = statSync(`${path}-wal`).size;
  const seen = new Set<number>();
  for (let part = 1; part <= 20; part += 1) {
    const cut = join(folder, `cut-${part}.db`);
    for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, `${cut}${end}`);
    truncateSync(`${cut}-wal`, Math.floor((length * part) / 20));
    const again = connect({ path: cut, key, readOnly: false, mustExist: true });
    const tables = again.read.all(`SELECT 1 FROM sqlite_schema WHERE name = 'pages'`).length;
    const pages = tables === 0 ? [] : again.read.all<{ page: number; n: number }>('SELECT page, count(*) AS n FROM pages GROUP BY page');
    again.close();
    expect(pages).toEqual(Array.from({ length: pages.length }, (_, at) => ({ page: at + 1, n: 200 })));
    seen.add(pages.length);
  }
  expect(seen).toContain(4);
  expect(seen.size).toBeGreaterThan(2);
});
