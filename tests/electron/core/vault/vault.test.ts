import { existsSync, readFileSync, rmSync, writeFileSync, cpSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createCore } from '../../../../electron/core/app.ts';
import { destroyKey } from '../../../../electron/core/vault/forget-files.ts';
import { dataFilesOf } from '../../../../electron/db/data-files.ts';
import { addTestCase, openTestCore, tempFolder, testOptions, testPasscode } from '../../../support/core.ts';

const wrong = { passcode: 'not the passcode' };
const right = { passcode: testPasscode };

test('a fresh folder is fresh, and holds nothing but the instance lock until a passcode is chosen', () => {
  const dataDir = tempFolder(onTestFinished);
  const core = createCore(testOptions(dataDir));
  onTestFinished(() => core.close());
  expect(core.vault.status()).toMatchObject({ state: 'fresh', fault: null });
  expect(existsSync(join(dataDir, 'liubu.db'))).toBe(false);
});

test('set-up opens the file with its first person, and unlocking after a lock brings everything back', async () => {
  const { core, session } = await openTestCore(onTestFinished);
  const caseId = addTestCase(session, { plate: '京A12345' });
  expect(session.person()).toMatchObject({ name: '周岚', role: 'surveyor', active: true });
  core.vault.lock();
  expect(core.session()).toBeNull();
  expect(core.vault.status().state).toBe('locked');
  expect(await core.vault.unlock(right)).toEqual({ ok: true, value: undefined });
  expect(core.session()?.read.get('SELECT plate FROM cases WHERE id = ?', caseId)).toEqual({ plate: '京A12345' });
});

test('a wrong passcode says so and makes no new file', async () => {
  const { core, dataDir } = await openTestCore(onTestFinished);
  core.vault.lock();
  const before = readFileSync(join(dataDir, 'liubu.db'));
  const answer = await core.vault.unlock(wrong);
  expect(answer).toMatchObject({ ok: false, error: { code: 'vault.wrong-passcode', field: 'passcode' } });
  expect(core.vault.status().state).toBe('locked');
  expect(readFileSync(join(dataDir, 'liubu.db')).equals(before)).toBe(true);
});

test('after five wrong tries the sixth has to wait, also after a restart, and the right passcode then clears the wait', async () => {
  const { core, options, clock } = await openTestCore(onTestFinished);
  core.vault.lock();
  for (let i = 0; i < 5; i += 1) await core.vault.unlock(wrong);
  expect(await core.vault.unlock(right)).toMatchObject({ error: { code: 'vault.wait' } });
  core.close();
  const second = createCore(options);
  onTestFinished(() => second.close());
  expect(second.vault.status().waitSeconds).toBeGreaterThan(0);
  clock.advance(2);
  expect((await second.vault.unlock(right)).ok).toBe(true);
  second.vault.lock();
  expect((await second.vault.unlock(wrong)).ok).toBe(false);
  expect(second.vault.status().waitSeconds).toBe(0);
});

test('a clock set back by a year does not lengthen the wait beyond what the last try cost', async () => {
  const { core, clock } = await openTestCore(onTestFinished);
  core.vault.lock();
  for (let i = 0; i < 5; i += 1) await core.vault.unlock(wrong);
  clock.set('2025-01-01T00:00:00.000Z');
  expect(core.vault.status().waitSeconds).toBeLessThanOrEqual(30);
});

test('the recovery key opens the file with a new passcode, however it is typed', async () => {
  const { core, recoveryKey } = await openTestCore(onTestFinished);
  core.vault.lock();
  const typed = recoveryKey.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
  expect(await core.vault.recover({ recoveryKey: typed, newPasscode: 'brand new one' })).toEqual({ ok: true, value: undefined });
  core.vault.lock();
  expect((await core.vault.unlock(right)).ok).toBe(false);
  expect((await core.vault.unlock({ passcode: 'brand new one' })).ok).toBe(true);
});

test('one mistyped character of the recovery key is named as a typing error', async () => {
  const { core, recoveryKey } = await openTestCore(onTestFinished);
  core.vault.lock();
  const first = recoveryKey[0] === '7' ? '8' : '7';
  const answer = await core.vault.recover({ recoveryKey: first + recoveryKey.slice(1), newPasscode: 'brand new one' });
  expect(answer).toMatchObject({ ok: false, error: { code: 'vault.recovery-key-typo' } });
});

