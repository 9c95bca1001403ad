import { expect, type Locator, type Page } from '@playwright/test';

/** More Tab presses than any page has controls. */
const mostTabs = 300;

/** Walks with Tab until the control, or something in it, has the focus: what nobody can walk to, nobody can use without a mouse. */
export const tabTo = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor();
  for (let i = 0; i < mostTabs; i += 1) {
    if (await target.evaluate((element) => element.contains(document.activeElement))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${String(target)}`);
};

export const pressButton = async (page: Page, target: Locator): Promise<void> => {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
};

const dialogOf = (page: Page): Locator => page.getByRole('dialog').last();

/** Types into a field of the open dialog; what stands in it is replaced. */
export const type = async (page: Page, label: string, text: string): Promise<void> => {
  await tabTo(page, dialogOf(page).getByLabel(label).first());
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
};

/** Chooses the n-th answer of a group with its number key. */
export const choose = async (page: Page, group: string, n: number): Promise<void> => {
  const answers = dialogOf(page).getByRole('radiogroup', { name: group }).first();
  await tabTo(page, answers);
  const answer = answers.getByRole('radio').nth(n - 1);
  if ((await answer.getAttribute('aria-checked')) !== 'true') await page.keyboard.press(String(n));
  await expect(answer).toHaveAttribute('aria-checked', 'true');
};

/** Picks from a list by typing a part of the answer. */
export const pick = async (page: Page, label: string, text: string): Promise<void> => {
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
