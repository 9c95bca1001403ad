import type { Page } from '@playwright/test';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', '..', '.screens');

/** Writes `.screens/<name>.png` (ignored by git), once the page's fonts are there. `name` is like `case.step-1.zh-CN`. */
export const screen = async (page: Page, name: string): Promise<string> => {
  await mkdir(folder, { recursive: true });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled' });
  return path;
};
