import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { chinaDateOf } from '../../shared/kernel/dates.ts';
import { expect, test } from '../support/e2e.ts';
import { startHubProcess, type HubProcess } from '../support/hub-process.ts';
import { connect, openCase, startDevice, syncNow, type Device } from './pages/device.ts';
import { goTo } from './pages/first-run.ts';
import { languages, look, speak } from './pages/look.ts';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

let hub: HubProcess;
/** Who publishes for the company, and who works by it. */
let head: Device;
let office: Device;

const signInOf = (loginName: string) => ({ address: hub.url, loginName, password: hub.passwords.get(loginName) ?? '' });

test.beforeAll(async ({ browser }, testInfo) => {
  testInfo.setTimeout(180_000);
  hub = await startHubProcess();
  head = await startDevice(browser, testInfo, { name: '系统管理员', role: 'supervisor' });
  office = await startDevice(browser, testInfo, { name: '王理赔', role: 'handler' });
  await connect(head, signInOf('admin'));
  await connect(office, signInOf('handler'));
});

test.afterAll(async () => {
  await Promise.all([head, office].map((one) => one.end()));
  await hub.end();
});

/** A card of the settings in both languages, scrolled to; it stands in Chinese afterwards. */
const lookBoth = async (page: Page, heading: [string, string] | null, name: string): Promise<void> => {
  for (const [index, language] of [...languages].toReversed().entries()) {
    await speak(page, language);
    if (heading !== null) await page.getByRole('heading', { name: heading[index] ?? '', exact: true }).scrollIntoViewIfNeeded();
    await look(page, name, language);
  }
};

const give = (page: Page, card: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> =>
  page.getByRole('region', { name: card, exact: true }).locator('input[type=file]').setInputFiles(file);

test('the administrator publishes figures; a day too early is said at its field', async () => {
  const { page, w } = head;
  await goTo(page, '/settings');
  await lookBoth(page, ['Company', '公司'], 'company');
  await lookBoth(page, ['Standards packs', '标准数据包'], 'standards.administrator');
  const csv = '地区,年度,指标,口径,数值,标记,来源\n山西,2023,城镇居民人均可支配收入,,50000,P,公报\n';
  await give(page, w.t('standards.title'), { name: '2026.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByLabel(w.t('standards.publish.version')).fill('2026-10');
  await page.getByLabel(w.t('standards.publish.issuedOn')).fill('２０２０-１-１');
  await page.getByRole('button', { name: w.t('standards.publish.sendButton'), exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: '发布日最早可以是 2026-05-15' })).toBeVisible();
  await look(page, 'standards.too-early', 'zh-CN');
  await page.getByLabel(w.t('standards.publish.issuedOn')).fill('2026-10-01');
  await page.getByRole('button', { name: w.t('standards.publish.sendButton'), exact: true }).click();
  await expect(page.getByText('数据包 2026-10 已发布，为公司第 1 版')).toBeVisible();
  await expect(page.getByRole('row', { name: /2026-10 在用 公司第 1 版/ })).toBeVisible({ timeout: 20_000 });
});

test('and clock limits, and words of which one lacked a language', async () => {
  const { page, w } = head;
  await page.getByRole('button', { name: w.t('clocks.rules.change'), exact: true }).click();
  await w.fill('clocks.rules.owner', '理赔管理部');
  await w.fill('clocks.rules.reason', '与监管要求一致');
  await w.fill('clocks.rules.field.visitHours', '12');
  await look(page, 'clocks.publish', 'zh-CN');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(w.t('clocks.rules.sent'))).toBeVisible();
  const card = page.getByRole('region', { name: w.t('wording.title'), exact: true });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    card.getByRole('button', { name: w.t('wording.template') }).click(),
  ]);
  const words = JSON.parse(await readFile(await download.path(), 'utf8')) as { topics: { id: string; card: object }[] };
  const edited = (text: object) => {
    const topics = words.topics.map((topic) =>
      topic.id === 'notCoveredCosts' || topic === words.topics[0] ? { ...topic, card: text } : topic,
    );
    return { name: 'words.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ ...words, topics })) };
  };
  await give(page, w.t('wording.title'), edited({ zh: '公司统一的说法' }));
  await expect(card.getByText('缺中文或英文', { exact: false })).toBeVisible();
  await give(page, w.t('wording.title'), edited({ zh: '公司统一的说法', en: 'The company’s own words' }));
  await look(page, 'wording.preview', 'zh-CN');
  // The page rests behind a drawer: its keys lead nowhere.
  await page.keyboard.press('Alt+s');
  await page.keyboard.press('/');
  await expect(page.getByRole('button', { name: w.t('wording.publish'), exact: true })).toBeVisible();
  await expect(page).toHaveURL(/settings$/);
  await page.getByRole('button', { name: w.t('wording.publish'), exact: true }).click();
  await expect(page.getByText('话术已发布，为公司第 1 版')).toBeVisible();
});

