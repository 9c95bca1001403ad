import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { connect, looksPlain } from '../../../electron/db/connection.ts';
import { addTestCase, openTestCore, tempFolder, testPasscode } from '../../support/core.ts';
import { contactFields, insertOf, testKey as key } from '../../support/store.ts';

const marker = 'MARKER-王小毛-骨折';
const traces = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return bytes.includes(marker) || bytes.includes('MARKER') || bytes.includes(testPasscode);
    });

test('no file of the data folder shows a word of the data or the passcode: open, after a spill of sorting, locked and after a repair', async () => {
  const { core, session, dataDir } = await openTestCore(onTestFinished);
  const caseId = addTestCase(session, { accidentCourse: marker.repeat(500) });
  const logs = Array.from({ length: 300 }, () =>
    insertOf('contactLog', session.ids.next(), { ...contactFields, body: marker.repeat(100) }),
  );
  expect(session.commit({ kind: 'record-contact', caseId, ops: logs }).ok).toBe(true);
  session.commitLocal(['drafts'], (db) =>
    db.run('INSERT INTO drafts VALUES (?, ?, ?, ?)', 'k', caseId, JSON.stringify({ marker }), '2026'),
  );
  session.read.all('SELECT body FROM contact_logs ORDER BY body || random()');
  expect(traces(dataDir)).toEqual([]);
  core.vault.repair();
  expect(traces(dataDir)).toEqual([]);
  core.vault.lock();
  expect(traces(dataDir)).toEqual([]);
  expect(readdirSync(dataDir).toSorted()).toEqual(['attachments.db', 'instance.lock', 'keys.json', 'liubu.db']);
});

test('the file neither begins like plain SQLite nor opens with another key', async () => {
  const { core, dataDir } = await openTestCore(onTestFinished);
  core.vault.lock();
  const path = join(dataDir, 'liubu.db');
  expect(looksPlain(path)).toBe(false);
  expect(() => connect({ path, key: new Uint8Array(32), readOnly: false, mustExist: true })).toThrow(/not a database/);
  expect(() => connect({ path, key: null, readOnly: false, mustExist: true })).toThrow(/not a database/);
});

const rowsIn = (path: string): unknown => {
  const connection = connect({ path, key, readOnly: true, mustExist: true });
  try {
    return connection.read.all<{ body: string }>('SELECT body FROM logs ORDER BY body').map(({ body }) => body.slice(0, 9));
  } finally {
    connection.close();
  }
};

test('a file of the SQLCipher format opens, takes new rows and is copied as it is; a copy of a new file opens, too', () => {
  const folder = tempFolder(onTestFinished);
  const [former, present] = [join(folder, 'former.db'), join(folder, 'present.db')];
  const raw = new Database(former);
  raw.pragma("cipher = 'sqlcipher'");
  raw.pragma('legacy = 4');
  raw.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`);
  raw.exec(`CREATE TABLE logs (body TEXT); INSERT INTO logs VALUES ('from then')`);
  raw.close();
  for (const path of [former, present]) {
    const connection = connect({ path, key, readOnly: false, mustExist: path === former });
    if (path === present) connection.exec(`CREATE TABLE logs (body TEXT); INSERT INTO logs VALUES ('from then')`);
    connection.transaction((db) => db.run('INSERT INTO logs VALUES (?)', 'from today'));
    connection.backUpTo(`${path}.copy`);
    connection.close();
    expect([rowsIn(path), rowsIn(`${path}.copy`), looksPlain(path)]).toEqual([
      ['from then', 'from toda'],
      ['from then', 'from toda'],
      false,
    ]);
  }
});

test('one changed bit in any page is noticed, wherever it stands', () => {
  const path = join(tempFolder(onTestFinished), 'a.db');
  const connection = connect({ path, key, readOnly: false, mustExist: false });
  connection.exec('CREATE TABLE logs (body TEXT)');
  connection.transaction((db) => {
    for (let n = 0; n < 40; n += 1) db.run('INSERT INTO logs VALUES (?)', 'x'.repeat(1_000));
  });
  connection.close();
  const bytes = readFileSync(path);
  expect(bytes.length).toBeGreaterThan(10 * 4_096);
  // The first page begins with random bytes that stand for nothing here: the key is no passphrase.
  const places = [100, 2_000, 4_000, 4_095].flatMap((at) => Array.from({ length: bytes.length / 4_096 }, (_, page) => page * 4_096 + at));
  for (const place of places) {
    const changed = Buffer.from(bytes);
    changed[place] = (changed[place] ?? 0) ^ 1;
    writeFileSync(path, changed);
    expect(() => rowsIn(path), String(place)).toThrow(/not a database|malformed/);
  }
  writeFileSync(path, bytes);
  expect(rowsIn(path)).toHaveLength(40);
});
