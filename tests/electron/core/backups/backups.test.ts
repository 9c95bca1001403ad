import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createCore, type Core } from '../../../../electron/core/app.ts';
import { migrations } from '../../../../electron/db/migrations.ts';
import { addTestCase, openTestCore, tempFolder, testOptions, testPasscode, type TestCore } from '../../../support/core.ts';
import { fakeIds } from '../../../support/ids.ts';
import { contactFields, insertOf } from '../../../support/store.ts';

const right = { passcode: testPasscode };

const filled = async (): Promise<TestCore> => {
  const t = await openTestCore(onTestFinished);
  const caseId = addTestCase(t.session, { plate: '京A12345' });
  for (let i = 0; i < 5; i += 1) {
    t.session.commit({ kind: 'record-contact', caseId, ops: [insertOf('contactLog', t.session.ids.next(), contactFields)] });
  }
  t.session.blobs.put(Buffer.from('a photo'.repeat(50_000)));
  t.session.commitLocal(['drafts'], (db) => db.run("INSERT INTO drafts VALUES ('contact', ?, '{}', '2026')", caseId));
  return t;
};

const backupOf = (core: Core): File => {
  const made = core.backups.make();
  if (!made.ok) throw new Error(made.error.code);
  expect(made.value).toMatchObject({ changes: 7, attachments: 1 });
  return made.value.file;
};

/** Everything a person could miss, in one comparable text. The changes go on under the id of the new device, chained anew. */
const contentOf = (core: Core): string => {
  const session = core.session();
  if (!session) throw new Error('not open');
  const tables = ['cases', 'contact_logs', 'people', 'drafts', 'settings'];
  const changes = 'SELECT seq, mid, change_id, kind, case_id, at, utc_offset, by_person_id, ops, origin FROM journal ORDER BY 1';
  const rows = [...tables.map((table) => `SELECT * FROM ${table} ORDER BY 1`), changes].map((sql) => session.read.all(sql));
  return JSON.stringify(rows, (_key, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value));
};

const freshCore = (): Core => {
  const core = createCore(testOptions(tempFolder(onTestFinished), { ids: fakeIds(7), machine: { fingerprint: 'new machine' } }));
  onTestFinished(() => core.close());
  return core;
};

test('a backup restored on an empty profile opens with its passcode and holds the same content, as a new device', async () => {
  const t = await filled();
  const file = backupOf(t.core);
  const before = contentOf(t.core);
  const there = freshCore();
  expect(await there.backups.restore({ file, ...right })).toEqual({ ok: true, value: { changes: 7, keptAside: null } });
  expect(there.vault.status().state).toBe('locked');
  expect((await there.vault.unlock(right)).ok).toBe(true);
  expect(contentOf(there)).toBe(before);
  expect(there.session()?.blobs).toBeDefined();
  expect(there.vault.current()?.blobs.count()).toBe(1);
  expect(there.session()?.deviceId).not.toBe(t.session.deviceId);
  expect(there.session()?.read.all('SELECT DISTINCT device_id AS deviceId FROM journal WHERE mid IS NOT NULL')).toEqual([
    { deviceId: there.session()?.deviceId },
  ]);
  expect(there.vault.selfCheck()).toMatchObject({ value: { ok: true } });
});

test('a backup restored over existing work keeps the replaced files aside', async () => {
  const t = await filled();
  const file = backupOf(t.core);
  const before = contentOf(t.core);
  addTestCase(t.session, { plate: '京B99999' });
  const restored = await t.core.backups.restore({ file, ...right });
  if (!restored.ok || restored.value.keptAside === null) throw new Error('nothing was kept');
  expect(readdirSync(restored.value.keptAside).toSorted()).toEqual(['attachments.db', 'keys.json', 'liubu.db']);
  expect((await t.core.vault.unlock(right)).ok).toBe(true);
  expect(contentOf(t.core)).toBe(before);
});

