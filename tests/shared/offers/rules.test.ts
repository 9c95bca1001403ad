import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { builtInAuthority, grantFor, type Grant } from '../../../shared/offers/authority.ts';
import { compareSheets } from '../../../shared/offers/compare.ts';
import { offer, offerStates, type OfferState } from '../../../shared/offers/model.ts';
import { lastNamed, nextTalk, talkTotals } from '../../../shared/offers/negotiation-rules.ts';
import { approvalOf, canMoveOffer, isShown, moveProblem, oursOf, restOf } from '../../../shared/offers/rules.ts';
import type { OfferSheet, SheetLine, SheetPayer } from '../../../shared/offers/sheet-model.ts';
import { staleOf } from '../../../shared/offers/stale.ts';
import { sheetText } from '../../../shared/offers/acceptance-rules.ts';

const line = (changes: Partial<SheetLine> = {}): SheetLine => ({
  itemId: 'i1',
  kind: 'medical',
  label: null,
  days: null,
  basis: null,
  claimedFen: 5_000,
  computedFen: 4_000,
  allowedFen: 4_000,
  deductions: [{ id: 'd1', amountFen: 1_000, reason: '目录外用药', clause: null, disclosureId: null, toldAt: null, notTold: true }],
  ...changes,
});
const payer = (changes: Partial<SheetPayer> = {}): SheetPayer => ({
  payer: 'commercial:a',
  layer: 'commercial',
  vehicle: 'a',
  ours: true,
  dueFen: 4_000,
  alreadyPaidFen: 500,
  refundsFen: 0,
  toPartyFen: 3_500,
  ...changes,
});
const sheet = (changes: Partial<OfferSheet> = {}): OfferSheet => ({
  lines: [line()],
  claimedFen: 5_000,
  allowedFen: 4_000,
  deductedFen: 1_000,
  shares: [{ vehicle: 'a', ratio: '0.7' }],
  payers: [payer()],
  ownShareFen: 0,
  alreadyPaidFen: 500,
  refundsFen: 0,
  receivesFen: 3_500,
  surplusFen: 0,
  ruleSet: 'CN-2022',
  packId: 'cn',
  packVersion: '1',
  lumpReason: null,
  ...changes,
});

describe('the states of an offer', () => {
  /** Every state that can be reached from `start` without passing through `without`. */
  const reachable = (start: OfferState, without: OfferState): Set<string> => {
    const seen = new Set<string>();
    const walk = (state: OfferState): void => {
      if (seen.has(state) || state === without) return;
      seen.add(state);
      for (const next of offerStates) if (canMoveOffer(state, next)) walk(next);
    };
    walk(start);
    return seen;
  };

  it('lead to paid by no path that leaves acceptance out', () => {
    expect(reachable('draft', 'accepted').has('paid')).toBe(false);
    expect(reachable('draft', 'closed').has('paid')).toBe(true);
  });

  it('never go back once the party has seen it', () => {
    for (const from of offerStates.filter(isShown)) {
      for (const to of offerStates.filter((state) => !isShown(state)))
        expect([from, to, canMoveOffer(from, to)]).toEqual([from, to, false]);
    }
  });

  it('let only a version without a sheet be put unapproved', () => {
    expect(moveProblem({ state: 'draft', sheet: null }, 'put')).toBeNull();
    expect(moveProblem({ state: 'draft', sheet: sheet() }, 'put')?.code).toBe('wrong-state');
    expect(moveProblem({ state: 'approved', sheet: sheet() }, 'put')).toBeNull();
  });

  it('write no content: everything but the states is written once', () => {
    const loose = Object.entries(offer.fields).filter(([, field]) => field.merge === 'set');
    expect(loose).toEqual([]);
  });

  it('walk at random only along moves, and are paid only after being accepted', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...offerStates), { maxLength: 40 }), (wishes) => {
        let state: OfferState = 'draft';
        const passed: OfferState[] = [state];
        for (const to of wishes) {
          if (moveProblem({ state, sheet: sheet() }, to) !== null) continue;
          state = to;
          passed.push(to);
        }
        const before = passed.includes('paid') ? passed.slice(0, passed.indexOf('paid')) : ['approved', 'put', 'accepted'];
        expect(before).toEqual(expect.arrayContaining(['approved', 'put', 'accepted']));
      }),
      { seed: 20_260_302, numRuns: 500 },
    );
  });
});