test('a changed passcode replaces the old one, and the old one has to be known', async () => {
  const { core } = await openTestCore(onTestFinished);
  expect(await core.vault.changePasscode({ ...wrong, newPasscode: 'second one' })).toMatchObject({
    error: { code: 'vault.wrong-passcode' },
  });
  expect((await core.vault.changePasscode({ ...right, newPasscode: 'second one' })).ok).toBe(true);
  core.vault.lock();
  expect((await core.vault.unlock(right)).ok).toBe(false);
  expect((await core.vault.unlock({ passcode: 'second one' })).ok).toBe(true);
});

test('digits typed full-width open the file that was set up with plain ones', async () => {
  const { core } = await openTestCore(onTestFinished);
  core.vault.lock();
  expect((await core.vault.unlock({ passcode: testPasscode.replace('6', '６') })).ok).toBe(true);
});

test('a second core on the same folder is turned away, and may go on when the first has closed', async () => {
  const { core, options } = await openTestCore(onTestFinished);
  const second = createCore(options);
  onTestFinished(() => second.close());
  expect(second.vault.status()).toMatchObject({ state: 'fault', fault: 'fault.locked-by-other' });
  expect(await second.vault.unlock(right)).toMatchObject({ error: { code: 'fault.locked-by-other' } });
  core.close();
  expect(second.vault.status()).toMatchObject({ state: 'locked', fault: null });
  expect((await second.vault.unlock(right)).ok).toBe(true);
});

test('a database without its keys is a fault of its own and is not overwritten by a set-up', async () => {
  const { core, dataDir } = await openTestCore(onTestFinished);
  core.vault.lock();
  rmSync(join(dataDir, 'keys.json'));
  expect(core.vault.status()).toMatchObject({ state: 'fault', fault: 'fault.keys-missing' });
  const answer = await core.vault.setUp({ passcode: testPasscode, personName: 'X', role: 'surveyor', branch: '' });
  expect(answer).toMatchObject({ error: { code: 'fault.keys-missing' } });
});

test('keys without their database are a fault, not an invitation to begin anew', async () => {
  const { core, dataDir } = await openTestCore(onTestFinished);
  core.vault.lock();
  rmSync(join(dataDir, 'liubu.db'));
  expect(core.vault.status().fault).toBe('fault.database-missing');
  expect(await core.vault.unlock(right)).toMatchObject({ error: { code: 'fault.database-missing' } });
});

test('a set-up that was cut off before the keys were written leaves a fresh folder', async () => {
  const dataDir = tempFolder(onTestFinished);
  writeFileSync(join(dataDir, 'liubu.db.new'), 'half a file');
  const { core } = await openTestCore(onTestFinished, { dataDir });
  expect(core.vault.status().state).toBe('open');
});

test('a set-up that was cut off after the keys were written is finished by the next unlock', async () => {
  const { core, dataDir } = await openTestCore(onTestFinished);
  core.vault.lock();
  cpSync(join(dataDir, 'liubu.db'), join(dataDir, 'liubu.db.new'));
  rmSync(join(dataDir, 'liubu.db'));
  expect(core.vault.status().state).toBe('locked');
  expect((await core.vault.unlock(right)).ok).toBe(true);
});

test.each([
  ['cut off in the middle', (path: string) => truncateSync(path, 5_000)],
  ['full of noise', (path: string) => writeFileSync(path, Buffer.alloc(40_960, 7))],
  ['emptied', (path: string) => truncateSync(path, 0)],
])('a database file %s is reported as corrupt and left as it is', async (_how, damage) => {
  const { core, session, dataDir } = await openTestCore(onTestFinished);
  addTestCase(session);
  core.vault.lock();
  const path = join(dataDir, 'liubu.db');
  damage(path);
  const before = readFileSync(path);
  expect(await core.vault.unlock(right)).toMatchObject({ error: { code: 'fault.corrupt' } });
  expect(core.vault.status()).toMatchObject({ state: 'fault', fault: 'fault.corrupt' });
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a folder copied to another computer asks first, and then goes on there as a new device with everything kept', async () => {
  const { core, session, options } = await openTestCore(onTestFinished);
  const caseId = addTestCase(session);
  const firstDevice = session.deviceId;
  core.close();
  const there = createCore({ ...options, machine: { fingerprint: 'another machine' } });
  onTestFinished(() => there.close());
  expect(await there.vault.unlock(right)).toMatchObject({ error: { code: 'fault.foreign-machine' } });
  expect(there.vault.status().fault).toBe('fault.foreign-machine');
  expect((await there.vault.adopt(right)).ok).toBe(true);
  const moved = there.session();
  expect(moved?.deviceId).not.toBe(firstDevice);
  expect(moved?.read.get('SELECT id FROM cases')).toEqual({ id: caseId });
  // What belongs to the former machine only stays its own; the case goes on under the new id, where its number names nothing else.
  expect(moved?.read.get('SELECT count(*) AS n FROM journal WHERE device_id = ?', firstDevice)).toEqual({ n: 1 });
  if (moved) addTestCase(moved);
  expect(moved?.read.all('SELECT mid, seq FROM journal WHERE device_id = ? ORDER BY seq', moved.deviceId)).toEqual([
    { mid: 1, seq: 2 },
    { mid: 2, seq: 3 },
  ]);
  expect(there.vault.selfCheck()).toMatchObject({ value: { ok: true } });
});

