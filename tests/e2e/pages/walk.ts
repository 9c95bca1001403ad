import { expect, type Locator, type Page } from '@playwright/test';
import { openDialog, pick, pressButton, save, tabTo, take, type } from './keyboard.ts';
import type { Told } from './ankle-case.ts';
import { named, type Words } from './words.ts';

/** Opens a step of the case on the screen. Its number leads its words; a share like 20 % must not be taken for it. */
export const openStep = async (page: Page, step: number): Promise<void> => {
  const current = page.locator('[aria-current=step]');
  await expect(current).toBeVisible();
  await page.keyboard.press(`Alt+${step}`);
  await expect(current).toHaveText(new RegExp(`^${step}`));
};

/** A case page worked with the keys alone, in the words of one language. */
export const walkIn = (page: Page, words: Words) => {
  const { t } = words;
  const button = (name: string, within: Page | Locator = page): Locator => within.getByRole('button', { name, exact: true }).first();
  const labelled = (name: string, within: Page | Locator = page): Locator => within.getByRole('button', { name }).first();
  /** A named part of the page: a landmark, or a group within one. */
  const section = (name: string): Locator =>
    page
      .getByRole('region', { name, exact: true })
      .or(page.getByRole('group', { name, exact: true }))
      .first();
  const dialog = (): Locator => page.getByRole('dialog').last();
  const fill = (key: string, text: string): Promise<void> => type(page, named(t(key)), text);

  /** Chooses by number key within one group; `within` when the dialog has several of that name. */
  const choose = async (label: string, n: number, within: Locator = dialog()): Promise<void> => {
    const group = within.getByRole('radiogroup', { name: named(label) }).first();
    await tabTo(page, group);
    const answer = group.getByRole('radio').nth(n - 1);
    if ((await answer.getAttribute('aria-checked')) !== 'true') await page.keyboard.press(String(n));
    await expect(answer).toHaveAttribute('aria-checked', 'true');
  };

  const fillIn = async (within: Locator, label: string, text: string): Promise<void> => {
    await tabTo(page, within.getByLabel(named(label)).first());
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(text);
  };

  const tell = async ({ topic, words: said, understood, proof }: Told): Promise<void> => {
    const name = words.topic(topic);
    const near = dialog().getByRole('button', { name: `+ ${name}`, exact: true });
    if ((await near.count()) > 0) await pressButton(page, near);
    else await pick(page, named(t('contacts.editor.otherTopic')), name);
    const row = dialog().getByRole('group', { name, exact: true });
    await expect(row).toBeVisible();
    await choose(t('contacts.editor.understood'), understood, row);
    await tabTo(page, row.getByLabel(named(t('contacts.editor.proof'))).first());
    await take(page, t(`contacts.proof.${proof}`));
    await fillIn(row, t('contacts.editor.ownWords'), said);
  };

  return {
    t,
    page,
    button,
    labelled,
    section,
    dialog,
    fill,
    fillIn,
    choose,
    tell,
    openStep: (step: number): Promise<void> => openStep(page, step),
    stepDone: async (step: number): Promise<void> => {
      // Before the last answer has been read, finishing would ask for the reason of doing it early.
      await expect(page.locator('[aria-current=step]')).toContainText('100%');
      await pressButton(page, button(t('steps.event.finished', { step })));
      await expect(page.locator('[aria-current=step]')).toContainText(t('steps.state.done'));
    },
    /** Opens the form of one fact. */
    ask: (topic: string): Promise<void> =>
      openDialog(page, button(t('facts.table.recordOf', { act: t('facts.table.record'), name: words.fact(topic) }))),
    /** Records one fact with what was typed or chosen. */
    fact: async (topic: string, answer: { text?: string; choice?: string }): Promise<void> => {
      await openDialog(page, button(t('facts.table.recordOf', { act: t('facts.table.record'), name: words.fact(topic) })));
      if (answer.choice === undefined) await type(page, named(words.fact(topic)), answer.text ?? '');
      else await choose(words.fact(topic), words.choiceOf(topic, answer.choice));
      await save(page);
    },
    /** Opens the contact editor, in which the text has the focus already. */
    contact: async (body: string): Promise<void> => {
      await page.keyboard.press('Control+n');
      await expect(dialog().getByLabel(t('contacts.editor.body'))).toBeFocused();
      await page.keyboard.insertText(body);
    },
  };
};

export type Walk = ReturnType<typeof walkIn>;