const grant = (changes: Partial<Grant> = {}): Grant => ({
  id: 'e',
  partyId: 'p',
  kind: 'over-authority',
  state: 'approved',
  decidedFen: 20_000_000,
  decidedAt: '2026-03-03',
  ...changes,
});

describe('who may approve how much', () => {
  const of = { partyId: 'p', amountFen: 20_000_000, sheet: null, at: '2026-03-02' } as never;
  test.each([
    ['a surveyor nothing', 'surveyor', [grant()], 'offer.over-authority'],
    ['a handler not above the limit', 'handler', [], 'offer.over-authority'],
    ['a handler under a decision that covers it', 'handler', [grant()], 'ok'],
    ['not under one that allows less', 'handler', [grant({ decidedFen: 19_999_999 })], 'offer.over-authority'],
    ['nor under one about somebody else', 'handler', [grant({ partyId: 'q' })], 'offer.over-authority'],
    ['nor under one from before the offer', 'handler', [grant({ decidedAt: '2026-03-01' })], 'offer.over-authority'],
    ['nor under a refusal', 'handler', [grant({ state: 'refused' })], 'offer.over-authority'],
    ['a supervisor alone', 'supervisor', [], 'ok'],
    ['an administrator nothing', 'admin', [], 'offer.over-authority'],
  ] as const)('%s', (_title, role, grants, expected) => {
    const answer = approvalOf(of, { policy: builtInAuthority, role, grants });
    expect(answer.ok ? 'ok' : answer.error.code).toBe(expected);
  });

  it('counts only what the company pays', () => {
    const both = sheet({ payers: [payer(), payer({ payer: 'person:a', layer: 'person', ours: false, dueFen: 9_000 })] });
    expect(oursOf({ amountFen: 13_000, sheet: both })).toBe(4_000);
  });

  it('takes the newest decision', () => {
    const grants = [grant({ id: 'old' }), grant({ id: 'new', decidedAt: '2026-03-05' })];
    expect(grantFor(grants, { partyId: 'p', oursFen: 1, madeAt: '2026-03-02' })?.id).toBe('new');
  });
});

describe('what is left to pay', () => {
  it('is what the sheet says, or the amount without the advances', () => {
    expect(restOf({ amountFen: 1_000, advancesFen: 300 })).toEqual({ restFen: 700, surplusFen: 0 });
    expect(restOf({ amountFen: 1_000, advancesFen: 1_300 })).toEqual({ restFen: 0, surplusFen: 300 });
    expect(restOf({ amountFen: 4_000, advancesFen: 500, sheet: sheet() })).toEqual({ restFen: 3_500, surplusFen: 0 });
  });
});

describe('two versions compared', () => {
  it('are the same when nothing changed, whatever the order of the lines', () => {
    const two = [line(), line({ itemId: 'i2', kind: 'nursing' })];
    const changes = compareSheets(sheet({ lines: two }), sheet({ lines: two.toReversed() }));
    expect(changes).toEqual({ lines: [], unchanged: 2, payers: [], shares: [], ground: null, totals: [] });
  });

  it('say line by line what changed and why', () => {
    const [told] = line().deductions;
    if (!told) throw new Error('no deduction');
    const now = line({
      allowedFen: 4_500,
      days: 20,
      deductions: [
        { ...told, amountFen: 400, toldAt: '2026-03-01T00:00:00.000Z', notTold: false },
        { ...told, id: 'd2', amountFen: 100, reason: '重复收费' },
      ],
    });
    const changes = compareSheets(
      sheet(),
      sheet({
        lines: [now, line({ itemId: 'i2', kind: 'nursing' })],
        payers: [payer({ dueFen: 4_500 })],
        shares: [{ vehicle: 'a', ratio: '0.8' }],
        packVersion: '2',
      }),
    );
    expect(changes.lines.map(({ itemId, why }) => [itemId, why.map(({ code }) => code)])).toEqual([
      ['i1', ['allowed', 'days', 'deduction-changed', 'told-since', 'deduction-added']],
      ['i2', ['new']],
    ]);
    expect(changes.payers).toMatchObject([{ layer: 'commercial', fromFen: 4_000, toFen: 4_500 }]);
    expect(changes.shares).toEqual([{ vehicle: 'a', from: '0.7', to: '0.8' }]);
    expect(changes.ground).toEqual({ from: 'CN-2022 · cn 1', to: 'CN-2022 · cn 2' });
  });
});