test('and approval limits, with what they change said before; a day that has passed is said at its field', async () => {
  const { page, w } = head;
  await goTo(page, '/settings');
  const card = page.getByRole('region', { name: w.t('people.limits.title'), exact: true });
  await expect(card.getByText('公司第 1 版', { exact: true })).toBeVisible();
  await lookBoth(page, ['Approval limits', '审批权限'], 'limits.administrator');
  await card.getByRole('button', { name: w.t('people.limits.change.title'), exact: true }).click();
  await expect(page.getByText(/现为 ¥\s100,000\.00，不变/)).toBeVisible();
  const amounts = page.getByRole('dialog').getByRole('textbox');
  await amounts.nth(0).fill('１２０，０００.05');
  await amounts.nth(1).fill('90000');
  await w.fill('people.limits.effectiveOn', '2020-01-01');
  await w.fill('people.limits.reason', '年度授权调整');
  await expect(page.getByText(/由 ¥\s100,000\.00 提高到 ¥\s120,000\.05/)).toBeVisible();
  await expect(page.getByText(/由 ¥\s1,000,000\.00 降低到 ¥\s90,000\.00.*理赔员的额度高于主管/)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert').filter({ hasText: '生效日最早可以是' })).toBeVisible();
  await look(page, 'limits.publish', 'zh-CN');
  await amounts.nth(1).fill('1200000');
  await w.fill('people.limits.effectiveOn', chinaDateOf(new Date().toISOString()));
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('已发布为公司第 2 版', { exact: false })).toBeVisible();
  await expect(card.getByText(/¥\s120,000\.05/)).toBeVisible({ timeout: 20_000 });
  await card.getByRole('button', { name: '公司第 1 版' }).click();
  await lookBoth(page, ['Approval limits', '审批权限'], 'limits.history');
});

test('a colleague works by all of it, sees which version rules, and is offered better words while typing', async () => {
  const { page, w } = office;
  await syncNow(office);
  await expect(page.getByRole('row', { name: /标准数据包 第 1 版/ })).toBeVisible({ timeout: 20_000 });
  await lookBoth(page, null, 'sync.documents');
  const normal = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 768 });
  for (const language of languages.toReversed()) {
    await speak(page, language);
    const table = page.getByRole('row', { name: /Standards pack|标准数据包/ });
    const [inner, outer] = await table.evaluate((row) => [
      row.getBoundingClientRect().right,
      row.closest('section')?.getBoundingClientRect().right ?? 0,
    ]);
    expect(inner).toBeLessThanOrEqual(outer ?? 0);
  }
  await page.setViewportSize(normal ?? { width: 1366, height: 768 });
  await goTo(page, '/settings');
  const limits = page.getByRole('region', { name: w.t('people.limits.title'), exact: true });
  await expect(limits.getByText(/¥\s120,000\.05/)).toBeVisible();
  await expect(limits.getByText(w.t('people.limits.readOnly'))).toBeVisible();
  await expect(limits.getByRole('button', { name: w.t('people.limits.change.title') })).toHaveCount(0);
  await lookBoth(page, ['Approval limits', '审批权限'], 'limits.company');
  await expect(page.getByText('公司第 1 版', { exact: true }).first()).toBeVisible();
  await lookBoth(page, ['Clock rules', '时限规则'], 'clocks.company');
  await lookBoth(page, ['Standards packs', '标准数据包'], 'standards.company');
  await lookBoth(page, ['Wording', '话术'], 'wording.company');
  await page.keyboard.press('Control+Shift+n');
  await w.fill('cases.field.reportNumber', 'R2026112800901');
  await w.fill('cases.field.insuredName', '郑远航');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('郑远航');
  await w.contact('公司规定就是这样，您没有交齐材料。');
  await expect(page.getByText('公司规定', { exact: true })).toBeVisible();
  await look(page, 'wording.hints', 'zh-CN');
  await page
    .getByRole('button', { name: w.t('wording.hint.aside'), exact: true })
    .first()
    .click();
  await page.getByRole('dialog').last().getByRole('textbox').fill('引用对方原话');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('公司规定', { exact: true })).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await openCase(office, 'R2026112800901');
  expect([head.errors, office.errors]).toEqual([[], []]);
});
