import { expect, test } from '../support/e2e.ts';
import { day } from './pages/ankle-case.ts';
import { startDevice, type Device } from './pages/device.ts';
import { goTo } from './pages/first-run.ts';
import { leaveDialog, openDialog, pressButton } from './pages/keyboard.ts';
import { languages, look, type Language } from './pages/look.ts';
import { money } from './pages/offer-case.ts';
import * as steps from './pages/offer-steps.ts';
import { printedBy } from './pages/paper-text.ts';

type Stage = Device & { /** Where step 5 of the case stands. */ address: string };

const stageIn = (language: Language): { current: Stage } => {
  const stage = {} as { current: Stage };
  test.beforeAll(async ({ browser }, testInfo) => {
    testInfo.setTimeout(120_000);
    stage.current = { ...(await startDevice(browser, testInfo, { name: '李查', role: 'surveyor' }, { language })), address: '' };
  });
  test.afterAll(() => stage.current.end());
  return stage;
};

const amount = /\d[\d,]*\.\d{2}/g;
const amountsIn = (text: string): string[] => text.match(amount) ?? [];

/** The paper of this kind, as the case page prints it. */
const printed = async ({ page, w }: Stage, kind: string): Promise<string> => {
  await openDialog(page, w.button(w.t('documents.menu.open')));
  const name = w.t('documents.list.printOne', { name: w.t(`documents.kind.${kind}`) });
  const texts = await printedBy(page, () => pressButton(page, w.labelled(name, w.dialog())));
  await leaveDialog(page);
  return texts.join('');
};

for (const language of languages) {
  test.describe(`from the surveyor's items to the paid offer, in ${language}`, () => {
    test.describe.configure({ mode: 'serial', timeout: 120_000 });
    const stage = stageIn(language);

    test('the surveyor registers, tells what is not covered, and writes the items down', async () => {
      const { page, w } = stage.current;
      await steps.registerMoney(w);
      await steps.enterItems(w);
      stage.current.address = new URL(page.url()).hash.slice(1);
      await expect(w.button(w.t('offers.panel.make', { version: 1 }))).toHaveCount(0);
    });

    test('the handler sets the basis and reviews every item, with each cut tied to what was told or openly not', async () => {
      const { w, address } = stage.current;
      await steps.addPeople(w, [
        { name: '王敏', role: 'handler' },
        { name: '秦主管', role: 'supervisor' },
      ]);
      await steps.sitDown(w, '王敏', address);
      await steps.setBasis(w);
      await goTo(w.page, address);
      await steps.reviewItems(w);
    });

    test('the first version is within the own limit, is put, talked about and countered', async () => {
      const { w } = stage.current;
      await steps.makeOffer(w, 1);
      await steps.handIn(w, 1, 'approved');
      await steps.putOffer(w, 1);
      await steps.talkAndCounter(w);
      const talks = w.section(w.t('offers.talk.title'));
      await expect(talks.getByRole('row', { name: new RegExp(w.t('damages.kind.nursing')) })).toContainText('3,840.00');
    });

    test('the next version shows what changed, needs a superior, and is approved under the decision', async () => {
      const { page, w, address } = stage.current;
      await steps.improveNursing(w);
      await steps.makeOffer(w, 2);
      await openDialog(page, w.button(w.t('offers.panel.compare')));
      await expect(w.dialog().getByText(w.t('offers.compare.reason.allowed', { from: '2,160.00', to: '4,000.00' }))).toBeVisible();
      await look(page, 'offer-compare', language);
      await leaveDialog(page);
      await steps.handIn(w, 2, 'submitted');
      await steps.escalateOffer(w, 2);
      await steps.sitDown(w, '秦主管', '/escalations');
      await steps.approveAsked(w);
      await steps.sitDown(w, '王敏', address);
      const card = steps.offerCard(w, 2);
      await card.getByRole('button', { name: w.t('offers.act.approve'), exact: true }).click();
      await expect(card.getByText(w.t('offers.card.underEscalation'), { exact: false })).toBeVisible();
    });

    test('it is put, signed on its own text, and the ten days for payment run', async () => {
      const { page, w } = stage.current;
      await steps.putOffer(w, 2);
      const text = await steps.signOffer(w, 2);
      for (const words of ['第 2 版', money.cuts.medical.reason, money.better.reason, '事前没有告知过', '已告知'])
        expect(text).toContain(words);
      await steps
        .offerCard(w, 2)
        .getByRole('button', { name: w.t('offers.act.signed'), exact: true })
        .click();
      await expect(w.dialog().getByText(w.t('offers.signed.sound'))).toBeVisible();
      await look(page, 'offer-signed', language);
      await leaveDialog(page);
      const statutory = page.getByRole('listitem').filter({ hasText: w.t('case-file.basis.statutory') });
      await expect(statutory.filter({ hasText: w.t('case-file.clock.payment') }).first()).toBeVisible();
    });

    test('each payer pays, the person is asked, and the letter about the rest goes out', async () => {
      const { page, w } = stage.current;
      await steps.payAndAsk(w, 2);
      await steps.writeLetter(w);
      await look(page, 'offer-paid', language);
    });

    test('the printed calculation sheet carries every amount of the screen, and each cut with its reason and the day it was told', async () => {
      const { page, w } = stage.current;
      const card = steps.offerCard(w, 2);
      await card.getByRole('button', { name: w.t('offers.card.lines'), exact: true }).click();
      await expect(card.getByRole('table')).toHaveCount(2);
      const shown = [...new Set(amountsIn(await card.innerText()))];
      expect(shown.length).toBeGreaterThan(15);
      await look(page, 'offer-lines', language);
      const paper = await printed(stage.current, 'calculationSheet');
      expect(shown.filter((one) => !paper.includes(one))).toEqual([]);
      const [year, month, date] = day(0).split('-').map(Number);
      const onDay = `${year}年${month}月${date}日已告知`;
      expect(paper).toContain(`${money.cuts.medical.reason}（${money.cuts.medical.clause}）；${onDay}`);
      expect(paper).toContain(`${money.cuts.lostIncome.reason}（${money.cuts.lostIncome.clause}）；${onDay}`);
      expect(paper).toContain(`${money.better.reason}（${money.cuts.nursing.clause}）；事前没有告知过`);
    });

    test('the letter and the closing report say the same in writing', async () => {
      const letter = await printed(stage.current, 'partialPayment');
      for (const words of [money.letter.reason, money.letter.clause, '六十日内先予支付', '申请复核']) expect(letter).toContain(words);
      const report = await printed(stage.current, 'closingReport');
      for (const words of ['第2版', money.payment, '3项扣减中2项事先告知过', '4分']) expect(report).toContain(words);
    });

    test('nothing went wrong on the way', () => {
      expect(stage.current.errors).toEqual([]);
    });
  });
}
