import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';
import { startHostProcess, type HostProcess } from '../support/host-process.ts';
import { arrived, begin, goTo, setUp } from './pages/first-run.ts';
import { gatherErrors, languages, look, speak, unreachable } from './pages/look.ts';
import { cell, copied, goToCell, grid, paste, shown, showsIn } from './pages/review.ts';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

let host: HostProcess;
let context: BrowserContext;
let page: Page;
let errors: string[];

test.beforeAll(async ({ browser }, testInfo) => {
  testInfo.setTimeout(180_000);
  host = await startHostProcess();
  const { viewport, locale, timezoneId } = testInfo.project.use;
  context = await browser.newContext({ viewport: viewport ?? null, locale: locale ?? 'zh-CN', timezoneId: timezoneId ?? 'Asia/Shanghai' });
  page = await context.newPage();
  errors = gatherErrors(page);
  await page.goto(host.address());
  await setUp(page, { name: '王敏', role: 'handler' });
  await begin(page, 'demo');
  await goTo(page, '/cases');
  await page.locator('tbody tr').nth(2).dblclick();
  await arrived(page, 'case');
  const caseId = /cases\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? '';
  await goTo(page, `/review/${caseId}`);
});

test.afterAll(async () => {
  await context.close();
  await host.end();
});

test('an empty review offers what such an injury usually brings', async () => {
  for (const language of languages) {
    await speak(page, language);
    await look(page, 'review-empty', language);
  }
  await speak(page, 'zh-CN');
  await page.getByRole('button', { name: /^加入 \d+ 项$/ }).click();
  await expect(grid(page)).toBeVisible();
});

test('the grid is worked with the keyboard alone', async () => {
  const lines = await grid(page).locator('[data-row]').count();
  expect(lines).toBeGreaterThan(2);
  const before = await shown(page, 0, '索赔');
  await goToCell(page, 0, '索赔');
  await page.keyboard.type('１２，３４５．６');
  await page.keyboard.press('Enter');
  await showsIn(page, 0, '索赔', '12,345.60');
  await page.keyboard.press('Control+z');
  await showsIn(page, 0, '索赔', before);
  await page.keyboard.press('Control+y');
  await showsIn(page, 0, '索赔', '12,345.60');
  await goToCell(page, 0, '索赔');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+d');
  await showsIn(page, 1, '索赔', '12,345.60');
  expect(await copied(page)).toBe('12345.60\r\n12345.60');
  await page.keyboard.press('Control+z');
});

test('what cannot be read stays in its cell and says why', async () => {
  await goToCell(page, 0, '索赔');
  await page.keyboard.type('-5');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  const input = grid(page).locator('input');
  await expect(input).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText(/金额不能为负/)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(input).toHaveAttribute('aria-invalid', 'false');
});

test('a block from Excel goes into the cells it covers', async () => {
  await goToCell(page, 0, '凭据');
  await paste(page, '票据 12 张\t18\t18 天 × 100\t2,700.00\r\n"出院\r\n记录"\t60\t\t4500\r\n');
  await showsIn(page, 0, '索赔', '2,700.00');
  await showsIn(page, 1, '天数', '60');
  await page.keyboard.press('Control+z');
});

test('typing the allowed amount makes the deduction, and told-before is picked from what was told', async () => {
  await goToCell(page, 0, '索赔');
  await page.keyboard.type('3000');
  await page.keyboard.press('Enter');
  await goToCell(page, 0, '核定');
  await page.keyboard.type('2500');
  await page.keyboard.press('Tab');
  await showsIn(page, 0, '扣减', '500.00');
  await goToCell(page, 0, '扣减理由');
  await page.keyboard.type('超出同类标准');
  await page.keyboard.press('Tab');
  await goToCell(page, 0, '告知');
  await page.keyboard.press('F2');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.type('未事先');
  await page.keyboard.press('Enter');
  await expect(await cell(page, 0, '告知')).toContainText('未事先告知');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: '没有改动' })).toBeVisible();
  await page.reload();
  await expect(grid(page)).toBeVisible();
  await showsIn(page, 0, '核定', '2,500.00');
});

test('a word that is being composed belongs to the input method', async () => {
  await goToCell(page, 1, '凭据');
  const keyboard = await page.context().newCDPSession(page);
  await keyboard.send('Input.imeSetComposition', { text: 'piao', selectionStart: 4, selectionEnd: 4 });
  await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 });
  await keyboard.send('Input.insertText', { text: '票据' });
  await expect(grid(page).locator('input')).toHaveValue('票据');
  await page.keyboard.press('Escape');
});

