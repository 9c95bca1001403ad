import { expect, it, onTestFinished } from 'vitest';
import { addDeduction } from '../../../../electron/core/damages/add-deduction.ts';
import { addItem } from '../../../../electron/core/damages/add-item.ts';
import { decideItem } from '../../../../electron/core/damages/decide-item.ts';
import { editDeduction } from '../../../../electron/core/damages/edit-deduction.ts';
import { editItem } from '../../../../electron/core/damages/edit-item.ts';
import { damageItem, deduction } from '../../../../shared/damages/model.ts';
import { findRow } from '../../../../electron/db/rows.ts';
import { addDisclosure, addParty, asItem, openReview, voidRow, workAs } from '../../../support/review.ts';
import { addTestCase } from '../../../support/core.ts';

const early = '2026-03-01T01:00:00.000Z';

const setUp = async () => {
  const test = await openReview(onTestFinished);
  const { session, caseId, partyId } = test;
  const item = addItem(session, { caseId, values: { partyId, kind: 'nursing', claimedFen: 30_000, allowedFen: 20_000 } });
  if (!item.ok) throw new Error(item.error.code);
  return { ...test, itemId: asItem(item.value.id) };
};

const decision = ({ session, itemId }: Awaited<ReturnType<typeof setUp>>) => findRow(session.read, damageItem, itemId)?.decision;

it('decides an item whose deduction was announced', async () => {
  const test = await setUp();
  const { session, caseId, itemId } = test;
  const disclosureId = addDisclosure(session, { caseId, toldAt: early });
  expect(addDeduction(session, { caseId, values: { itemId, amountFen: 10_000, reason: '无医嘱', disclosureId } }).ok).toBe(true);
  expect(decideItem(session, { caseId, itemId, decided: true })).toEqual({ ok: true, value: undefined });
  expect(decision(test)).toBe('decided');
  expect(decideItem(session, { caseId, itemId, decided: false }).ok).toBe(true);
  expect(decision(test)).toBe('open');
});

it('keeps an item open while a deduction is neither tied nor openly marked', async () => {
  const test = await setUp();
  const { session, caseId, itemId } = test;
  const made = addDeduction(session, { caseId, values: { itemId, amountFen: 10_000, reason: '无医嘱' } });
  const deductionId = made.ok ? made.value.id : '';
  expect(decideItem(session, { caseId, itemId, decided: true })).toMatchObject({ ok: false, error: { code: 'damage.told-before-open' } });
  const seen = findRow(session.read, deduction, deductionId)?.rev ?? 0;
  expect(editDeduction(session, { caseId, deductionId, seen, values: { notToldBefore: true } }).ok).toBe(true);
  expect(decideItem(session, { caseId, itemId, decided: true }).ok).toBe(true);
});

it('refuses to decide an item that does not balance, and changes nothing', async () => {
  const test = await setUp();
  const answer = decideItem(test.session, { caseId: test.caseId, itemId: test.itemId, decided: true });
  expect(answer).toMatchObject({ ok: false, error: { code: 'damage.not-balanced', facts: { missingFen: 10_000 } } });
  expect(decision(test)).toBe('open');
});

it('refuses a disclosure of another case, of another party, voided, or told only afterwards', async () => {
  const { session, caseId, itemId } = await setUp();
  const other = addTestCase(session);
  const voided = addDisclosure(session, { caseId, toldAt: early });
  voidRow(session, caseId, { entity: 'disclosure', id: voided });
  const tries = [
    [addDisclosure(session, { caseId: other, toldAt: early }), 'not-found'],
    [addDisclosure(session, { caseId, toldAt: early, partyId: addParty(session, caseId, '伤者乙') }), 'damage.told-before-open'],
    [voided, 'not-found'],
    [addDisclosure(session, { caseId, toldAt: '2026-03-05T01:00:00.000Z' }), 'damage.told-before-open'],
  ] as const;
  for (const [disclosureId, code] of tries) {
    const answer = addDeduction(session, { caseId, values: { itemId, amountFen: 10_000, reason: '无医嘱', disclosureId } });
    expect(answer).toMatchObject({ ok: false, error: { code, field: 'values.disclosureId' } });
  }
});

it('looks again at the disclosure when the item is decided', async () => {
  const { session, caseId, itemId } = await setUp();
  const disclosureId = addDisclosure(session, { caseId, toldAt: early });
  addDeduction(session, { caseId, values: { itemId, amountFen: 10_000, reason: '无医嘱', disclosureId } });
  voidRow(session, caseId, { entity: 'disclosure', id: disclosureId });
  expect(decideItem(session, { caseId, itemId, decided: true })).toMatchObject({ ok: false, error: { code: 'damage.told-before-open' } });
});