test('a backup can be restored over a damaged file', async () => {
  const t = await filled();
  const file = backupOf(t.core);
  t.core.vault.lock();
  writeFileSync(join(t.dataDir, 'liubu.db'), 'noise');
  expect(await t.core.vault.unlock(right)).toMatchObject({ error: { code: 'fault.corrupt' } });
  expect((await t.core.backups.restore({ file, ...right })).ok).toBe(true);
  expect((await t.core.vault.unlock(right)).ok).toBe(true);
});

const changedBytes = async (file: File, at: number): Promise<File> => {
  const bytes = Buffer.from(await file.arrayBuffer());
  bytes[at < 0 ? bytes.length + at : at] = (bytes.at(at) ?? 0) ^ 0xff;
  return new File([bytes], 'x');
};

test.each([
  ['one byte changed near the end', (file: File) => changedBytes(file, -9_000)],
  ['one byte changed in the head', (file: File) => changedBytes(file, 60)],
  ['the end cut off', async (file: File) => new File([file.slice(0, file.size - 4_096)], 'x')],
  ['nothing in it', async () => new File([], 'x')],
  ['another kind of content', async () => new File(['PK\u0003\u0004 a spreadsheet'], 'x')],
])('a backup with %s is refused as damaged, and the present work goes on untouched', async (_how, damage) => {
  const t = await filled();
  const file = await damage(backupOf(t.core));
  const before = contentOf(t.core);
  expect(await t.core.backups.restore({ file, ...right })).toMatchObject({ ok: false, error: { code: 'backup.damaged' } });
  expect(contentOf(t.core)).toBe(before);
  expect(readdirSync(t.dataDir).filter((name) => name.includes('restore'))).toEqual([]);
});

test('a wrong passcode for the backup changes nothing', async () => {
  const t = await filled();
  const file = backupOf(t.core);
  const answer = await t.core.backups.restore({ file, passcode: 'not this one' });
  expect(answer).toMatchObject({ ok: false, error: { code: 'backup.wrong-passcode' } });
  expect(t.core.vault.status().state).toBe('open');
});

test('a backup made by a newer app is refused by name', async () => {
  const t = await filled();
  t.session.commitLocal([], (db) => db.run(`PRAGMA user_version = ${(migrations.at(-1)?.version ?? 0) + 10}`));
  const made = t.core.backups.make();
  if (!made.ok) throw new Error(made.error.code);
  const answer = await freshCore().backups.restore({ file: made.value.file, ...right });
  expect(answer).toMatchObject({ error: { code: 'backup.from-the-future' } });
});

test('a restore that was cut off between two files is finished at the next start', async () => {
  const t = await filled();
  const file = backupOf(t.core);
  const before = contentOf(t.core);
  const donor = freshCore();
  await donor.backups.restore({ file, ...right });
  const donorDir = donor.vault.status().dataFolder;
  donor.close();
  t.core.close();
  const ready = join(t.dataDir, 'restore.ready-2026');
  mkdirSync(ready);
  for (const name of ['keys.json', 'liubu.db']) renameSync(join(donorDir, name), join(ready, name));
  const again = createCore({ ...t.options, machine: { fingerprint: 'new machine' } });
  onTestFinished(() => again.close());
  expect(existsSync(ready)).toBe(false);
  expect((await again.vault.unlock(right)).ok).toBe(true);
  expect(contentOf(again)).toBe(before);
});

test('a backup shows nothing of its content', async () => {
  const t = await filled();
  const bytes = Buffer.from(await backupOf(t.core).arrayBuffer());
  for (const word of ['京A12345', '约定周三', 'a photo', '周岚', testPasscode]) expect(bytes.includes(word)).toBe(false);
  expect(readFileSync(join(t.dataDir, 'keys.json'), 'utf8')).not.toContain(testPasscode);
});

test('no backup is made while the vault is locked', async () => {
  const t = await filled();
  t.core.vault.lock();
  expect(t.core.backups.make()).toMatchObject({ error: { code: 'locked' } });
});