test('the basis takes what the file suggests, and the layers appear', async () => {
  await page.getByRole('button', { name: '理算口径' }).click();
  const drawer = page.getByRole('dialog');
  await expect(drawer).toBeVisible();
  await look(page, 'review-basis', 'zh-CN');
  if ((await drawer.getByRole('grid', { name: '车辆' }).count()) === 0) {
    await drawer.getByRole('button', { name: '加一辆车' }).click();
    const vehicles = drawer.getByRole('grid', { name: '车辆' });
    await vehicles.locator('[data-row="0"] [data-column="0"]').click();
    await page.keyboard.type('car');
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('Tab');
    await page.keyboard.type('主责');
    await page.keyboard.press('Tab');
    await page.keyboard.type('70%');
    await page.keyboard.press('Tab');
    await page.keyboard.type('是');
    await page.keyboard.press('Tab');
    await page.keyboard.type('1000000');
    await page.keyboard.press('Enter');
  }
  await drawer.getByRole('button', { name: '保存口径' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('img', { name: /各层保障/ })).toBeVisible();
  await look(page, 'review-layers', 'zh-CN');
});

test('bills are pasted with their list, and a number that stands twice is said at the line', async () => {
  await page.getByRole('button', { name: '票据', exact: true }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: '加一张票据' }).click();
  const bills = drawer.getByRole('grid').first();
  await bills.locator('[data-row="0"] [data-key="number"]').click();
  await paste(page, '0012345\t医疗费\t门诊\t市二院\t2026-03-05\t1200.50\r\n0012345\t医疗费\t门诊\t市二院\t2026-03-06\t800');
  await expect(bills.locator('[data-row="1"] [data-key="number"]')).toHaveAttribute('data-tone', 'warning');
  await drawer.getByRole('button', { name: '加一行' }).click();
  const lines = drawer.getByRole('grid').nth(1);
  await lines.locator('[data-row="0"] [data-key="label"]').click();
  await paste(page, '头孢\t2026-03-05\t12.5\t10\t\t甲类\r\n钢板\t2026-03-05\t900\t1\t900\t丙类');
  await expect(lines.locator('[data-row="0"] [data-key="amountFen"]')).toContainText('125.00');
  await expect(drawer.getByTestId('class-totals')).toContainText('丙类 900.00');
  await look(page, 'review-bills', 'zh-CN');
  await drawer.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /票号 0012345/ })).toBeVisible();
});

test('the case goes out as a file and comes back with a preview', async () => {
  await page.getByRole('button', { name: '导入导出' }).click();
  const drawer = page.getByRole('dialog');
  const [download] = await Promise.all([page.waitForEvent('download'), drawer.getByRole('button', { name: '导出' }).click()]);
  await drawer.locator('input[type=file]').setInputFiles(await download.path());
  await expect(drawer.getByText(/损失 ¥/)).toBeVisible();
  await drawer.locator('input[type=file]').setInputFiles({
    name: 'bad.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"accident":{"on":"2026-13-01"},"vehicles":[],"victims":[]}'),
  });
  await expect(drawer.getByText('accident.on')).toBeVisible();
  await look(page, 'review-file', 'zh-CN');
  await page.locator('.ant-drawer-close').click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a half-done basis is kept, taken back step by step, or let go', async () => {
  const drawer = page.getByRole('dialog');
  const open = () => page.getByRole('button', { name: '理算口径' }).click();
  const year = drawer.getByLabel('年度', { exact: true });
  await open();
  const before = await year.inputValue();
  await year.fill('2022');
  await year.press('Enter');
  await page.locator('.ant-drawer-close').click();
  await expect(drawer).toHaveCount(0);
  await open();
  await expect(drawer.getByText(/已恢复 .* 的草稿/)).toBeVisible();
  await expect(year).toHaveValue('2022');
  await drawer.getByRole('button', { name: '撤销' }).click();
  await expect(year).toHaveValue(before);
  await drawer.getByRole('button', { name: '重做' }).click();
  await expect(year).toHaveValue('2022');
  await drawer.getByRole('button', { name: '放弃草稿' }).click();
  await expect(year).toHaveValue(before);
  await expect(drawer.getByRole('button', { name: '保存口径' })).toBeDisabled();
  await page.locator('.ant-drawer-close').click();
  await expect(drawer).toHaveCount(0);
});