it('does not tie a deduction to a disclosure that was told after it was entered', async () => {
  const { session, caseId, itemId, clock } = await setUp();
  const made = addDeduction(session, { caseId, values: { itemId, amountFen: 10_000, reason: '无医嘱', notToldBefore: true } });
  const deductionId = made.ok ? made.value.id : '';
  clock.advance(600);
  const disclosureId = addDisclosure(session, { caseId, toldAt: session.clock.now().at });
  const seen = findRow(session.read, deduction, deductionId)?.rev ?? 0;
  const answer = editDeduction(session, { caseId, deductionId, seen, values: { disclosureId } });
  expect(answer).toMatchObject({ ok: false, error: { code: 'damage.told-before-open', field: 'values.disclosureId' } });
});

it('never deducts more than was claimed', async () => {
  const { session, caseId, itemId } = await setUp();
  addDeduction(session, { caseId, values: { itemId, amountFen: 25_000, reason: '一' } });
  const answer = addDeduction(session, { caseId, values: { itemId, amountFen: 5_001, reason: '二' } });
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'damage.deduction-over-claim', facts: { claimedFen: 30_000, deductedFen: 30_001 } },
  });
});

it('needs a reason for every deduction', async () => {
  const { session, caseId, itemId } = await setUp();
  const answer = addDeduction(session, { caseId, values: { itemId, amountFen: 1, reason: ' \u200B ' } });
  expect(!answer.ok && answer.error.field).toBe('values.reason');
});

it('keeps amounts of a decided item, but lets its remark be written', async () => {
  const { session, caseId, itemId } = await setUp();
  addDeduction(session, { caseId, values: { itemId, amountFen: 10_000, reason: '无医嘱', notToldBefore: true } });
  decideItem(session, { caseId, itemId, decided: true });
  const seen = findRow(session.read, damageItem, itemId)?.rev ?? 0;
  expect(editItem(session, { caseId, itemId, seen, values: { allowedFen: 1 } })).toMatchObject({
    ok: false,
    error: { code: 'wrong-state' },
  });
  expect(addDeduction(session, { caseId, values: { itemId, amountFen: 1, reason: '再扣' } })).toMatchObject({
    ok: false,
    error: { code: 'wrong-state' },
  });
  expect(editItem(session, { caseId, itemId, seen, values: { remark: '已当面说明' } }).ok).toBe(true);
  expect(findRow(session.read, damageItem, itemId)?.remark).toBe('已当面说明');
});

it('tells two windows apart that edit the same amount', async () => {
  const { session, caseId, itemId } = await setUp();
  const seen = findRow(session.read, damageItem, itemId)?.rev ?? 0;
  expect(editItem(session, { caseId, itemId, seen, values: { claimedFen: 31_000 } }).ok).toBe(true);
  const second = editItem(session, { caseId, itemId, seen, values: { claimedFen: 32_000 } });
  expect(second).toMatchObject({ ok: false, error: { code: 'conflict' } });
  expect(findRow(session.read, damageItem, itemId)?.claimedFen).toBe(31_000);
});

it('lets a surveyor enter items, but not allow, deduct or decide', async () => {
  const { session, caseId, partyId, itemId } = await setUp();
  workAs(session, 'surveyor');
  expect(addItem(session, { caseId, values: { partyId, kind: 'transport', claimedFen: 100 } }).ok).toBe(true);
  const refused = [
    addItem(session, { caseId, values: { partyId, kind: 'transport', claimedFen: 100, allowedFen: 100 } }),
    addDeduction(session, { caseId, values: { itemId, amountFen: 1, reason: '理由' } }),
    decideItem(session, { caseId, itemId, decided: true }),
  ];
  expect(refused.map((answer) => !answer.ok && answer.error.code)).toEqual(['forbidden', 'forbidden', 'forbidden']);
});

it('refuses a party of another case and an item without kind', async () => {
  const { session, caseId, partyId } = await setUp();
  const stranger = addParty(session, addTestCase(session));
  const foreign = addItem(session, { caseId, values: { partyId: stranger, kind: 'medical' } });
  expect(foreign).toMatchObject({ ok: false, error: { code: 'not-found', field: 'values.partyId' } });
  expect(addItem(session, { caseId, values: { partyId } })).toMatchObject({ ok: false, error: { code: 'required', field: 'values.kind' } });
});
