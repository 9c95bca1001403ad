import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { connect, looksPlain } from '../../../electron/db/connection.ts';
import { addTestCase, openTestCore, testPasscode } from '../../support/core.ts';
import { contactFields, insertOf } from '../../support/store.ts';

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
