import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';
import { startGate, type Gate } from '../support/gate.ts';
import { startHubProcess, type HubProcess } from '../support/hub-process.ts';
import { filesWith } from '../support/left-over.ts';
import { connect, fillSignIn, openCase, photograph, record, startDevice, syncNow, type Device } from './pages/device.ts';
import { arrived, goTo } from './pages/first-run.ts';
import { dialogShown, leaveDialog, openByKeys, save, take } from './pages/keyboard.ts';
import { leftOver } from './pages/left-over.ts';
import { languages, look, speak } from './pages/look.ts';
import { openStep } from './pages/walk.ts';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

let hub: HubProcess;
let gate: Gate;
/** Who was there first, who decides, who takes over. */
let field: Device;
let office: Device;
let next: Device;

const number = 'R2026112800801';
const insured = '郑远航';

const signInOf = (loginName: string, address = hub.url) => ({ address, loginName, password: hub.passwords.get(loginName) ?? '' });

test.beforeAll(async ({ browser }, testInfo) => {
  testInfo.setTimeout(180_000);
  hub = await startHubProcess();
  gate = await startGate(hub.port);
  field = await startDevice(browser, testInfo, { name: '李查勘', role: 'surveyor' });
  office = await startDevice(browser, testInfo, { name: '王理赔', role: 'handler' });
  next = await startDevice(browser, testInfo, { name: '周查勘', role: 'surveyor' });
});

test.afterAll(async () => {
  await Promise.all([field, office, next].map((one) => one.end()));
  await gate.close();
  await hub.end();
});

/** The same screen in both languages; it stands in Chinese afterwards. */
const lookBoth = async (page: Page, name: string): Promise<void> => {
  for (const language of languages.toReversed()) {
    await speak(page, language);
    await look(page, name, language);
  }
};

test('each signs in; a wrong password is said at its field', async () => {
  await goTo(field.page, '/sync');
  await lookBoth(field.page, 'sync.alone');
  await fillSignIn(field, { ...signInOf('surveyor', gate.url), password: 'not this one' });
  await expect(field.page.getByText('用户名或密码不对', { exact: false })).toBeVisible();
  await connect(field, signInOf('surveyor', gate.url));
  await connect(office, signInOf('handler'));
  await connect(next, signInOf('surveyor2'));
  await syncNow(field);
  await lookBoth(field.page, 'sync.connected');
});

test('a case made in the field reaches the office', async () => {
  const { page, w } = field;
  await openByKeys(page, 'Control+Shift+n');
  await w.fill('cases.field.reportNumber', number);
  await w.fill('cases.field.plate', '苏A80101');
  await w.fill('cases.field.insuredName', insured);
  await w.fill('cases.field.insuredPhone', '13900008011');
  await save(page);
  await arrived(page, 'case');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(insured);
  await page.getByRole('button', { name: w.t('case-file.parties.add') }).click();
  await dialogShown(page);
  await w.fill('parties.field.name', '何秋萍');
  await w.fill('parties.field.phone', '13900008012');
  await w.fill('parties.field.hospital', '江城市第一医院');
  await save(page);
  await syncNow(field);
  await openCase(office, number);
  await expect(office.page.getByRole('heading', { level: 1 })).toContainText('何秋萍');
});

const editCase = async ({ page, w }: Device, values: { plate: string; limit: string; finding: number }): Promise<void> => {
  await page.getByRole('button', { name: w.t('case-file.header.edit'), exact: true }).click();
  await dialogShown(page);
  await w.fill('case-file.field.plate', values.plate);
  await w.fill('case-file.field.commercialLimitFen', values.limit);
  await w.choose(w.t('case-file.field.liabilityFinding'), values.finding);
  await save(page);
};

test('two people write the same fields: nothing is written over, and a third value settles it', async () => {
  await openCase(field, number);
  gate.shut();
  await editCase(field, { plate: '苏A80102', limit: '1000000', finding: 1 });
  await editCase(office, { plate: '苏A80103', limit: '1500000', finding: 2 });
  await syncNow(office);
  gate.open();
  await syncNow(field);
  const { page, w } = field;
  await openCase(field, number);
  await expect(page.getByText('苏A80103').first()).toBeVisible();
  await page.getByRole('button', { name: w.t('sync.caseNotice.settle') }).click();
  const table = page.getByRole('table').filter({ hasText: w.t('sync.conflict.column.before') });
  await expect(table.getByRole('row', { name: /苏A80101.*苏A80102.*苏A80103/ })).toBeVisible();
  await expect(table.getByRole('row', { name: /1,000,000\.00.*1,500,000\.00/ })).toBeVisible();
  await expect(table.getByRole('row', { name: /全责.*主责/ })).toBeVisible();
  await lookBoth(page, 'conflicts');
  await page.getByRole('button', { name: new RegExp(`^${w.t('sync.conflict.way.conflict.third')}`) }).click();
  await dialogShown(page);
  await w.fill('case-file.field.plate', '苏A80104');
  await look(page, 'conflicts.third', 'zh-CN');
  await save(page);
  await expect(page.getByText(w.t('sync.conflict.none'))).toBeVisible();
  await syncNow(field);
  await openCase(office, number);
  await expect(office.page.getByText('苏A80104').first()).toBeVisible();
});

