import { expect, it, onTestFinished } from 'vitest';
import { askSatisfaction } from '../../../../electron/core/payments/ask-satisfaction.ts';
import { followUp } from '../../../../electron/core/payments/follow-up.ts';
import { recordPayment } from '../../../../electron/core/payments/record-payment.ts';
import { voidRow as hide } from '../../../../electron/core/cases/void-row.ts';
import { clocksOfCase } from '../../../../electron/core/clocks/clock-rows.ts';
import { findRow } from '../../../../electron/db/rows.ts';
import { offer } from '../../../../shared/offers/model.ts';
import { aCase, aParty, must, openFullCore, refusalOf, workAs } from '../../../support/file.ts';

const setUp = async () => {
  const t = await openFullCore(onTestFinished);
  const { session, clock } = t;
  const caseId = aCase(session) as never;
  workAs(session, 'handler');
  const partyId = aParty(session, caseId);
  const offerId = session.ids.next();
  const move = (from: string, to: string, facts = {}) => ({ op: 'transition' as const, entity: 'offer', id: offerId, from, to, facts });
  must(
    session.commit({
      kind: 'test',
      caseId,
      ops: [
        { op: 'insert', entity: 'offer', id: offerId, fields: { partyId, version: 1, amountFen: 500_000, advancesFen: 100_000 } },
        move('draft', 'put', { putAt: clock.now().at }),
        move('put', 'accepted', { answeredAt: clock.now().at }),
      ],
    }),
  );
  const pay = (amountFen: number, paidOn = '2026-03-02') =>
    recordPayment(session, {
      caseId,
      offerId,
      payer: 'commercial',
      layer: 'commercial',
      amountFen,
      paidOn,
      reference: 'PAY-1',
      note: null,
    });
  const ask = (score: number, ownerName: string | null = null) =>
    askSatisfaction(session, {
      caseId,
      offerId,
      score,
      ownerName,
      words: '等太久',
      askedAt: clock.now().at,
      channel: 'phone',
      answeredBy: 'injured',
    });
  const kinds = (): string[] =>
    clocksOfCase(session.read, caseId)
      .map(({ kind }) => kind)
      .filter((kind) => /payment|satisfaction/.test(kind));
  return { ...t, caseId, offerId, pay, ask, kinds, state: () => findRow(session.read, offer, offerId)?.state };
};

it('keeps each payment, is paid with the last one, and moves the clocks along', async () => {
  const t = await setUp();
  expect(t.kinds()).toEqual(['payment']);
  expect(must(t.pay(150_000))).toMatchObject({ paid: false });
  expect([t.state(), t.kinds()]).toEqual(['accepted', ['payment']]);
  expect(must(t.pay(250_000))).toMatchObject({ paid: true });
  expect([t.state(), t.kinds()]).toEqual(['paid', ['satisfaction']]);
});

it('refuses more than is owed, nothing, a day before the acceptance and a day that has not come', async () => {
  const t = await setUp();
  expect(refusalOf(t.pay(400_001))).toBe('payment.too-much @ amountFen');
  expect(refusalOf(t.pay(0))).toBe('amount.empty @ amountFen');
  expect(refusalOf(t.pay(1, '2026-03-01'))).toBe('payment.before-acceptance @ paidOn');
  expect(refusalOf(t.pay(1, '2026-03-09'))).toBe('in-the-future @ paidOn');
  expect(refusalOf(t.pay(1, '2026-02-30'))).toBe('invalid @ paidOn');
  must(t.pay(400_000));
  expect(refusalOf(t.pay(1))).toBe('wrong-state @ offerId');
});

it('lets a slip be taken back while money is owed, and never after it was paid', async () => {
  const t = await setUp();
  const back = (id: string) => hide(t.session, { caseId: t.caseId, entity: 'payment', id, reason: '记错', restores: false });
  const slip = must(t.pay(100_000)).id;
  expect(refusalOf(back(slip))).toBe('ok');
  const whole = must(t.pay(400_000)).id;
  expect([t.state(), refusalOf(back(whole))]).toEqual(['paid', 'offer.shown @ -']);
});

it('asks once, after payment; three or below has an owner and a clock until it was followed up', async () => {
  const t = await setUp();
  expect(refusalOf(t.ask(5))).toBe('wrong-state @ offerId');
  must(t.pay(400_000));
  expect(refusalOf(t.ask(3))).toBe('payment.owner-needed @ ownerName');
  const { id } = must(t.ask(2, '吴工'));
  expect(refusalOf(t.ask(5))).toBe('wrong-state @ offerId');
  expect(t.kinds()).toEqual(['satisfaction-follow-up']);
  expect(refusalOf(followUp(t.session, { caseId: t.caseId, satisfactionId: id, followUp: ' ' }))).toBe('reason-needed @ followUp');
  must(followUp(t.session, { caseId: t.caseId, satisfactionId: id, followUp: '回电致歉，说明了到账时间' }));
  expect(t.kinds()).toEqual([]);
});