describe('an offer that no longer fits the file', () => {
  const item = { id: 'i1', kind: 'medical', days: null, claimedFen: 5_000, computedFen: 4_000, allowedFen: 4_000, decision: 'decided' };
  const cut = { id: 'd1', itemId: 'i1', amountFen: 1_000, reason: '目录外用药', clause: null, disclosureId: null };
  const now = (changes: Record<string, unknown> = {}) =>
    staleOf(sheet(), 500, { items: [item], deductions: [cut], advancesFen: 500, ...changes } as never);
  test.each([
    ['nothing moved', {}, []],
    ['an amount moved', { items: [{ ...item, allowedFen: 4_100 }] }, ['items']],
    ['an item was opened again', { items: [{ ...item, decision: 'open' }] }, ['items']],
    ['an item came', { items: [item, { ...item, id: 'i2' }] }, ['items']],
    ['an item went, and its deduction with it', { items: [] }, ['items', 'deductions']],
    ['a deduction got another clause', { deductions: [{ ...cut, clause: '第十条' }] }, ['deductions']],
    ['a deduction of somebody else does not count', { deductions: [cut, { ...cut, id: 'x', itemId: 'other' }] }, []],
    ['an advance was paid', { advancesFen: 900 }, ['advances']],
  ])('%s', (_title, changes, expected) => {
    expect(now(changes)).toEqual(expected);
  });
});

describe('talks', () => {
  const lines = [{ itemId: 'a', oursFen: 100, theirsFen: null, note: null }];
  const both = [
    { itemId: 'a', oursFen: 100, theirsFen: 250, note: null },
    { itemId: 'b', oursFen: 40, theirsFen: null, note: null },
  ];
  const of = (ownShareFen: number) => ({ amountFen: 98, sheet: sheet({ ownShareFen, lines: [] }) });
  it.each([
    ['a total that was named stands', { theirsFen: 900, lines }, null, { oursFen: 100, theirsFen: 900 }],
    ['items add up, and what only we named is not disputed', { lines: both }, null, { oursFen: 140, theirsFen: 290 }],
    ['without items nothing is added up', { lines: [] }, null, { oursFen: null, theirsFen: null }],
    ['no own share: as without a version', { lines: both }, of(0), { oursFen: 140, theirsFen: 290 }],
    ['with an own share losses are no totals: ours is what the version pays', { lines: both }, of(42), { oursFen: 98, theirsFen: null }],
    ['with an own share a named total stands', { lines: both, theirsFen: 150 }, of(42), { oursFen: 98, theirsFen: 150 }],
  ] as const)('%s', (_title, figures, version, totals) => {
    expect(talkTotals(figures, version)).toEqual(totals);
  });
  it('keep the newest figure of each side per item; a voided round names nothing', () => {
    const rows = [
      { round: 1, lines, voidReason: null },
      { round: 2, lines: [{ itemId: 'a', oursFen: null, theirsFen: 300, note: null }], voidReason: null },
      { round: 3, lines: [{ itemId: 'a', oursFen: 999, theirsFen: 999, note: null }], voidReason: '错' },
    ];
    expect(lastNamed(rows).get('a')).toEqual({ oursFen: 100, theirsFen: 300, round: 2 });
    expect(nextTalk(rows)).toBe(4);
  });
});

it('hashes a sheet whatever the order of its keys', () => {
  const flipped = Object.fromEntries(Object.entries(sheet()).toReversed()) as OfferSheet;
  expect(sheetText(flipped)).toBe(sheetText(sheet()));
  expect(sheetText(sheet({ receivesFen: 1 }))).not.toBe(sheetText(sheet()));
});
