import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createCore, type Core } from '../../../../electron/core/app.ts';
import type { KeyStore, KeyStoreFacts } from '../../../../shared/kernel/host-messages.ts';
import { fakeIds } from '../../../support/ids.ts';
import { openTestCore, tempFolder, testOptions, testPasscode, type TestCore } from '../../../support/core.ts';

const right = { passcode: testPasscode };
const wrong = { passcode: 'not the passcode' };

type FakeStore = KeyStore & { facts: KeyStoreFacts; mask: number; refuses: boolean };

/** A key store that can be made weak, exchanged, or unwilling. */
const fakeStore = (facts: KeyStoreFacts = { strength: 'good', backend: 'kwallet6' }): FakeStore => {
  const flip = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ store.mask);
  const answer = async (bytes: Uint8Array): Promise<Uint8Array | null> => (store.refuses ? null : flip(bytes));
  const store: FakeStore = { facts, mask: 0x5a, refuses: false, describe: async () => store.facts, wrap: answer, unwrap: answer };
  return store;
};

const opened = async (keyStore: FakeStore): Promise<TestCore> => {
  const t = await openTestCore(onTestFinished, { keyStore });
  await vi.waitFor(() => expect(t.core.vault.status().systemUnlock).not.toBe('absent'));
  return t;
};

const switchedOn = async (keyStore: FakeStore): Promise<TestCore> => {
  const t = await opened(keyStore);
  expect(await t.core.vault.setSystemUnlock({ ...right, on: true })).toEqual({ ok: true, value: undefined });
  return t;
};

const keysOf = (dataDir: string): { os?: { backend: string; blob: string } } =>
  JSON.parse(readFileSync(join(dataDir, 'keys.json'), 'utf8')) as { os?: { backend: string; blob: string } };

const restarted = ({ core, options }: TestCore): Core => {
  core.close();
  const next = createCore(options);
  onTestFinished(() => next.close());
  return next;
};

test('a new file is not opened by the system, and a host without a key store says so', async () => {
  const { core, dataDir } = await opened(fakeStore());
  expect(core.vault.status().systemUnlock).toBe('off');
  expect(keysOf(dataDir)).not.toHaveProperty('os');
  core.vault.lock();
  expect(await core.vault.unlockBySystem()).toMatchObject({ error: { code: 'vault.system-unlock-unavailable' } });
  const without = await openTestCore(onTestFinished);
  expect(without.core.vault.status().systemUnlock).toBe('absent');
  expect(await without.core.vault.setSystemUnlock({ ...right, on: true })).toMatchObject({
    error: { code: 'vault.system-unlock-unavailable' },
  });
});

test('a store that protects nothing is named weak and cannot be switched on', async () => {
  const { core, dataDir } = await opened(fakeStore({ strength: 'weak', backend: 'basic_text' }));
  expect(core.vault.status().systemUnlock).toBe('weak');
  expect((await core.vault.setSystemUnlock({ ...right, on: true })).ok).toBe(false);
  expect(keysOf(dataDir)).not.toHaveProperty('os');
});

test('switching it on asks the passcode and counts a wrong one', async () => {
  const { core, dataDir } = await opened(fakeStore());
  for (let i = 0; i < 5; i += 1) {
    expect(await core.vault.setSystemUnlock({ ...wrong, on: true })).toMatchObject({ error: { code: 'vault.wrong-passcode' } });
  }
  expect(await core.vault.setSystemUnlock({ ...right, on: true })).toMatchObject({ error: { code: 'vault.wait' } });
  expect(keysOf(dataDir)).not.toHaveProperty('os');
});

test('once switched on, the file opens after a restart without the passcode, but only when asked', async () => {
  const t = await switchedOn(fakeStore());
  expect(keysOf(t.dataDir).os).toMatchObject({ backend: 'kwallet6' });
  const core = restarted(t);
  expect(core.vault.status()).toMatchObject({ state: 'locked', systemUnlock: 'on' });
  expect(await core.vault.unlockBySystem()).toEqual({ ok: true, value: undefined });
  expect(core.vault.status().state).toBe('open');
  core.vault.lock();
  expect(core.vault.status().state).toBe('locked');
  expect((await core.vault.unlock(right)).ok).toBe(true);
});

