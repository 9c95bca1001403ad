import { expect, type Locator } from '@playwright/test';
import { arrived, goTo } from './first-run.ts';
import { approve, choose, command, dialogShown, openByKeys, pick, save, tabTo, take, type } from './keyboard.ts';
import { money } from './offer-case.ts';
import type { Walk } from './walk.ts';
import { named } from './words.ts';

// A claim from the surveyor's items to the paid offer; each function is one stretch of work in the words of one language.

const row = (w: Walk, kind: string): Locator => w.page.getByRole('row', { name: new RegExp(w.t(`damages.kind.${kind}`)) }).first();

export const offerCard = (w: Walk, version: number): Locator =>
  w.page.getByRole('article', { name: w.t('offers.card.version', { version }), exact: true });

/** Presses a button with the mouse and waits for its dialog: that every one of them is reached by key, other journeys show. */
const opened = async (w: Walk, button: Locator): Promise<void> => {
  await button.click();
  await dialogShown(w.page);
};

const act = (w: Walk, version: number, name: string): Locator =>
  offerCard(w, version).getByRole('button', { name: w.t(`offers.act.${name}`), exact: true });

export const registerMoney = async (w: Walk): Promise<void> => {
  const { page, fill, t } = w;
  await openByKeys(page, 'Control+Shift+n');
  await fill('cases.field.reportNumber', money.number);
  await fill('cases.field.plate', money.plate);
  await fill('cases.field.insuredName', money.insured);
  await fill('cases.field.accidentAt', money.accidentAt);
  await save(page);
  await arrived(page, 'case');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(money.insured);
  await w.openStep(2);
  await opened(w, w.button(t('case-file.parties.add')));
  await fill('parties.field.name', money.person.name);
  await fill('parties.field.hospital', money.person.hospital);
  await save(page);
  await w.contact(money.visit.body);
  await w.tell(money.visit.told);
  await save(page);
};

/** What the surveyor writes down of the loss: claimed, days, nothing allowed yet. */
export const enterItems = async (w: Walk): Promise<void> => {
  await w.openStep(5);
  for (const item of money.items) {
    await opened(w, w.button(w.t('damages.item.add')));
    await pick(w.page, named(w.t('damages.field.kind')), w.t(`damages.kind.${item.kind}`));
    await w.fill('damages.field.claimedFen', item.claimed);
    if ('days' in item) await w.fill('damages.field.days', item.days);
    await save(w.page);
    await expect(row(w, item.kind)).toBeVisible();
  }
};

/** Adds people to this machine; whoever works here goes on. */
export const addPeople = async ({ page, t }: Walk, people: readonly { name: string; role: 'handler' | 'supervisor' }[]): Promise<void> => {
  await command(page, t('nav.page.settings'), 'settings');
  const form = page.getByRole('form', { name: t('people.add.title') });
  for (const { name, role } of people) {
    await tabTo(page, form.getByLabel(t('people.field.name')));
    await page.keyboard.insertText(name);
    await tabTo(page, form.getByLabel(t('people.field.role')));
    await take(page, t(`people.role.${role}`));
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(t('people.add.done', { name }))).toBeVisible();
    // The next name must not be typed before, and wiped with, this one.
    await expect(form.getByLabel(t('people.field.name'))).toHaveValue('');
  }
};

/** Somebody else sits down at this machine and goes to the address, where everything is read anew. */
export const sitDown = async ({ page, t }: Walk, name: string, address: string): Promise<void> => {
  const switchOf = (who: string) => page.getByRole('button', { name: new RegExp(t('people.switch.label', { name: who })) });
  await switchOf('.*').click();
  await page.getByRole('menuitem', { name: new RegExp(name) }).click();
  await expect(switchOf(`${name}.*`)).toBeVisible();
  await goTo(page, address);
};

