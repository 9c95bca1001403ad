import { expect, type Locator, type Page } from '@playwright/test';

/** The grid of the review page. */
export const grid = (page: Page): Locator => page.getByRole('grid').first();

const columnAt = async (page: Page, title: string): Promise<number> => {
  const titles = await grid(page).getByRole('columnheader').allInnerTexts();
  const at = titles.indexOf(title);
  expect(at, `the column ${title} among ${titles.join(', ')}`).toBeGreaterThanOrEqual(0);
  return at;
};

/** One cell by its line, counted from 0, and the title of its column. */
export const cell = async (page: Page, line: number, title: string): Promise<Locator> =>
  grid(page).locator(`[data-row="${line}"] [data-column="${await columnAt(page, title)}"]`);

/** Makes a cell the active one, as a click does. */
export const goToCell = async (page: Page, line: number, title: string): Promise<void> => {
  await (await cell(page, line, title)).click();
  await expect(grid(page).locator('input')).toBeFocused();
};

/** What a cell shows. */
export const shown = async (page: Page, line: number, title: string): Promise<string> =>
  ((await (await cell(page, line, title)).innerText()) ?? '').trim();

/** Waits until a cell shows this. */
export const showsIn = (page: Page, line: number, title: string, text: string): Promise<void> =>
  expect.poll(() => shown(page, line, title)).toBe(text);

/** Pastes a block as Excel puts it on the clipboard. */
export const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate((block) => {
    const data = new DataTransfer();
    data.setData('text/plain', block);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);

/** What Ctrl+C puts on the clipboard. */
export const copied = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const data = new DataTransfer();
    document.activeElement?.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
    return data.getData('text/plain');
  });
