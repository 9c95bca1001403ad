import { expect, type ElementHandle, type Locator, type Page } from '@playwright/test';
import { arrived } from './first-run.ts';

/** More Tab presses than any page has controls, a few times over: a page that is drawn anew or takes the focus back is walked again. */
const mostTabs = 1_000;

type Way = { there: boolean; back: boolean; stops: number; from: string };

/**
 * Where the control stands from the focus: back when it comes before it, as a person would go, and over how many stops at most.
 * 0 stops where nothing has the focus: the browser goes on from the place it was lost at, and does not tell it.
 * Null when the control was drawn anew meanwhile: what is no part of the page stands nowhere on it.
 */
const wayTo = (target: ElementHandle<Element>): Promise<Way | null> =>
  target.evaluate((element) => {
    if (!element.isConnected) return null;
    const at = document.activeElement ?? document.body;
    if (at === document.body) return { there: false, back: false, stops: 0, from: 'nothing' };
    const isBefore = (a: Element, b: Element): boolean => (b.compareDocumentPosition(a) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    const back = isBefore(element, at);
    const [first, last] = back ? [element, at] : [at, element];
    const stops = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]')].filter(
      (one) => one.tabIndex >= 0 && !one.matches(':disabled') && one.checkVisibility() && isBefore(first, one) && isBefore(one, last),
    );
    const from = `${at.tagName.toLowerCase()} ${at.getAttribute('aria-label') ?? (at.textContent ?? '').slice(0, 20)}`.trim();
    return { there: element.contains(at), back, stops: stops.length + 1, from };
  });

/** Presses Tab so many times without waiting for each: the page takes them in their order, and waiting cost most of a walk. */
const pressTab = async ({ keyboard }: Page, { back, stops }: Pick<Way, 'back' | 'stops'>): Promise<void> => {
  if (back) await keyboard.down('Shift');
  await Promise.all(Array.from({ length: stops }, () => keyboard.press('Tab')));
  if (back) await keyboard.up('Shift');
};

/**
 * Walks with Tab until the control, or something in it, has the focus: what nobody can walk to, nobody can use without a mouse.
 * Half of the counted way at once, as the count is more than the keys needed where several controls are one stop; and one by one
 * after it went past: whoever overshoots by the end of the page comes out at its beginning, again and again.
 */
export const tabTo = async (page: Page, target: Locator): Promise<void> => {
  await expect(target).toBeVisible();
  await expect(target).toBeEnabled();
  // Found once: looking for names on a long page takes longer than walking it. Only what was drawn anew is looked for again.
  let found = await target.elementHandle();
  let last: Way | null = null;
  let oneByOne = false;
  const walked: string[] = [];
  for (let pressed = 0; found !== null && pressed < mostTabs;) {
    const way = await wayTo(found);
    if (way === null) {
      found = await target.elementHandle();
      continue;
    }
    if (way.there) return;
    if (way.stops > 0) {
      oneByOne ||= last !== null && (way.back !== last.back || way.stops >= last.stops);
      last = way;
    }
    const stops = oneByOne ? 1 : Math.max(1, Math.ceil(way.stops / 2));
    await pressTab(page, { back: way.back, stops });
    pressed += stops;
    walked.push(`${way.from} ${way.back ? '-' : '+'}${stops}`);
  }
  throw new Error(`Tab does not reach ${String(target)}: ${walked.slice(-12).join(', ')}`);
};

export const pressButton = async (page: Page, target: Locator): Promise<void> => {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
};

/** What a field is called, or a pattern where one name is a part of another. */
type Label = string | RegExp;

const dialogOf = (page: Page): Locator => page.getByRole('dialog').last();

/** Takes the focused list's answer with this text, once the list offers it. */
export const take = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.insertText(text);
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option-active').filter({ hasText: text }).waitFor();
  await page.keyboard.press('Enter');
};