test('two windows on one basis: the second says what the first wrote, and whose value stands', async () => {
  const other = await context.newPage();
  await other.goto(page.url());
  for (const [window, value] of [
    [page, '61%'],
    [other, '62%'],
  ] as const) {
    await window.getByRole('button', { name: '理算口径' }).click();
    await window.getByRole('grid', { name: '车辆' }).locator('[data-row="0"] [data-key="ratio"]').click();
    await window.keyboard.type(value);
    await window.keyboard.press('Enter');
  }
  await other.getByRole('button', { name: '保存口径' }).click();
  await expect(other.getByRole('dialog')).toHaveCount(0);
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: '保存口径' }).click();
  await expect(drawer.getByText(/刚把它改成.*62%/)).toBeVisible();
  await look(page, 'review-basis-clash', 'zh-CN');
  await drawer.getByRole('button', { name: '用我的' }).click();
  await expect(drawer).toHaveCount(0);
  await other.getByRole('button', { name: '理算口径' }).click();
  await expect(other.getByRole('grid', { name: '车辆' }).locator('[data-row="0"] [data-key="ratio"]')).toContainText('61%');
  await other.close();
});

test('what is missing leads to its cell, and nothing lies out of reach at 150 %', async () => {
  await goToCell(page, 1, '索赔');
  await page.keyboard.type('4000');
  await page.keyboard.press('Enter');
  await goToCell(page, 1, '核定');
  await page.keyboard.type('3600');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: /笔扣减没有对应的告知/ }).click();
  await expect(grid(page).locator('[data-row="1"] [data-key="d.told"] input')).toBeFocused();
  const size = page.viewportSize();
  await page.setViewportSize({ width: 911, height: 512 });
  for (const language of languages) {
    await speak(page, language);
    expect(await unreachable(page)).toEqual([]);
    await look(page, 'review-150', language);
  }
  await speak(page, 'zh-CN');
  await page.setViewportSize(size ?? { width: 1366, height: 768 });
});

test('a spreadsheet of figures is refused by row and column, or shown with its effect and published', async () => {
  const review = new URL(page.url()).hash.slice(1);
  await goTo(page, '/settings');
  const card = page.getByRole('region', { name: '标准数据包' });
  const sheet = (...rows: string[]) => ({
    name: '2031.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['地区,年度,指标,口径,数值,标记,来源', ...rows].join('\n')),
  });
  const drawer = page.getByRole('dialog');
  await card.locator('input[type=file]').setInputFiles(sheet('山西,2030,urbanIncome,,五万,P,公报'));
  await expect(drawer.getByText(/第 2 行 数值：五万/)).toBeVisible();
  await expect(drawer.getByRole('button', { name: '发布', exact: true })).toBeDisabled();
  await look(page, 'standards-refused', 'zh-CN');
  await page.locator('.ant-drawer-close').click();
  await card.locator('input[type=file]').setInputFiles(sheet('山西,2030,urbanIncome,,50000,P,公报'));
  await expect(drawer.getByText('50,000.00')).toBeVisible();
  await drawer.getByRole('button', { name: '看对未结案件的影响' }).click();
  await expect(drawer.getByRole('columnheader', { name: '差额（元）' })).toBeVisible();
  await expect(drawer.getByRole('progressbar', { name: '看对未结案件的影响' })).toHaveAttribute('aria-valuenow', '100');
  // The figures are of a later year: nothing moves, and what cannot be computed is said.
  await expect(drawer.getByText(/件未结案件金额不变/)).toBeVisible();
  await expect(drawer.getByText(/件未结案件还不能计算/)).toBeVisible();
  await drawer.getByLabel('版本号').fill('2031-05-15');
  await drawer.getByLabel('发布日').fill('2001-01-01');
  await drawer.getByRole('button', { name: '发布', exact: true }).click();
  await expect(drawer.getByLabel('发布日')).toBeVisible();
  await expect(drawer.getByRole('alert').first()).toBeVisible();
  await look(page, 'standards-preview', 'zh-CN');
  await drawer.getByLabel('发布日').fill('2031-05-15');
  await drawer.getByRole('button', { name: '发布', exact: true }).click();
  await expect(drawer).toHaveCount(0);
  await expect(card.getByRole('row', { name: /2031-05-15/ })).toBeVisible();
  await look(page, 'standards-card', 'zh-CN');
  await goTo(page, review);
  await expect(grid(page)).toBeVisible();
});

test('the number leads to its rule, its parameters and its evidence', async () => {
  const titles = { 'zh-CN': ['计算', '这个数怎么来的'], 'en-US': ['Computed', 'How this number came about'] } as const;
  for (const language of languages) {
    await speak(page, language);
    await look(page, 'review', language);
    const [column, heading] = titles[language];
    await (await cell(page, 0, column)).click();
    await expect(page.getByRole('dialog').getByText(heading)).toBeVisible();
    await look(page, 'review-item', language);
    await page.locator('.ant-drawer-close').click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await speak(page, 'zh-CN');
  expect(errors).toEqual([]);
});
