import { expect, type ElementHandle, type Locator, type Page } from '@playwright/test';

/** More Tab presses than any page has controls. */
const mostTabs = 300;

type Way = { there: boolean; back: boolean; stops: number };

/** Where the control stands from the focus: back when it comes before it, as a person would go, and over how many stops at least. */
const wayTo = (target: ElementHandle<Element>): Promise<Way> =>
  target.evaluate((element) => {
    const at = document.activeElement ?? document.body;
    const isBefore = (a: Element, b: Element): boolean => (b.compareDocumentPosition(a) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    const back = at !== document.body && isBefore(element, at);
    const [first, last] = back ? [element, at] : [at, element];
    const stops = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]')].filter(
      (one) => one.tabIndex >= 0 && !one.matches(':disabled') && one.checkVisibility() && isBefore(first, one) && isBefore(one, last),
    );
    return { there: element.contains(at), back, stops: Math.max(1, stops.length - 1) };
  });

/** Presses Tab so many times without waiting for each: the page takes them in their order, and waiting cost most of a walk. */
const pressTab = async ({ keyboard }: Page, { back, stops }: Way): Promise<void> => {
  if (back) await keyboard.down('Shift');
  await Promise.all(Array.from({ length: stops }, () => keyboard.press('Tab')));
  if (back) await keyboard.up('Shift');
};

/** Walks with Tab until the control, or something in it, has the focus: what nobody can walk to, nobody can use without a mouse. */
export const tabTo = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor();
  // Found once: looking for names on a long page takes longer than walking it.
  const found = await target.elementHandle();
  for (let pressed = 0; found !== null && pressed < mostTabs;) {
    const way = await wayTo(found);
    if (way.there) return;
    await pressTab(page, way);
    pressed += way.stops;
  }
  throw new Error(`Tab does not reach ${String(target)}`);
};

export const pressButton = async (page: Page, target: Locator): Promise<void> => {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
};

/** What a field is called, or a pattern where one name is a part of another. */
type Label = string | RegExp;

const dialogOf = (page: Page): Locator => page.getByRole('dialog').last();

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
  await page.keyboard.insertText(text);
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option-active').first().waitFor();
  await page.keyboard.press('Enter');
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

/** Presses a button of the page and waits for the dialog it opens. */
export const openDialog = async (page: Page, button: Locator): Promise<void> => {
  await pressButton(page, button);
  await expect(dialogOf(page)).toBeVisible();
  await expect.poll(() => dialogOf(page).evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
};

/** Runs a command of the palette by a part of its name. */
export const command = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.press('Control+k');
  await expect(dialogOf(page).getByRole('combobox').or(dialogOf(page).getByRole('textbox')).first()).toBeFocused();
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
};
