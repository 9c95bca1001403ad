import type { BrowserContext } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';
import { ankle } from './pages/ankle-case.ts';
import { askAdvance, callback, doctor, escalate, follow, freeze, person, register, tell, visit } from './pages/ankle-steps.ts';
import { startDevice, type Device } from './pages/device.ts';
import { goTo } from './pages/first-run.ts';
import { approve, chooseInMenu, command, openDialog, pressButton, tabTo, take } from './pages/keyboard.ts';
import { languages, type Language } from './pages/look.ts';
import { answersIn, expectedAnswers, expectLedger, printedBy } from './pages/paper-text.ts';
import type { Walk } from './pages/walk.ts';

type Stage = Device & { abroad: string[]; /** Where the case stands. */ address: string };

/** Offline: whatever does not stay on this machine is stopped and counted. */
const stopAbroad = (context: BrowserContext, abroad: string[]): Promise<unknown> =>
  context.route(
    (url) => url.hostname !== '127.0.0.1',
    (route) => {
      abroad.push(route.request().url());
      return route.abort('internetdisconnected');
    },
  );

const stageIn = (language: Language): { current: Stage } => {
  const stage = {} as { current: Stage };
  test.beforeAll(async ({ browser }, testInfo) => {
    testInfo.setTimeout(120_000);
    const abroad: string[] = [];
    const prepare = (context: BrowserContext) => stopAbroad(context, abroad);
    const device = await startDevice(browser, testInfo, { name: '王敏', role: 'handler' }, { language, prepare });
    stage.current = { ...device, abroad, address: '' };
  });
  test.afterAll(() => stage.current.end());
  return stage;
};

const openPrints = (w: Walk): Promise<void> => openDialog(w.page, w.button(w.t('documents.menu.open')));

/** Adds a superior and goes on as this person. */
const becomeSupervisor = async ({ page, t, labelled }: Walk): Promise<void> => {
  await command(page, t('nav.page.settings'), 'settings');
  const form = page.getByRole('form', { name: t('people.add.title') });
  await tabTo(page, form.getByLabel(t('people.field.name')));
  await page.keyboard.insertText('秦主管');
  await tabTo(page, form.getByLabel(t('people.field.role')));
  await take(page, t('people.role.supervisor'));
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(t('people.add.done', { name: '秦主管' }))).toBeVisible();
  await pressButton(page, labelled(t('people.switch.label', { name: `王敏 · ${t('people.role.handler')}` })));
  await chooseInMenu(page, page.getByRole('menuitem', { name: /秦主管/ }));
  await expect(labelled(t('people.switch.label', { name: `秦主管 · ${t('people.role.supervisor')}` }))).toBeVisible();
};

for (const language of languages) {
  test.describe(`the ankle fracture, in ${language}`, () => {
    test.describe.configure({ mode: 'serial', timeout: 240_000 });
    const stage = stageIn(language);

    test('step 1: the callback is recorded with what was told, asked and promised', async () => {
      const { w } = stage.current;
      await register(w);
      await callback(w);
    });

    test('step 2: the person is visited, asked, photographed, and signs the frozen statement', async () => {
      const { w } = stage.current;
      await person(w);
      await visit(w);
      await freeze(w);
    });

    test('step 3: the doctor is asked, the injury is marked, and an advance is asked for', async () => {
      const { w } = stage.current;
      await doctor(w);
      await askAdvance(w);
    });

    test('step 4: papers, promises, a round of mediation and the end of treatment', async () => {
      await follow(stage.current.w);
    });

    test('step 6: the request is decided by a superior and told to the field and to the person', async () => {
      const { page, w } = stage.current;
      await escalate(w);
      stage.current.address = new URL(page.url()).hash.slice(1);
      await becomeSupervisor(w);
      await command(page, w.t('nav.page.escalations'), 'escalations');
      // The advance has waited longer and stands first; the request is the next one.
      await expect(w.section(w.t('escalation-queue.list.title')).getByText(ankle.ask.one, { exact: false })).toBeVisible();
      await page.keyboard.press('j');
      await expect(w.section(w.t('escalation-queue.dossier.title')).getByText(ankle.ask.silent, { exact: false })).toBeVisible();
      await approve(page);
      await expect(page.getByText(w.t('escalations.state.approved'), { exact: true }).first()).toBeVisible();
      await goTo(page, stage.current.address);
      await tell(w);
    });

    test('the printed ledgers hold what each side was told, word for word', async () => {
      const { page } = stage.current;
      await expect(page.getByRole('heading', { level: 1 })).toContainText(ankle.person.name);
      const injured = await printedBy(page, () => page.keyboard.press('Control+p'));
      const person = '伤者赵桂英';
      expectLedger(injured, [
        ...ankle.visit.told.map((one) => ({ ...one, whom: `${person}当面` })),
        { topic: 'papersAndDeadlines', words: '.*', understood: 1, proof: 'none', whom: `${person}电话` },
        ...ankle.follow.told.map((one) => ({ ...one, whom: `${person}电话` })),
        { topic: 'lumpSumFinal', words: ankle.lumpSum, understood: 1, proof: 'witness', whom: '家属钱秀兰聊天', by: '秦主管' },
      ]);
      for (const { words: said } of [...ankle.callback.told, ...ankle.visit.told]) {
        expect(injured.join('').includes(said.replaceAll(/\s/g, ''))).toBe(ankle.visit.told.some(({ words }) => words === said));
      }
    });

    test('the interview record asks and answers exactly what was said, and shows who signed it', async () => {
      const { page, w } = stage.current;
      await openPrints(w);
      const texts = await printedBy(page, () =>
        pressButton(page, w.labelled(w.t('documents.list.printOne', { name: w.t('documents.kind.interview') }), w.dialog())),
      );
      expect(answersIn(texts)).toEqual(expectedAnswers());
      expect(texts.join('')).toContain('屏幕签名赵桂英');
      expect(texts.join('')).toContain('询问地点江城市第一医院骨科东六12床');
      for (const [i, text] of texts.entries()) expect(text).toContain(`第${i + 1}页/共${texts.length}页`);
    });

    test('nothing left this machine, and nothing went wrong on the way', () => {
      expect(stage.current.abroad).toEqual([]);
      expect(stage.current.errors).toEqual([]);
    });
  });
}
