import { describe, expect, it } from 'vitest';
import { actsOf, isCovered, ratioInWords, type OfferAct } from '../../../../renderer/features/offers/offer-view.ts';
import type { CaseFile } from '../../../../shared/cases/contract.ts';
import type { Offer, OfferState } from '../../../../shared/offers/model.ts';

const row = (state: OfferState): Offer =>
  ({
    id: 'o',
    partyId: 'p',
    state,
    at: '2026-03-01T00:00:00.000Z',
    amountFen: 20_000_000,
    sheet: null,
    voidReason: null,
  }) as unknown as Offer;
const sight = { mayMake: true, mayApprove: true, signed: false, stale: false };

describe('what can be done with a version', () => {
  it.each<[string, OfferState, Partial<typeof sight>, OfferAct[]]>([
    ['within the own limit it is approved or given back', 'submitted', {}, ['approve', 'return']],
    ['above it one asks superiors and approves nothing', 'submitted', { mayApprove: false }, ['return', 'escalate']],
    ['a stale one goes nowhere but back', 'submitted', { stale: true, mayApprove: false }, ['return']],
    ['a stale draft is not handed in', 'draft', { stale: true }, []],
    ['who may not make offers only looks at the signature', 'accepted', { mayMake: false, signed: true }, ['signed']],
    ['a put one is signed or answered', 'put', {}, ['accept', 'reply']],
    ['a paid one is closed', 'paid', { signed: true }, ['signed', 'close']],
  ])('%s', (_title, state, changes, acts) => {
    expect(actsOf(row(state), { ...sight, ...changes })).toEqual(acts);
  });
});

describe('a decision of superiors', () => {
  const decision = (changes: object) => ({
    id: 'e',
    partyId: 'p',
    kind: 'over-authority',
    state: 'approved',
    decidedFen: 20_000_000,
    decidedAt: '2026-03-02T00:00:00.000Z',
    voidReason: null,
    ...changes,
  });
  it.each([
    ['covers the amount it grants', {}, true],
    ['covers no more than it grants', { decidedFen: 19_999_999 }, false],
    ['covers no version made after it', { decidedAt: '2026-02-28T00:00:00.000Z' }, false],
    ['that was voided covers nothing', { voidReason: '写错' }, false],
    ['about somebody else covers nothing', { partyId: 'q' }, false],
  ])('%s', (_title, changes, covered) => {
    expect(isCovered({ escalations: [decision(changes)] } as unknown as CaseFile, row('submitted'))).toBe(covered);
  });
});

it.each([
  ['0.7', '70%'],
  ['0.335', '33.5%'],
  ['1', '100%'],
  ['', ''],
  ['按约定', '按约定'],
])('the share %j reads %j', (ratio, words) => {
  expect(ratioInWords(ratio)).toBe(words);
});
