import { expect, it, onTestFinished } from 'vitest';
import { listAdvances } from '../../../../electron/core/advances/list-advances.ts';
import { askAdvance, decideAdvance, payAdvance } from '../../../../electron/core/advances/move-advance.ts';
import { editAdvance, writeAdvance } from '../../../../electron/core/advances/write-advance.ts';
import { decideItem } from '../../../../electron/core/damages/decide-item.ts';
import { makeOffer } from '../../../../electron/core/offers/make-offer.ts';
import { calculatedGround } from '../../../../electron/core/workflows/offer-ground.ts';
import { openCase } from '../../../../electron/core/workflows/open-case.ts';
import { findRow } from '../../../../electron/db/rows.ts';
import { advance, type Advance } from '../../../../shared/advances/model.ts';
import type { CaseId, PartyId } from '../../../../shared/kernel/ids.ts';
import { offer } from '../../../../shared/offers/model.ts';
import { aCase, aParty, must, openFullCore, refusalOf } from '../../../support/file.ts';
import { addParty, asItem, insertRow, openReview, voidRow, workAs } from '../../../support/review.ts';
import { addTestCase } from '../../../support/core.ts';

const setUp = async () => {
  const test = await openReview(onTestFinished);
  const { session, caseId, partyId } = test;
  const write = (values: Partial<Advance> = {}): string => {
    const made = writeAdvance(session, {
      caseId,
      values: { partyId, basis: 'police-notice', amountFen: 1_000_000, payTo: 'hospital', ...values } as never,
    });
    if (!made.ok) throw new Error(`${made.error.code} ${made.error.field ?? ''}`);
    return made.value.id;
  };
  const row = (id: string) => findRow(session.read, advance, id);
  const decide = (advanceId: string, changes: object = {}) =>
    decideAdvance(session, { caseId, advanceId, to: 'approved', decidedFen: 800_000, way: 'hospital', toAdd: '', ...changes });
  return { ...test, write, row, decide };
};

it('goes from draft over not yet to approved and paid, and keeps every answer', async () => {
  const { session, caseId, write, row, decide } = await setUp();
  const advanceId = write({ openReason: '交警通知明天送达' });
  workAs(session, 'surveyor');
  expect(refusalOf(askAdvance(session, { caseId, advanceId }))).toBe('ok');
  expect(refusalOf(decide(advanceId))).toBe('forbidden @ -');
  workAs(session, 'supervisor');
  expect(refusalOf(decide(advanceId, { to: 'not-yet', toAdd: '补抢救费用清单' }))).toBe('ok');
  expect(row(advanceId)).toMatchObject({ state: 'not-yet', toAdd: '补抢救费用清单', decidedFen: null });
  workAs(session, 'surveyor');
  const seen = row(advanceId)?.rev ?? 0;
  expect(refusalOf(editAdvance(session, { caseId, advanceId, seen, values: { amountFen: 900_000 } }))).toBe('ok');
  expect(refusalOf(askAdvance(session, { caseId, advanceId }))).toBe('ok');
  expect(refusalOf(editAdvance(session, { caseId, advanceId, seen, values: { amountFen: 1 } }))).toBe('wrong-state @ advanceId');
  workAs(session, 'supervisor');
  expect(refusalOf(decide(advanceId))).toBe('ok');
  expect(row(advanceId)).toMatchObject({
    state: 'approved',
    decidedFen: 800_000,
    decidedWay: 'hospital',
    toAdd: null,
    decidedByName: 'supervisor 甲',
  });
  expect(refusalOf(payAdvance(session, { caseId, advanceId, paidOn: '2026-03-02', way: 'hospital', note: '' }))).toBe('ok');
  expect(row(advanceId)).toMatchObject({ state: 'paid', paidOn: '2026-03-02', paidWay: 'hospital' });
});

it('is held back for the company’s own payment while liability is unclear, and not for rescue cost', async () => {
  const { session, caseId, write } = await setUp();
  expect(refusalOf(askAdvance(session, { caseId, advanceId: write({ basis: 'agreed', openReason: '着急' }) }))).toBe(
    'advance.held @ basis',
  );
  expect(refusalOf(askAdvance(session, { caseId, advanceId: write({ basis: 'recourse', openReason: '抢救中' }) }))).toBe('ok');
  expect(refusalOf(askAdvance(session, { caseId, advanceId: write() }))).toBe('reason-needed @ openReason');
});