test('a new passcode and a recovery keep it; switching it off removes the seal', async () => {
  const { core, dataDir, recoveryKey } = await switchedOn(fakeStore());
  expect((await core.vault.changePasscode({ ...right, newPasscode: 'second one' })).ok).toBe(true);
  core.vault.lock();
  expect((await core.vault.recover({ recoveryKey, newPasscode: 'third one' })).ok).toBe(true);
  core.vault.lock();
  expect((await core.vault.unlockBySystem()).ok).toBe(true);
  expect((await core.vault.setSystemUnlock({ passcode: 'third one', on: false })).ok).toBe(true);
  expect(keysOf(dataDir)).not.toHaveProperty('os');
  core.vault.lock();
  expect(core.vault.status().systemUnlock).toBe('off');
  expect(await core.vault.unlockBySystem()).toMatchObject({ error: { code: 'vault.system-unlock-unavailable' } });
});

test.each([
  ['an exchanged store', (store: FakeStore) => (store.facts = { strength: 'good', backend: 'gnome_libsecret' }), 'changed'],
  ['a store that became weak', (store: FakeStore) => (store.facts = { strength: 'weak', backend: 'basic_text' }), 'changed'],
  ['a store that is gone', (store: FakeStore) => (store.facts = { strength: 'absent', backend: 'none' }), 'changed'],
  ['a store that refuses', (store: FakeStore) => (store.refuses = true), 'failed'],
  ['a store that gives back something else', (store: FakeStore) => (store.mask = 0x11), 'failed'],
])('%s leaves every file as it is, and the passcode opens', async (_what, spoil, how) => {
  const store = fakeStore();
  const { core, dataDir } = await switchedOn(store);
  core.vault.lock();
  const before = [readdirSync(dataDir).sort(), readFileSync(join(dataDir, 'keys.json'), 'utf8')];
  spoil(store);
  expect(await core.vault.unlockBySystem()).toMatchObject({ error: { code: `vault.system-unlock-${how}` } });
  expect(core.vault.status()).toMatchObject({ state: 'locked', fault: null, waitSeconds: 0 });
  expect([readdirSync(dataDir).sort(), readFileSync(join(dataDir, 'keys.json'), 'utf8')]).toEqual(before);
  expect((await core.vault.unlock(right)).ok).toBe(true);
});

test('a store that never answers does not keep the passcode from opening', async () => {
  const store = fakeStore();
  const { core } = await switchedOn(store);
  core.vault.lock();
  store.unwrap = () => new Promise(() => undefined);
  void core.vault.unlockBySystem();
  expect((await core.vault.unlock(right)).ok).toBe(true);
});

test('missing keys stay a fault, and no new file is made', async () => {
  const { core, dataDir } = await switchedOn(fakeStore());
  core.vault.lock();
  writeFileSync(join(dataDir, 'keys.json'), '{}');
  expect(await core.vault.unlockBySystem()).toMatchObject({ error: { code: 'fault.keys-missing' } });
  expect(existsSync(join(dataDir, 'liubu.db.new'))).toBe(false);
});

test('a backup carries no seal of this computer', async () => {
  const { core } = await switchedOn(fakeStore());
  const made = core.backups.make();
  if (!made.ok) throw new Error(made.error.code);
  const there = createCore(
    testOptions(tempFolder(onTestFinished), { keyStore: fakeStore(), ids: fakeIds(7), machine: { fingerprint: 'other' } }),
  );
  onTestFinished(() => there.close());
  expect((await there.backups.restore({ file: made.value.file, ...right })).ok).toBe(true);
  await vi.waitFor(() => expect(there.vault.status().systemUnlock).toBe('off'));
});
