import type { Locator } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';
import { startDevice, type Device } from './pages/device.ts';
import { findCase, leaveDialog, openDialog, pressButton, save, tabTo } from './pages/keyboard.ts';
import { languages, look, type Language } from './pages/look.ts';
import { printedBy } from './pages/paper-text.ts';
import type { Walk } from './pages/walk.ts';

/** The demo case whose money is computed: an ankle fracture at over seventy. */
const number = '990120260039';

const stageIn = (language: Language): { current: Device } => {
  const stage = {} as { current: Device };
  test.beforeAll(async ({ browser }, testInfo) => {
    testInfo.setTimeout(180_000);
    stage.current = await startDevice(browser, testInfo, { name: '王敏', role: 'handler' }, { language, beginning: 'demo' });
    const { page, w } = stage.current;
    await findCase(page, number, number);
    await w.openStep(6);
  });
  test.afterAll(() => stage.current.end());
  return stage;
};

const amounts = (text: string): string[] => [...new Set(text.match(/\d[\d,]*\.\d{2}/g) ?? [])];
const panel = (w: Walk): Locator => w.section(w.t('scenarios.panel.title'));
const comparison = (w: Walk): Locator => panel(w).getByRole('table', { name: w.t('scenarios.panel.title') });
const costs = async (w: Walk): Promise<string[]> => amounts(await comparison(w).getByRole('row').nth(1).innerText());

for (const language of languages) {
  test.describe(`settle now, after an appraisal or in court, in ${language}`, () => {
    test.describe.configure({ mode: 'serial', timeout: 120_000 });
    const stage = stageIn(language);

    test('the template for an elderly person is computed from the case at once', async () => {
      const { page, w } = stage.current;
      await pressButton(page, w.button(w.t('scenarios.panel.useElderly'), panel(w)));
      await expect(comparison(w)).toBeVisible();
      const [now = '', appraisal = '', court = ''] = await costs(w);
      expect([now, appraisal, court].every((one) => one !== '')).toBe(true);
      await expect(
        panel(w).getByText(
          w.t('scenarios.sentence.takes-longer', {
            way: w.t('scenarios.way.after-appraisal'),
            base: w.t('scenarios.way.settle-now'),
            count: 80,
          }),
        ),
      ).toBeVisible();
      await look(page, 'scenarios', language);
    });

    test('a slider moves the figures with the arrow keys, and chances that do not make up the whole are said', async () => {
      const { page, w } = stage.current;
      const before = await costs(w);
      await tabTo(page, panel(w).getByRole('slider', { name: w.t('scenarios.edit.share') }));
      for (let i = 0; i < 4; i += 1) await page.keyboard.press('ArrowRight');
      await expect.poll(() => costs(w)).not.toEqual(before);
      await panel(w).getByText(w.t('scenarios.way.after-appraisal'), { exact: true }).last().click();
      const chance = panel(w).getByLabel(w.t('scenarios.edit.chance')).first();
      await chance.fill('60');
      await chance.press('Enter');
      await expect(panel(w).getByText(w.t('scenarios.problem.title'))).toBeVisible();
      await chance.fill('70');
      await chance.press('Enter');
      await expect(comparison(w)).toBeVisible();
    });

    test('the request takes the figures over and shows the comparison; its paper carries every amount', async () => {
      const { page, w } = stage.current;
      await pressButton(page, w.button(w.t('scenarios.panel.save'), panel(w)));
      await openDialog(page, w.button(w.t('scenarios.panel.use'), panel(w)));
      await w.choose(w.t('escalations.field.kind'), 2);
      await w.fill('escalations.field.ask', '请批准先付一部分护理和营养，一次了结');
      await w.fill('escalations.field.amountFen', '5000');
      await save(page);
      const card = page.getByRole('article', { name: '请批准先付一部分护理和营养，一次了结' });
      const table = card.getByRole('table', { name: w.t('scenarios.panel.title') });
      await expect(table).toBeVisible();
      expect(amounts(await table.innerText())).toEqual(amounts(await comparison(w).innerText()));
      await card.scrollIntoViewIfNeeded();
      await look(page, 'scenarios-request', language);
      await openDialog(page, w.button(w.t('documents.menu.open')));
      const line = w
        .dialog()
        .getByRole('listitem')
        .filter({ hasText: '请批准先付一部分护理和营养' })
        .filter({ hasText: w.t('documents.kind.costComparison') });
      const name = w.t('documents.list.printOne', { name: w.t('documents.kind.costComparison') });
      const texts = await printedBy(page, () => line.getByRole('button', { name }).click());
      await leaveDialog(page);
      const paper = texts.join('');
      expect(amounts(await table.innerText()).filter((one) => !paper.includes(one))).toEqual([]);
      expect(paper).toContain('按本案理算');
    });

    test('nothing went wrong on the way', () => {
      expect(stage.current.errors).toEqual([]);
    });
  });
}