const logs = Array.from({ length: 10 }, (_, i) => `病房里第 ${i + 1} 次沟通：说明了护理费怎么算。`);

test('offline, ten logs and five photos are made; meanwhile the office gives the case to somebody else', async () => {
  const { page } = field;
  await openCase(field, number);
  await openStep(page, 2);
  gate.shut();
  for (const body of logs) await record(field, body);
  for (const seed of [1, 2, 3, 4, 5]) await photograph(field, seed);
  await editCase(field, { plate: '苏A80109', limit: '1200000', finding: 3 });
  await lookBoth(page, 'case.offline');
  await office.page.getByRole('button', { name: office.w.t('case-file.assign.button'), exact: true }).click();
  await dialogShown(office.page);
  await look(office.page, 'assign', 'zh-CN');
  await office.page.getByLabel(office.w.t('case-file.assign.to')).click();
  await take(office.page, '周查勘');
  await office.page.getByLabel(office.w.t('case-file.assign.reason')).fill('李查勘下周出差，由周查勘接手。');
  await save(office.page);
  await syncNow(office);
  await syncNow(next);
  // A case that was handed over opens with what one must know of it.
  await goTo(next.page, '/cases');
  await next.page.locator('tbody tr', { hasText: number }).first().dblclick();
  await arrived(next.page, 'handOver');
  await lookBoth(next.page, 'hand-over');
});

test('back online, all fifteen arrive, once; nothing of the case stays on the old device', async () => {
  const { page, w } = field;
  gate.open();
  await syncNow(field);
  await goTo(page, '/sync?view=handed-over');
  await expect(page.getByText(number, { exact: true })).toBeVisible();
  await expect(page.getByText(w.t('sync.handedOver.late', { count: 15 }))).toBeVisible();
  await expect(page.getByText(w.t('sync.handedOver.waiting', { count: 1 }))).toBeVisible();
  await lookBoth(page, 'sync.handed-over');
  await goTo(page, '/cases');
  await expect(page.locator('tbody tr', { hasText: number })).toHaveCount(0);
  await syncNow(next);
  await goTo(next.page, '/cases');
  await next.page.locator('tbody tr', { hasText: number }).first().dblclick();
  await arrived(next.page, 'case');
  await next.page.getByRole('button', { name: w.t('sync.handOver.button'), exact: true }).click();
  for (const body of logs) await expect(next.page.getByText(body, { exact: true })).toHaveCount(1);
  await expect(next.page.getByText('补收了 15 项', { exact: false })).toBeVisible();
  await lookBoth(next.page, 'hand-over.late');
});

test('the new owner opens the photos; the handler takes the one edit that waited, and both hear of it', async () => {
  const { page, w } = next;
  await page.getByRole('button', { name: w.t('sync.handOver.toCase'), exact: true }).click();
  await arrived(page, 'case');
  await openStep(page, 2);
  const photos = page.getByRole('button', { name: /现场-\d\.png/ });
  await expect(photos).toHaveCount(5);
  await photos.first().click();
  const shown = page.getByRole('dialog').getByRole('img', { name: /现场-\d\.png/ });
  await expect(shown).toBeVisible();
  await expect(shown).toHaveJSProperty('complete', true);
  await leaveDialog(page);
  await syncNow(office);
  await goTo(office.page, '/sync?view=inbox');
  await expect(office.page.getByText(/苏A80104.*苏A80109/)).toBeVisible();
  await expect(office.page.getByText(/全责.*同责/)).toBeVisible();
  await lookBoth(office.page, 'inbox');
  await office.page.getByRole('button', { name: w.t('sync.inbox.take'), exact: true }).click();
  await expect(office.page.getByText(w.t('sync.inbox.none'))).toBeVisible();
  await syncNow(next);
  await openCase(next, number);
  await expect(page.getByText('苏A80109').first()).toBeVisible();
  await syncNow(field);
  await expect(field.page.getByText(w.t('sync.section.conflicts', { count: 0 }), { exact: true })).toBeVisible();
});

test('nothing of the case can be found on the old device, by any key or without one', async () => {
  const { page, w, host } = field;
  await goTo(page, '/sync');
  await expect(page.getByText(w.t('sync.lane.rest'), { exact: true })).toHaveCount(2);
  await expect(page.getByText(/已交接案件的文件/)).toHaveCount(0);
  await host.kill();
  const words = [insured, '何秋萍', '秋萍', '远航', '13900008011', '13900008012', '苏A801', '护理费怎么算', '现场-'];
  const { tables, files } = await leftOver(host.dataFolder, words, [number]);
  expect({ tables, files }).toEqual({ tables: [[], ['handed_over']], files: 0 });
  expect(filesWith(host.dataFolder, [...words, number])).toEqual([]);
});

test('no window met an error', () => {
  expect([field, office, next].flatMap(({ errors }) => errors)).toEqual([]);
});
