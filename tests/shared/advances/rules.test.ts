import { expect, it } from 'vitest';
import { conditionsOf, medicalLimitLeft } from '../../../shared/advances/conditions.ts';
import { confirmedConditions, type Advance } from '../../../shared/advances/model.ts';
import { advancePapersOf } from '../../../shared/advances/papers.ts';
import { askProblem, decideAdvanceProblem, deductedAdvances } from '../../../shared/advances/rules.ts';

const asked = { confirmed: [...confirmedConditions], amountFen: 1_000_000, limitLeftFen: 1_800_000, liabilityFinding: null } as const;

it.each([
  ['police-notice', 'free', ['rescue', 'noticeSeen', 'costChecked', 'withinLimit', 'liability']],
  ['recourse', 'free', ['rescue', 'recourseGround', 'costChecked', 'withinLimit', 'liability']],
  ['fund', 'free', ['rescue', 'fundGround', 'withinSevenDays', 'liability']],
  ['agreed', 'held', ['urgent', 'costChecked', 'liability']],
  ['undisputed', 'free', ['amountCertain', 'liability']],
] as const)('with unclear liability, %s finds the liability condition %s', (basis, liability, ids) => {
  const conditions = conditionsOf({ ...asked, basis });
  expect(conditions.map(({ id }) => id)).toEqual(ids);
  expect(conditions.at(-1)?.status).toBe(liability);
  expect(conditions.slice(0, -1).every(({ status }) => status === 'met')).toBe(true);
  expect(conditionsOf({ ...asked, basis, liabilityFinding: 'undetermined' }).at(-1)?.status).toBe(liability);
  expect(conditionsOf({ ...asked, basis, liabilityFinding: 'equal' }).at(-1)?.status).toBe('met');
});

it('asks for nothing before a basis is chosen, and leaves what nobody confirmed open', () => {
  expect(conditionsOf({ ...asked, basis: null })).toEqual([]);
  const open = conditionsOf({ ...asked, basis: 'fund', confirmed: [] });
  expect(open.filter(({ status }) => status === 'open').map(({ id }) => id)).toEqual(['rescue', 'fundGround', 'withinSevenDays']);
});

it.each([
  ['2026-01-01', 'full', 0, 1_800_000],
  ['2026-01-01', 'full', 500_000, 1_300_000],
  ['2026-01-01', 'full', 2_000_000, 0],
  ['2026-01-01', 'none', 0, 180_000],
  ['2020-09-18', 'full', 0, 1_000_000],
  ['2006-06-30', 'full', 0, null],
  [null, 'full', 0, null],
] as const)(
  'an accident on %s with liability %s and %d fen used leaves %s fen of the medical sub-limit',
  (accidentOn, liabilityFinding, usedFen, left) => {
    expect(medicalLimitLeft({ accidentOn, liabilityFinding, usedFen })).toBe(left);
  },
);

const request = { state: 'draft', basis: 'police-notice', amountFen: 1_000, payTo: 'hospital', openReason: null } as const;
const open = [{ id: 'rescue', status: 'open', byHand: true }] as const;
const held = [{ id: 'liability', status: 'held', byHand: false }] as const;

it.each([
  [{}, [], null],
  [{ basis: null }, [], 'required @ basis'],
  [{ amountFen: 0 }, [], 'required @ amountFen'],
  [{ payTo: null }, [], 'required @ payTo'],
  [{ state: 'asked' }, [], 'wrong-state @ advanceId'],
  [{ state: 'paid' }, [], 'wrong-state @ advanceId'],
  [{}, open, 'reason-needed @ openReason'],
  [{ openReason: '院方晚间补盖章' }, open, null],
  [{ openReason: '家属着急' }, held, 'advance.held @ basis'],
  [{ state: 'not-yet' }, [], null],
] as const)('handing in %o with conditions %o answers %s', (changes, conditions, answer) => {
  const wrong = askProblem({ ...request, ...changes }, conditions);
  expect(wrong && `${wrong.code} @ ${wrong.field ?? ''}`).toBe(answer);
});

const approve = { to: 'approved', decidedFen: 900, way: 'hospital', toAdd: '' } as const;

it.each([
  ['asked', approve, null],
  ['asked', { ...approve, decidedFen: 1_001 }, 'invalid'],
  ['asked', { ...approve, decidedFen: null }, 'required'],
  ['asked', { ...approve, way: null }, 'required'],
  ['asked', { ...approve, to: 'not-yet' }, 'reason-needed'],
  ['asked', { ...approve, to: 'not-yet', toAdd: '补交警垫付通知' }, null],
  ['draft', approve, 'wrong-state'],
  ['not-yet', approve, 'wrong-state'],
] as const)('deciding a request that is %s with %o answers %s', (state, decision, answer) => {
  expect(decideAdvanceProblem({ state, amountFen: 1_000 }, decision)?.code ?? null).toBe(answer);
});

it('takes off the offer what was paid to this person and stands in the claim, nothing else', () => {
  const row = (changes: object) =>
    ({ partyId: 'a', state: 'paid', decidedFen: 100, inClaim: null, voidReason: null, ...changes }) as Advance;
  const rows = [
    row({}),
    row({ inClaim: true }),
    row({ inClaim: false }),
    row({ state: 'approved' }),
    row({ partyId: 'b' }),
    row({ voidReason: 'x' }),
  ];
  expect(deductedAdvances(rows, 'a')).toBe(200);
});

it('names the papers and finds what the file has already', () => {
  const empty = { case: { liabilityFinding: null, hospital: null }, parties: [], attachments: [], estimates: [], papers: [] };
  expect(advancePapersOf(empty, 'a').map(({ state }) => state)).toEqual(['missing', 'if-any', 'missing', 'missing']);
  const full = {
    case: { liabilityFinding: null, hospital: '市一院' },
    parties: [{ id: 'a', hospital: null }],
    attachments: [{ subject: 'scene' as const, paperId: null, voidReason: null }],
    estimates: [{ partyId: 'a' as never, costFen: 3_000_000, voidReason: null }],
    papers: [{ id: 'p', wordingId: 'policeFinding', receivedAt: '2026-03-01T00:00:00.000Z', voidReason: null }],
  };
  expect(advancePapersOf(full, 'a')).toEqual([
    { id: 'scenePhotos', state: 'there', what: 1 },
    { id: 'policeFinding', state: 'there', what: null },
    { id: 'hospital', state: 'there', what: '市一院' },
    { id: 'estimate', state: 'there', what: 3_000_000 },
  ]);
});