/** The calculation's ground: our car, its share of fault and its covers. */
export const setBasis = async (w: Walk): Promise<void> => {
  const { page, t } = w;
  await w.button(t('settlement.page.open')).click();
  await arrived(page, 'review');
  await w.button(t('settlement.basis.open')).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: t('settlement.list.add.vehicles') }).click();
  const vehicles = drawer.getByRole('grid', { name: t('settlement.list.vehicles') });
  await vehicles.locator('[data-row="0"] [data-column="0"]').click();
  await expect(vehicles.locator('input')).toBeFocused();
  await page.keyboard.type('car');
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Tab');
  for (const text of [t('settlement.value.main'), '70%', t('settlement.value.true'), '1000000']) {
    await page.keyboard.type(text);
    await page.keyboard.press(text === '1000000' ? 'Enter' : 'Tab');
  }
  await drawer.getByRole('button', { name: t('settlement.basis.save') }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
};

type Cut = { allowed: string; amount: string; reason: string; clause?: string; told?: boolean };

const allow = async (w: Walk, kind: string, allowed: string): Promise<void> => {
  await opened(
    w,
    row(w, kind)
      .getByRole('button', { name: w.t('damages.table.change'), exact: true })
      .last(),
  );
  await w.fill('damages.field.allowedFen', allowed);
  await save(w.page);
};

const decide = async (w: Walk, kind: string): Promise<void> => {
  await row(w, kind)
    .getByRole('button', { name: w.t('damages.table.decide'), exact: true })
    .click();
  await expect(row(w, kind).getByText(w.t('damages.decision.decided'), { exact: true })).toBeVisible();
};

const cutItem = async (w: Walk, kind: string, cut: Cut): Promise<void> => {
  const { page, t } = w;
  await allow(w, kind, cut.allowed);
  await opened(w, row(w, kind).getByRole('button', { name: t('damages.deduction.add'), exact: true }));
  await w.fill('damages.deduction.amount', cut.amount);
  await w.fill('damages.deduction.clause', cut.clause ?? '');
  await w.fill('damages.deduction.reason', cut.reason);
  const tie = cut.told === true ? w.t('contacts.understood.yes') : t('damages.deduction.notToldBefore');
  await pick(page, named(t('damages.deduction.tie')), tie);
  await save(page);
  await decide(w, kind);
};

/** Item by item: what is allowed, why less, and whether it was told before. */
export const reviewItems = async (w: Walk): Promise<void> => {
  for (const [kind, cut] of Object.entries(money.cuts)) await cutItem(w, kind, cut);
};

export const makeOffer = async (w: Walk, version: number): Promise<void> => {
  await opened(w, w.button(w.t('offers.panel.make', { version })));
  await w.fill('offers.make.explanation', money.explained);
  await save(w.page);
  await expect(offerCard(w, version)).toBeVisible();
};

/** Hands the version in and waits for the state it comes to. */
export const handIn = async (w: Walk, version: number, state: 'approved' | 'submitted'): Promise<void> => {
  await act(w, version, 'submit').click();
  await expect(offerCard(w, version).getByText(w.t(`offers.state.${state}`), { exact: true })).toBeVisible();
};

export const putOffer = async (w: Walk, version: number): Promise<void> => {
  await opened(w, act(w, version, 'put'));
  await w.choose(w.t('offers.put.understood'), 1);
  await w.fill('offers.put.words', money.explained);
  await save(w.page);
  await expect(offerCard(w, version).getByText(w.t('offers.state.put'), { exact: true })).toBeVisible();
};

/** One round item by item, and the counter-offer that came of it. */
export const talkAndCounter = async (w: Walk): Promise<void> => {
  const { page, t } = w;
  await opened(w, w.button(t('offers.talk.record', { round: 1 })));
  for (const kind of ['nursing', 'lostIncome'] as const)
    await type(page, named(t('offers.talk.itemTheirs', { item: t(`damages.kind.${kind}`) })), money.talk[kind]);
  await w.choose(t('offers.talk.reply'), 3);
  await w.fill('offers.talk.words', money.talk.words);
  await save(page);
  await opened(w, act(w, 1, 'reply'));
  await choose(page, named(t('offers.reply.answer')), 1);
  await w.fill('offers.reply.counter', money.counter.amount);
  await w.fill('offers.reply.words', money.counter.words);
  await save(page);
};

