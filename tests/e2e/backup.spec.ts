import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';
import { startHostProcess } from '../support/host-process.ts';
import { picture } from './pages/files.ts';
import { arrived, begin, goTo, passcode, setUp, unlock } from './pages/first-run.ts';
import { openByKeys, save } from './pages/keyboard.ts';
import { settled } from './pages/look.ts';
import { openStep } from './pages/walk.ts';

/** What the case page says: everything but the frame around it, and how long ago things are by now. */
const wordsOfCase = async (page: Page, step: number): Promise<string> => {
  await openStep(page, step);
  await settled(page);
  return (await page.getByRole('main').innerText()).replaceAll(/\d+\s?(分钟|小时)/g, '…');
};

test('a backup put back on an empty profile holds the same case with its files', async ({ page, context }) => {
  const from = await startHostProcess();
  const to = await startHostProcess();
  try {
    await page.goto(from.address());
    await setUp(page, { name: '王敏', role: 'handler' });
    await begin(page, 'empty');
    await openByKeys(page, 'Control+Shift+n');
    await page.getByRole('dialog').getByLabel('报案号').fill('R20261102');
    await page.getByRole('dialog').getByLabel('被保险人', { exact: true }).fill('陈建国');
    await save(page);
    await arrived(page, 'case');
    const address = new URL(page.url()).hash.slice(1);
    await page.getByRole('button', { name: '＋ 伤者' }).click();
    await page.getByRole('dialog').getByLabel('姓名').fill('李秀英');
    await save(page);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('李秀英');
    await openStep(page, 2);
    const strip = page.locator('[data-attachment-strip=open]').first();
    await strip.locator('input[type=file]').setInputFiles({ name: '身份证.png', mimeType: 'image/png', buffer: picture(3) });
    await expect(strip.getByRole('button', { name: /身份证\.png/ })).toBeVisible();
    await strip.getByRole('status').first().waitFor();
    await page.reload();
    const before = [await wordsOfCase(page, 1), await wordsOfCase(page, 2)];
    await goTo(page, '/settings');
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: '生成备份' }).click();
    const backup = await (await coming).path();

    const other = await context.newPage();
    await other.goto(to.address());
    await other.getByText('我有备份文件').click();
    await other.locator('input[type=file]').setInputFiles(backup);
    await other.getByLabel('备份当天的口令').fill('not-this-one');
    await other.getByRole('button', { name: /^恢复/ }).click();
    await expect(other.getByText('口令与这份备份不符')).toBeVisible();
    await other.getByLabel('备份当天的口令').fill(passcode);
    await other.getByRole('button', { name: /^恢复/ }).click();
    await expect(other.getByRole('heading', { name: '已锁定' })).toBeVisible({ timeout: 30_000 });
    await unlock(other);
    await arrived(other, 'today');
    await expect(other.getByText('今天要做的')).toBeVisible();
    await goTo(other, address);
    await expect(other.getByRole('heading', { level: 1 })).toContainText('李秀英');
    expect([await wordsOfCase(other, 1), await wordsOfCase(other, 2)]).toEqual(before);
    await other
      .getByRole('button', { name: /身份证\.png/ })
      .first()
      .click();
    await expect(other.getByRole('dialog').locator('img, canvas').first()).toBeVisible();
  } finally {
    await Promise.all([from.end(), to.end()]);
  }
});
