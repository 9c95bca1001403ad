import { expect, test } from '../support/e2e.ts';
import { startGate, type Gate } from '../support/gate.ts';
import { startHubProcess, type HubProcess } from '../support/hub-process.ts';
import { fillSignIn, startDevice, type Device } from './pages/device.ts';
import { fillHub } from './pages/filled-hub.ts';
import { goTo } from './pages/first-run.ts';
import { languages, look, speak } from './pages/look.ts';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

let hub: HubProcess;
let gate: Gate;
let office: Device;

const numbers = Array.from({ length: 40 }, (_, n) => `R2026110200${String(n + 1).padStart(3, '0')}`);
/** With its registration a case has 101 entries, so that the first page of a thousand holds ten of them. */
const logs = 100;

test.beforeAll(async ({ browser }, testInfo) => {
  testInfo.setTimeout(120_000);
  hub = await startHubProcess();
  gate = await startGate(hub.port);
  await fillHub(hub, { numbers, logs });
  office = await startDevice(browser, testInfo, { name: '王理赔', role: 'handler' });
});

test.afterAll(async () => {
  await office.end();
  await gate.close();
  await hub.end();
});

test('a first download on a slow line says how far it is, and what has come can be worked on', async () => {
  const { page, w } = office;
  gate.holdAfter('/sync/entries', 1);
  await goTo(page, '/sync');
  await fillSignIn(office, { address: gate.url, loginName: 'handler', password: hub.passwords.get('handler') ?? '' });
  await expect(page.getByText(w.t('sync.download.line', { done: 10, total: 40 }))).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(w.t('sync.status.unindexed', { count: 10 * logs }))).toBeVisible();
  for (const language of languages.toReversed()) {
    await speak(page, language);
    await look(page, 'sync.download', language);
  }
  await goTo(page, '/cases');
  await expect(page.locator('tbody tr', { hasText: 'R2026110200' })).toHaveCount(10);
  const search = page.getByLabel(w.t('search.box.label'));
  await search.fill('误工证明');
  await expect(page.getByText(w.t('search.box.notYet', { count: 10 * logs }))).toBeVisible();
  await search.fill('');
});

test('it goes on where it was, and every word is found when it is over', async () => {
  const { page, w } = office;
  gate.letGo();
  await goTo(page, '/sync');
  await expect(page.getByRole('progressbar', { name: w.t('sync.download.label') })).toHaveCount(0, { timeout: 30_000 });
  await expect(page.getByText(w.t('sync.phase.idle'))).toHaveCount(2, { timeout: 30_000 });
  await goTo(page, '/cases');
  const search = page.getByLabel(w.t('search.box.label'));
  await expect(async () => {
    await search.fill('');
    await search.fill('误工证明');
    await expect(page.locator('.ant-select-item-option', { hasText: 'R2026110200' }).first()).toBeVisible({ timeout: 1_000 });
    await expect(page.getByText('正在编入搜索')).toHaveCount(0, { timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
});

test('no window met an error', () => {
  expect(office.errors).toEqual([]);
});
