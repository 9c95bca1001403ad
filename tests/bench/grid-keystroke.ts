import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { contextDefaults, launchChromium } from '../support/chromium.ts';
import { startHostProcess } from '../support/host-process.ts';
import { benchPasscode } from './big-file.ts';
import { alone, type Figure } from './figure.ts';

const built = join(import.meta.dirname, '..', '..', 'out', 'browser-host', 'main.js');

/** Lines of the sheet while keys are pressed. */
const lineCount = 60;

const p95 = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? 0;

/** Sixty items with claimed and allowed amounts, pasted as from Excel; without any item the page offers the first ones. */
const fillSheet = async (page: Page): Promise<void> => {
  await page.getByTestId('totals').waitFor({ timeout: 60_000 });
  const grid = page.getByRole('grid').first();
  const offer = page.locator('main button.ant-btn-primary:enabled').last();
  await grid.or(offer).first().waitFor({ timeout: 60_000 });
  if ((await grid.count()) === 0) await offer.click();
  await grid.locator('[data-row="0"] [data-key="claimedFen"]').click();
  await page.keyboard.press('Control+Home');
  await page.evaluate((count) => {
    const lines = Array.from({ length: count }, (_, i) => `其他\t凭据 ${i}\t${i + 1}\t\t${1_000 + i}.50`);
    const data = new DataTransfer();
    data.setData('text/plain', lines.join('\r\n'));
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, lineCount);
  await grid.and(page.locator(`[aria-rowcount="${lineCount + 2}"]`)).waitFor();
};

/** Notes when each key goes down, and two frames after the sums have changed. */
const watchSums = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen: number[] = [];
    let pressedAt = 0;
    (window as unknown as { keyTimes: number[] }).keyTimes = seen;
    window.addEventListener('keydown', () => (pressedAt = performance.now()), { capture: true });
    const sums = document.querySelector('[data-testid="totals"]');
    if (sums === null) throw new Error('the page shows no sums');
    new MutationObserver(() => {
      const from = pressedAt;
      requestAnimationFrame(() => requestAnimationFrame((at) => seen.push(at - from)));
    }).observe(sums, { subtree: true, characterData: true, childList: true });
  });

/** From a key in an amount to painted sums, with sixty items, in the built app in a browser; null where there is no build. */
export const benchGridKeystroke = async (dataDir: string, caseId: string, keys = 80): Promise<Figure | null> => {
  if (!existsSync(built)) return null;
  const host = await startHostProcess({ dataFolder: dataDir });
  const browser = await launchChromium();
  try {
    const page = await (await browser.newContext(contextDefaults)).newPage();
    await page.goto(host.address());
    await page.locator('input[type=password]').first().fill(benchPasscode);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation').first().waitFor({ timeout: 60_000 });
    await page.evaluate((id) => {
      window.location.hash = `#/review/${id}`;
    }, caseId);
    await fillSheet(page);
    await watchSums(page);
    await page.locator('[data-row="5"] [data-key="claimedFen"]').click();
    for (let i = 0; i < keys; i += 1) {
      await page.keyboard.press(String((i % 9) + 1));
      await page.waitForTimeout(30);
      if (i % 6 === 5) await page.keyboard.press('Enter');
    }
    const times = await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes);
    if (times.length < keys / 2) throw new Error(`only ${times.length} of ${keys} keys moved the sums`);
    return alone('grid-keystroke', { value: p95(times), unit: 'ms', runs: times.length, note: `p95, ${lineCount} items` });
  } finally {
    await browser.close();
    await host.kill();
  }
};
