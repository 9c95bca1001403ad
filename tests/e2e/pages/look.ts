import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '../../support/e2e.ts';
import { screen } from '../../support/screens.ts';

export const languages = ['zh-CN', 'en-US'] as const;
export type Language = (typeof languages)[number];

/** Changes the language where the bar with the switch is. */
export const speak = async (page: Page, language: Language): Promise<void> => {
  await page
    .getByText(language === 'zh-CN' ? '中' : 'EN', { exact: true })
    .first()
    .click();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
};

/** Everything that was being read or comes in with a movement is there; what turns without end is not waited for. */
export const settled = async (page: Page): Promise<void> => {
  const moving = (): Promise<number> =>
    page.evaluate(async () => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity).length;
    });
  await expect(page.getByText(/^(正在读取…|Loading…)$/)).toHaveCount(0);
  await expect.poll(moving, { intervals: [50] }).toBe(0);
};

/** Whether anything comes or goes with a movement from now on, or does already. */
const watchMoves = async (page: Page): Promise<() => Promise<boolean>> => {
  const watch = await page.evaluateHandle(() => {
    const seen = { moved: document.getAnimations().some(({ effect }) => effect?.getComputedTiming().iterations !== Infinity) };
    for (const kind of ['animationstart', 'transitionrun']) document.addEventListener(kind, () => (seen.moved = true), true);
    return seen;
  });
  return () => watch.evaluate(({ moved }) => moved);
};

/**
 * What axe calls serious. In the page itself, which has no frames, and without lists of what is right: both took three quarters
 * of the time and find nothing. What it finds in a page that moved meanwhile is looked at again: a notice that is going out has
 * the colours of what lies under it.
 */
export const seriousFaults = async (page: Page, within?: string): Promise<string[]> => {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const scope = within === undefined ? axe : axe.include(within);
  for (let look = 1; ; look += 1) {
    const hasMoved = await watchMoves(page);
    const { violations } = await scope.analyze();
    const faults = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
    if (faults.length === 0 || look === 3 || !(await hasMoved())) return faults;
    await settled(page);
  }
};

/** A picture for people, and axe for what pictures do not show. A key in place of words counts as a fault too. */
export const look = async (page: Page, name: string, language: Language): Promise<string> => {
  await settled(page);
  const path = await screen(page, `${name}.${language}`);
  expect.soft(await seriousFaults(page), `${name} in ${language}`).toEqual([]);
  const words = await page.locator('body').innerText();
  expect.soft(words.match(/\b[a-z-]+\.[a-z][A-Za-z-]+\.[A-Za-z.-]+\b/g) ?? [], `keys instead of words on ${name}`).toEqual([]);
  return path;
};

/** Errors of the page, gathered as they come; a refused first request before the token counts is none. */
export const gatherErrors = (page: Page): string[] => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/401|WebSocket|ERR_CONNECTION/.test(message.text())) errors.push(message.text());
  });
  return errors;
};

/** Controls that nobody could press: outside of every scroll range, or under something else. */
export const unreachable = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const dialog = [...document.querySelectorAll('[role=dialog]')].at(-1);
    const inView = [
      ...(dialog ?? document).querySelectorAll<HTMLElement>('button:enabled, a[href], input:enabled, textarea:enabled, [role=radio]'),
    ];
    return inView
      .filter((control) => {
        const { width, height } = control.getBoundingClientRect();
        if (width < 4 || height < 4 || control.closest('[aria-hidden=true]') !== null || getComputedStyle(control).opacity === '0')
          return false;
        control.scrollIntoView({ block: 'center', inline: 'center' });
        const box = control.getBoundingClientRect();
        const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        return (
          hit === null ||
          !(control.contains(hit) || hit.contains(control) || control.closest('label, span, td, li')?.contains(hit) === true)
        );
      })
      .map((control) => `${control.tagName} ${control.getAttribute('aria-label') ?? control.innerText ?? ''}`.trim());
  });
