import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { contextDefaults, launchChromium } from '../support/chromium.ts';
import { startHostProcess } from '../support/host-process.ts';
import { benchPasscode } from './big-file.ts';
import { alone, median, type Figure } from './figure.ts';

const built = join(import.meta.dirname, '..', '..', 'out', 'browser-host', 'main.js');

/** Milliseconds from the address to two frames after the first lines of the story stand on the screen. */
const openAndWait = (page: Page, caseId: string): Promise<number> =>
  page.evaluate(async (id) => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const began = performance.now();
    window.location.hash = `#/cases/${id}`;
    while (document.querySelector('[id^="log-"]') === null) await frame();
    await frame();
    await frame();
    return performance.now() - began;
  }, caseId);

const onList = async (page: Page): Promise<void> => {
  await page.evaluate(() => {
    window.location.hash = '#/cases';
  });
  await page.locator('tbody tr.ant-table-row').first().waitFor();
};

/** The thick case from the click to painted, in the built app in a browser; null where there is no build. */
export const benchCasePainted = async (dataDir: string, caseId: string, runs = 5): Promise<Figure | null> => {
  if (!existsSync(built)) return null;
  const host = await startHostProcess({ dataFolder: dataDir });
  const browser = await launchChromium();
  try {
    const page = await (await browser.newContext(contextDefaults)).newPage();
    await page.goto(host.address());
    await page.locator('input[type=password]').first().fill(benchPasscode);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation').first().waitFor({ timeout: 60_000 });
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      await onList(page);
      times.push(await openAndWait(page, caseId));
    }
    const first = Math.round(times[0] ?? 0);
    return alone('case-open-painted', { value: median(times), unit: 'ms', runs, note: `first ${first} ms` });
  } finally {
    await browser.close();
    await host.kill();
  }
};
