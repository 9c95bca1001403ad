import { expect, it, onTestFinished } from 'vitest';
import { makeOffer } from '../../../../electron/core/offers/make-offer.ts';
import { putOffer } from '../../../../electron/core/offers/put-offer.ts';
import { replyToOffer } from '../../../../electron/core/offers/reply-to-offer.ts';
import { decideItem } from '../../../../electron/core/damages/decide-item.ts';
import { findRow } from '../../../../electron/db/rows.ts';
import { offer } from '../../../../shared/offers/model.ts';
import { addParty, asItem, insertRow, openReview, voidRow, workAs } from '../../../support/review.ts';

const setUp = async () => {
  const test = await openReview(onTestFinished);
  const { session, caseId, partyId } = test;
  const addItem = (allowedFen: number, decided = true): string => {
    const id = insertRow(session, {
      caseId,
      entity: 'damageItem',
      fields: { partyId, kind: 'medical', claimedFen: allowedFen, allowedFen },
    });
    if (decided) decideItem(session, { caseId, itemId: asItem(id), decided: true });
    return id;
  };
  const make = () => {
    const made = makeOffer(session, { caseId, partyId, explanation: '逐项说明' });
    if (!made.ok) throw new Error(made.error.code);
    return made.value.id;
  };
  return { ...test, addItem, make };
};

it('adds up what was allowed on the decided items and counts versions per party', async () => {
  const { session, addItem, make, caseId } = await setUp();
  addItem(120_050);
  voidRow(session, caseId, { entity: 'damageItem', id: addItem(999) });
  addItem(30_000);
  const first = findRow(session.read, offer, make());
  const second = findRow(session.read, offer, make());
  expect(first).toMatchObject({ version: 1, amountFen: 150_050, state: 'draft', explanation: '逐项说明' });
  expect(second).toMatchObject({ version: 2 });
});

it('never uses a version number twice, even after an offer was voided', async () => {
  const { session, addItem, make, caseId } = await setUp();
  addItem(100);
  voidRow(session, caseId, { entity: 'offer', id: make() });
  expect(findRow(session.read, offer, make())?.version).toBe(2);
});

it('is not made while an item is open, without items, or for a stranger', async () => {
  const { session, addItem, caseId, partyId } = await setUp();
  expect(makeOffer(session, { caseId, partyId, explanation: '' })).toMatchObject({
    ok: false,
    error: { code: 'required', field: 'partyId' },
  });
  addItem(100);
  addItem(200, false);
  expect(makeOffer(session, { caseId, partyId, explanation: '' })).toMatchObject({
    ok: false,
    error: { code: 'wrong-state', facts: { open: 1 } },
  });
  const answer = makeOffer(session, { caseId, partyId: '01950000-0000-7000-8001-00000000ffff', explanation: '' });
  expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } });
  expect(makeOffer(session, { caseId, partyId: addParty(session, caseId, '无项目'), explanation: '' }).ok).toBe(false);
});

it('goes from draft to put to countered to accepted and keeps every word of it', async () => {
  const { session, addItem, make, caseId } = await setUp();
  addItem(100);
  const offerId = make();
  expect(putOffer(session, { caseId, offerId }).ok).toBe(true);
  const counter = { caseId, offerId, answer: 'countered', reply: '护理费不能一分没有', counterFen: 50_000 } as const;
  expect(replyToOffer(session, counter).ok).toBe(true);
  expect(replyToOffer(session, { caseId, offerId, answer: 'accepted', reply: '', counterFen: null }).ok).toBe(true);
  const row = findRow(session.read, offer, offerId);
  expect(row).toMatchObject({ state: 'accepted', reply: '护理费不能一分没有', counterFen: 50_000 });
  expect(row?.putAt).toMatch(/^2026-03-02T/);
});

it('refuses answers before the offer was put, after it was settled, and counters without an amount', async () => {
  const { session, addItem, make, caseId } = await setUp();
  addItem(100);
  const offerId = make();
  const answer = (to: 'accepted' | 'countered' | 'refused') =>
    replyToOffer(session, { caseId, offerId, answer: to, reply: '', counterFen: null });
  expect(answer('accepted')).toMatchObject({ ok: false, error: { code: 'wrong-state' } });
  putOffer(session, { caseId, offerId });
  expect(putOffer(session, { caseId, offerId })).toMatchObject({ ok: false, error: { code: 'wrong-state' } });
  expect(answer('countered')).toMatchObject({ ok: false, error: { code: 'required', field: 'counterFen' } });
  expect(answer('refused').ok).toBe(true);
  expect(answer('accepted')).toMatchObject({ ok: false, error: { code: 'wrong-state' } });
});

it('is not for surveyors to make', async () => {
  const { session, addItem, caseId, partyId } = await setUp();
  addItem(100);
  workAs(session, 'surveyor');
  expect(makeOffer(session, { caseId, partyId, explanation: '' })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
});
