import { expect, it } from 'vitest';
import type { MediationRound } from '../../../shared/mediations/model.ts';
import { nextRound, offerLadder, roundProblem } from '../../../shared/mediations/rules.ts';
import type { Offer } from '../../../shared/offers/model.ts';
import { restOf } from '../../../shared/offers/rules.ts';

it('counts rounds on from the highest number ever given', () => {
  expect(nextRound([])).toBe(1);
  expect(nextRound([{ round: 3 }, { round: 1 }])).toBe(4);
});

const heldAt = '2026-03-02T02:00:00.000Z';
it.each([
  [{ partyId: 'a', heldAt, reply: 'agreed' }, null],
  [{ heldAt, reply: 'agreed' }, 'required @ values.partyId'],
  [{ partyId: 'a', heldAt, reply: 'countered' }, 'required @ values.theirProposalFen'],
  [{ partyId: 'a', heldAt, reply: 'countered', theirProposalFen: 0 }, null],
  [{ partyId: 'a', heldAt, reply: 'refused', nextOn: '2026-03-01' }, 'ends-before-start @ values.nextOn'],
  [{ partyId: 'a', heldAt, reply: 'refused', nextOn: '2026-03-02' }, null],
])('a round %o is answered with %s', (values, answer) => {
  const wrong = roundProblem(values as never);
  expect(wrong && `${wrong.code} @ ${wrong.field ?? ''}`).toBe(answer);
});

it('puts rounds and offers that were put on one ladder in the order of time', () => {
  const round = (changes: object) =>
    ({
      id: 'r',
      partyId: 'a',
      round: 1,
      heldAt,
      ourProposalFen: 100,
      theirProposalFen: 300,
      voidReason: null,
      ...changes,
    }) as MediationRound;
  const offer = (changes: object) =>
    ({
      id: 'o',
      partyId: 'a',
      version: 1,
      state: 'countered',
      amountFen: 120,
      counterFen: 250,
      at: heldAt,
      putAt: '2026-03-05T02:00:00.000Z',
      voidReason: null,
      ...changes,
    }) as Offer;
  const rungs = offerLadder(
    {
      rounds: [round({}), round({ id: 'silent', ourProposalFen: null, theirProposalFen: null }), round({ id: 'gone', voidReason: 'x' })],
      offers: [
        offer({}),
        offer({ id: 'draft', state: 'draft' }),
        offer({ id: 'taken', version: 2, state: 'accepted', amountFen: 200, counterFen: null, putAt: '2026-03-09T02:00:00.000Z' }),
        offer({ id: 'other', partyId: 'b' }),
      ],
    },
    'a',
  );
  expect(rungs.map(({ id, oursFen, theirsFen }) => [id, oursFen, theirsFen])).toEqual([
    ['r', 100, 300],
    ['o', 120, 250],
    ['taken', 200, 200],
  ]);
});

it.each([
  [150_000, 50_000, 100_000, 0],
  [150_000, null, 150_000, 0],
  [50_000, 80_000, 0, 30_000],
])('an offer of %d fen after advances of %s leaves %d to pay and %d to give back', (amountFen, advancesFen, restFen, surplusFen) => {
  expect(restOf({ amountFen, advancesFen })).toEqual({ restFen, surplusFen });
});