it('is written only for a person of this case, and paid only after it was approved and not in the future', async () => {
  const { session, caseId, write, decide } = await setUp();
  const other = addTestCase(session);
  const stranger = addParty(session, other, '别案伤者');
  expect(refusalOf(writeAdvance(session, { caseId, values: { partyId: stranger } }))).toBe('not-found @ values.partyId');
  expect(refusalOf(writeAdvance(session, { caseId, values: {} }))).toBe('required @ values.partyId');
  const advanceId = write({ openReason: '抢救中' });
  const pay = (paidOn: string) => refusalOf(payAdvance(session, { caseId, advanceId, paidOn, way: 'hospital', note: '' }));
  expect(pay('2026-03-02')).toBe('wrong-state @ advanceId');
  askAdvance(session, { caseId, advanceId });
  workAs(session, 'supervisor');
  decide(advanceId);
  expect([pay('soon'), pay('2026-12-01'), pay('2026-03-01')]).toEqual([
    'invalid @ paidOn',
    'in-the-future @ paidOn',
    'ends-before-start @ paidOn',
  ]);
});

it('is taken off the next offer once it is paid, and shown with the case file', async () => {
  const { session, caseId, partyId, write, decide } = await setUp();
  const item = insertRow(session, {
    caseId,
    entity: 'damageItem',
    fields: { partyId, kind: 'medical', claimedFen: 3_000_000, allowedFen: 3_000_000 },
  });
  decideItem(session, { caseId, itemId: asItem(item), decided: true });
  const made = () => {
    const answer = makeOffer(session, { caseId, partyId, explanation: '', lump: { reason: '先谈总额' } }, calculatedGround(session));
    return answer.ok ? findRow(session.read, offer, answer.value.id) : null;
  };
  const advanceId = write({ openReason: '抢救中' });
  askAdvance(session, { caseId, advanceId });
  workAs(session, 'supervisor');
  decide(advanceId);
  expect(made()).toMatchObject({ amountFen: 3_000_000, advancesFen: 0 });
  payAdvance(session, { caseId, advanceId, paidOn: '2026-03-02', way: 'hospital', note: '' });
  expect(made()).toMatchObject({ version: 2, amountFen: 3_000_000, advancesFen: 800_000 });
  voidRow(session, caseId, { entity: 'advance', id: advanceId });
  expect(made()).toMatchObject({ advancesFen: 0 });
  const file = openCase(session, { caseId });
  expect(file.ok && file.value.advances.map(({ state }) => state)).toEqual(['paid']);
});

it('waits in the queue of the supervisor, the longest wait first, and is never decided by who asked', async () => {
  const { session, caseId, write, row, decide } = await setUp();
  workAs(session, 'surveyor');
  const first = write({ openReason: '抢救中' });
  askAdvance(session, { caseId, advanceId: first });
  write({ openReason: '草稿不排队' });
  workAs(session, 'supervisor');
  const own = write({ openReason: '自己写的' });
  askAdvance(session, { caseId, advanceId: own });
  const waiting = listAdvances(session, { show: 'waiting' });
  expect(waiting.ok && waiting.value.map((line) => [line.advance.id, line.own])).toEqual([
    [first, false],
    [own, true],
  ]);
  expect(refusalOf(decide(own))).toBe('request.own @ advanceId');
  expect(row(own)?.state).toBe('asked');
  expect(refusalOf(decide(first))).toBe('ok');
  const left = listAdvances(session, { show: 'waiting' });
  expect(left.ok && left.value.map((line) => line.advance.id)).toEqual([own]);
});

it('runs a decision clock from asking until it is answered, and again from asking anew', async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session) as CaseId;
  const partyId = aParty(session, caseId) as PartyId;
  const running = () => must(openCase(session, { caseId })).clocks.filter(({ kind }) => kind === 'advance-decision');
  const values = { partyId, basis: 'recourse', amountFen: 1_000_000, payTo: 'hospital', need: '手术押金', openReason: '抢救中' } as const;
  const { id: advanceId } = must(writeAdvance(session, { caseId, values }));
  expect(running()).toEqual([]);
  must(askAdvance(session, { caseId, advanceId }));
  expect(running()).toMatchObject([{ refId: advanceId, waitingFor: 'superior', basis: 'company', what: '手术押金' }]);
  workAs(session, 'supervisor');
  must(decideAdvance(session, { caseId, advanceId, to: 'not-yet', decidedFen: null, way: 'hospital', toAdd: '补清单' }));
  expect(running()).toEqual([]);
  workAs(session, 'surveyor');
  must(askAdvance(session, { caseId, advanceId }));
  expect(running()).toHaveLength(1);
});