/** One item is opened again and allowed better, with the cut that is left. */
export const improveNursing = async (w: Walk): Promise<void> => {
  const { page, t } = w;
  await row(w, 'nursing')
    .getByRole('button', { name: t('damages.table.reopen'), exact: true })
    .click();
  await expect(row(w, 'nursing').getByText(t('damages.decision.open'), { exact: true })).toBeVisible();
  await opened(
    w,
    row(w, 'nursing')
      .getByRole('button', { name: t('damages.table.change'), exact: true })
      .first(),
  );
  await w.fill('damages.deduction.amount', money.better.amount);
  await w.fill('damages.deduction.reason', money.better.reason);
  await save(page);
  await allow(w, 'nursing', money.better.allowed);
  await decide(w, 'nursing');
};

/** Above the own limit: the request is written from the card and handed in. */
export const escalateOffer = async (w: Walk, version: number): Promise<void> => {
  await opened(w, act(w, version, 'escalate'));
  await w.fill('offers.escalate.why', money.talk.words);
  await save(w.page);
};

/** The superior approves what was asked, in the queue; the offer's own card names the limits as well, so the dossier is waited for. */
export const approveAsked = async (w: Walk): Promise<void> => {
  const { page, t } = w;
  const dossier = w.section(t('escalation-queue.dossier.title'));
  await expect(dossier.getByText(t('people.authority.built-in', { version: 1 }), { exact: false })).toBeVisible();
  await approve(page);
  await expect(page.getByText(t('escalations.state.approved'), { exact: true }).first()).toBeVisible();
};

/** The text is read on the screen and signed on it. */
export const signOffer = async (w: Walk, version: number): Promise<string> => {
  const { page, t } = w;
  await opened(w, act(w, version, 'accept'));
  const text = await w
    .dialog()
    .getByRole('region', { name: t('offers.accept.text') })
    .innerText();
  const pad = w.dialog().getByRole('img', { name: t('offers.accept.signHere') });
  await w.choose(t('offers.accept.understood'), 1);
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (box === null) throw new Error('no place to sign');
  await page.mouse.move(box.x + 60, box.y + 60);
  await page.mouse.down();
  for (const [x, y] of [
    [90, 30],
    [130, 90],
    [200, 50],
  ] as const)
    await page.mouse.move(box.x + x, box.y + y);
  await page.mouse.up();
  await tabTo(page, w.labelled(t('offers.accept.save'), w.dialog()));
  await save(page);
  await expect(offerCard(w, version).getByText(t('offers.state.accepted'), { exact: true })).toBeVisible();
  return text;
};

/** Each payer's part is recorded; with the last one the version is paid, and the person is asked. */
export const payAndAsk = async (w: Walk, version: number): Promise<void> => {
  const { page, t } = w;
  const pay = offerCard(w, version).getByRole('button', { name: t('payments.act.record'), exact: true });
  for (const left of [2, 1]) {
    await expect(offerCard(w, version).getByText(new RegExp(t('payments.left', { layer: '.*', amount: '.*' })))).toHaveCount(left);
    await opened(w, pay);
    await w.fill('payments.record.reference', money.payment);
    await save(page);
  }
  await expect(offerCard(w, version).getByText(t('offers.state.paid'), { exact: true })).toBeVisible();
  await opened(w, offerCard(w, version).getByRole('button', { name: t('payments.act.ask'), exact: true }));
  await w.choose(t('payments.ask.score'), 4);
  await save(page);
};

/** 部分赔付通知: written from the review, and sent. */
export const writeLetter = async (w: Walk): Promise<void> => {
  const { page, t } = w;
  await opened(w, w.button(t('letters.write')));
  await w.fill('letters.dialog.reason', money.letter.reason);
  await w.fill('letters.dialog.clause', money.letter.clause);
  await save(page);
  await opened(w, w.button(t('letters.send')));
  await save(page);
  await expect(w.section(t('letters.title')).getByText(t('letters.state.sent'), { exact: true })).toBeVisible();
};