test('a device clock that stands before the newest entry is reported in minutes', async () => {
  const { core, session, clock } = await openTestCore(onTestFinished);
  clock.set('2026-03-02T03:00:00.000Z');
  addTestCase(session);
  clock.set('2026-03-02T02:00:00.000Z');
  expect(core.vault.status().clockBehindMinutes).toBe(60);
});

test('two windows that unlock at the same time open the file once', async () => {
  const { core } = await openTestCore(onTestFinished);
  core.vault.lock();
  const answers = await Promise.all([core.vault.unlock(right), core.vault.unlock(right)]);
  expect(answers.map((answer) => answer.ok)).toEqual([true, true]);
});

test('repair keeps the content of every attachment and drops what no attachment names', async () => {
  const { core, session } = await openTestCore(onTestFinished);
  const caseId = addTestCase(session);
  const put = (text: string): string => {
    const done = session.blobs.put(Buffer.from(text));
    if (!done.ok) throw new Error(done.error.code);
    return done.value.sha256;
  };
  const [sha256, thumbnailSha256, stray] = [put('original'), put('thumbnail'), put('never saved')];
  const fields = {
    sha256,
    thumbnailSha256,
    name: 'a.jpg',
    mediaType: 'image/jpeg',
    bytes: 8,
    kind: 'photo',
    subject: 'scene',
    takenAt: '2026-03-02T01:00:00.000Z',
  };
  const added = session.commit({
    kind: 'add-attachment',
    caseId,
    ops: [{ op: 'insert', entity: 'attachment', id: session.ids.next(), fields }],
  });
  expect(added.ok).toBe(true);
  expect(core.vault.repair()).toMatchObject({ ok: true, value: { entries: 3, unapplied: [] } });
  expect([sha256, thumbnailSha256, stray].map((name) => session.blobs.has(name))).toEqual([true, true, false]);
});

test('[SY-56] a device that was revoked says so after a restart, drops what nobody can read, and begins anew', async () => {
  const { core, options, dataDir } = await openTestCore(onTestFinished);
  core.close();
  const files = dataFilesOf(dataDir);
  // The process ends right after the key has gone.
  destroyKey(files, '2026-03-02T01:00:00.000Z');
  expect(existsSync(files.database)).toBe(true);
  const later = createCore(options);
  onTestFinished(() => later.close());
  expect(later.vault.status()).toMatchObject({ state: 'fresh', revoked: true, fault: null });
  expect(existsSync(files.database)).toBe(false);
  const anew = { passcode: testPasscode, personName: '周岚', role: 'surveyor' as const, branch: '' };
  expect(await later.vault.setUp(anew)).toMatchObject({ ok: true });
  expect(later.vault.status()).toMatchObject({ state: 'open', revoked: false });
  expect(existsSync(files.revoked)).toBe(false);
});

test('a mark of a revocation beside a file that still opens costs it nothing', async () => {
  const { core, options, dataDir } = await openTestCore(onTestFinished);
  core.close();
  writeFileSync(dataFilesOf(dataDir).revoked, '{}');
  const later = createCore(options);
  onTestFinished(() => later.close());
  expect(await later.vault.unlock(right)).toMatchObject({ ok: true });
  expect(later.vault.status()).toMatchObject({ state: 'open', revoked: false });
});
