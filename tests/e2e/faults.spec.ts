import type { Page } from '@playwright/test';
import { cpSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCore } from '../../electron/core/app.ts';
import { machineFingerprint, systemRandom } from '../../electron/core/system-ports.ts';
import { projectors } from '../../electron/core/workflows/projectors.ts';
import { connect } from '../../electron/db/connection.ts';
import { fileKey, openByPasscode, readKeys } from '../../electron/db/keys.ts';
import { fakeClock } from '../support/clock.ts';
import { testOptions } from '../support/core.ts';
import { expect, test } from '../support/e2e.ts';
import { startHostProcess, type HostProcess } from '../support/host-process.ts';
import { screen } from '../support/screens.ts';
import { passcode } from './pages/first-run.ts';
import { seriousFaults } from './pages/look.ts';

let kept = '';
let host: HostProcess;

type Place = { machine: string; at?: string };

/** A set-up data folder, made by the core itself. */
const makeFolder = async (dataDir: string, { machine, at }: Place): Promise<void> => {
  const clock = at === undefined ? {} : { clock: fakeClock(at) };
  const core = createCore(testOptions(dataDir, { projectors, random: systemRandom, machine: { fingerprint: machine }, ...clock }));
  const made = await core.vault.setUp({ passcode, personName: '王敏', role: 'handler', branch: '' });
  core.close();
  if (!made.ok) throw new Error(made.error.code);
};

const fill = (source: string): void => {
  rmSync(host.dataFolder, { recursive: true, force: true });
  cpSync(source, host.dataFolder, { recursive: true });
};

test.beforeAll(async () => {
  kept = mkdtempSync(join(tmpdir(), 'liubu-kept-'));
  await makeFolder(kept, { machine: machineFingerprint() });
  host = await startHostProcess();
});
test.afterAll(async () => {
  await host.end();
  rmSync(kept, { recursive: true, force: true });
});

const unlock = async (page: Page): Promise<void> => {
  await page.getByLabel('口令').first().fill(passcode);
  await page.getByRole('button', { name: /解锁/ }).click();
};

/** Looks at a fault in both languages: its title, its way out, and axe. */
const look = async (page: Page, name: string, titles: { zh: string; en: string }): Promise<void> => {
  await expect(page.getByRole('heading', { level: 1, name: titles.zh })).toBeVisible();
  await screen(page, `fault-${name}-zh`);
  await page.getByText('English', { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: titles.en })).toBeVisible();
  await screen(page, `fault-${name}-en`);
  expect(await seriousFaults(page)).toEqual([]);
};

const openAt = async (page: Page): Promise<void> => {
  await host.restart();
  await page.goto(host.address());
};

const inData = (name: string): string => join(host.dataFolder, name);

const setVersion = async (version: number): Promise<void> => {
  const keys = readKeys(host.dataFolder);
  const master = keys && (await openByPasscode(keys, passcode));
  if (!master) throw new Error('no key');
  const file = connect({ path: inData('liubu.db'), key: fileKey(master, 'database'), readOnly: false, mustExist: true });
  file.exec(`PRAGMA user_version = ${version}`);
  file.close();
};

test.describe('a storage fault has a screen of its own', () => {
  test.beforeEach(async () => {
    await host.kill();
    fill(kept);
  });

  test('a missing key file', async ({ page }) => {
    rmSync(inData('keys.json'));
    await openAt(page);
    await look(page, 'keys-missing', { zh: '找不到密钥文件', en: 'The key file is missing' });
    cpSync(join(kept, 'keys.json'), inData('keys.json'));
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  });

  test('a missing database', async ({ page }) => {
    rmSync(inData('liubu.db'));
    await openAt(page);
    await look(page, 'database-missing', { zh: '找不到数据文件', en: 'The data file is missing' });
  });

  for (const [how, damage] of [
    ['overwritten', (path: string) => writeFileSync(path, Buffer.alloc(40_960, 7))],
    ['truncated', (path: string) => truncateSync(path, 5_000)],
  ] as const) {
    test(`a database that was ${how}`, async ({ page }) => {
      damage(inData('liubu.db'));
      await openAt(page);
      await unlock(page);
      await look(page, `corrupt-${how}`, { zh: '数据文件损坏', en: 'The data file is damaged' });
    });
  }

  test('a database that cannot be written, which opens once it can', async ({ page }) => {
    rmSync(inData('liubu.db'));
    mkdirSync(inData('liubu.db'));
    await openAt(page);
    await unlock(page);
    await look(page, 'read-only', { zh: '数据文件夹不能写入', en: 'The data folder is read-only' });
    rmSync(inData('liubu.db'), { recursive: true });
    cpSync(join(kept, 'liubu.db'), inData('liubu.db'));
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByLabel('Passcode').first().fill(passcode);
    await page.getByRole('button', { name: /Unlock/ }).click();
    await expect(page.getByRole('navigation')).toBeVisible();
  });

  test('a database from a newer version', async ({ page }) => {
    await setVersion(9_999);
    await openAt(page);
    await unlock(page);
    await look(page, 'from-the-future', { zh: '数据来自更新的版本', en: 'The data comes from a newer version' });
  });

  test('a folder copied from another computer, which goes on as a new device', async ({ page }) => {
    rmSync(host.dataFolder, { recursive: true });
    await makeFolder(host.dataFolder, { machine: 'another machine' });
    await openAt(page);
    await unlock(page);
    await look(page, 'foreign-machine', { zh: '数据来自另一台电脑', en: 'The data comes from another computer' });
    await page.getByLabel('Passcode').first().fill(passcode);
    await page.getByRole('button', { name: /Go on as a new device/ }).click();
    await expect(page.getByRole('navigation')).toBeVisible();
  });

  test('a second instance, which may go on when the first has ended', async ({ page }) => {
    await host.restart();
    const second = await startHostProcess({ dataFolder: host.dataFolder });
    await page.goto(second.address());
    await look(page, 'locked-by-other', { zh: '另一个窗口正在使用这份数据', en: 'Another instance uses this data' });
    await host.kill();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
    await second.end();
  });

  test('a clock that stands before the newest entry is a line, not a wall', async ({ page }) => {
    rmSync(host.dataFolder, { recursive: true });
    await makeFolder(host.dataFolder, { machine: machineFingerprint(), at: '2099-03-02T01:00:00.000Z' });
    await openAt(page);
    await unlock(page);
    await expect(page.getByRole('status').filter({ hasText: '请核对系统时间' })).toBeVisible();
    await screen(page, 'fault-clock-behind-zh');
    await page.getByText('EN', { exact: true }).first().click();
    await expect(page.getByRole('status').filter({ hasText: 'check the system time' })).toBeVisible();
    await screen(page, 'fault-clock-behind-en');
  });
});