/** Chooses an entry of the open menu with the arrow keys. */
export const chooseInMenu = async (page: Page, entry: Locator): Promise<void> => {
  await entry.waitFor();
  // The menu takes the keys once the focus is in it.
  await expect(page.getByRole('menu').last().locator(':focus')).toHaveCount(1);
  const isThere = (): Promise<boolean> => entry.evaluate((one) => one.contains(document.activeElement));
  const steps = await page.getByRole('menuitem').count();
  for (let i = 0; i < steps && !(await isThere()); i += 1) {
    const before = await page.evaluateHandle(() => document.activeElement);
    await page.keyboard.press('ArrowDown');
    // The focus follows a moment after the key; a second key before that would go past the entry.
    await expect.poll(() => before.evaluate((was) => was !== document.activeElement)).toBe(true);
  }
  expect(await isThere(), 'the arrow keys lead to the entry').toBe(true);
  await page.keyboard.press('Enter');
};

/** Types into a field of the open dialog; what stands in it is replaced. */
export const type = async (page: Page, label: Label, text: string): Promise<void> => {
  await tabTo(page, dialogOf(page).getByLabel(label).first());
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
};

/** Chooses the n-th answer of a group with its number key. */
export const choose = async (page: Page, group: Label, n: number): Promise<void> => {
  const answers = dialogOf(page).getByRole('radiogroup', { name: group }).first();
  await tabTo(page, answers);
  const answer = answers.getByRole('radio').nth(n - 1);
  if ((await answer.getAttribute('aria-checked')) !== 'true') await page.keyboard.press(String(n));
  await expect(answer).toHaveAttribute('aria-checked', 'true');
};

/** Picks from a list by typing a part of the answer. */
export const pick = async (page: Page, label: Label, text: string): Promise<void> => {
  await tabTo(page, dialogOf(page).getByLabel(label).first());
  await take(page, text);
};

/** Saves the open dialog with Ctrl+Enter and waits until it is gone. */
export const save = async (page: Page): Promise<void> => {
  await expect
    .poll(() =>
      dialogOf(page)
        .locator('form')
        .evaluate((form) => form.contains(document.activeElement)),
    )
    .toBe(true);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
};

/** Waits until a dialog is on the screen and takes the keys. */
export const dialogShown = async (page: Page): Promise<void> => {
  await expect(dialogOf(page)).toBeVisible();
  await expect.poll(() => dialogOf(page).evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
};

/** Presses the keys that open a dialog, and waits for it. */
export const openByKeys = async (page: Page, keys: string): Promise<void> => {
  await page.keyboard.press(keys);
  await dialogShown(page);
};

/** A, Enter: what is asked in the dossier on the screen is approved. */
export const approve = async (page: Page): Promise<void> => {
  await page.keyboard.press('a');
  await expect(dialogOf(page).locator('button.ant-btn-primary')).toBeFocused();
  await page.keyboard.press('Enter');
};

/** Leaves the open dialog and waits until no key can fall on it any more. */
export const leaveDialog = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
};

/** Presses a button of the page and waits for the dialog it opens. */
export const openDialog = async (page: Page, button: Locator): Promise<void> => {
  await pressButton(page, button);
  await dialogShown(page);
};

/** Goes to a page by the palette, with a part of the command's name. */
export const command = async (page: Page, text: string, leadsTo: string): Promise<void> => {
  await page.keyboard.press('Control+k');
  await expect(dialogOf(page).getByRole('textbox')).toBeFocused();
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
  await arrived(page, leadsTo);
  await expect(page.getByRole('dialog')).toHaveCount(0);
};

/** Finds a case with `/` from everywhere and opens it. */
export const findCase = async (page: Page, words: string, number: string): Promise<void> => {
  await page.keyboard.press('/');
  await page.keyboard.insertText(words);
  await expect(page.locator('.ant-select-item-option').first()).toContainText(number);
  await page.keyboard.press('Enter');
  await arrived(page, 'case');
};
