import { expect, test } from 'vitest';
import { runningClocks } from '../../../shared/clocks/rules.ts';
import { basisOf, clockKinds } from '../../../shared/clocks/view.ts';
import type { CaseSnapshot, EscalationSnapshot, PaperSnapshot } from '../../../shared/steps/snapshot.ts';
import { caseSnapshot, partySnapshot } from '../../support/snapshot.ts';

const quiet = { firstReachedAt: '2020-01-01T00:00:00.000Z', papersListed: true };
const clocksOf = (changes: Partial<CaseSnapshot>) =>
  runningClocks(caseSnapshot({ ...quiet, ...changes })).map(
    ({ kind, dueAt, partyId }) => `${kind} ${dueAt.slice(0, 16)} ${partyId ?? '-'}`,
  );

const at = '2026-03-02T02:00:00.000Z';
const paper = (changes: Partial<PaperSnapshot> = {}): PaperSnapshot => ({
  id: 'p1',
  partyId: 'party-1',
  name: null,
  needed: true,
  state: 'checked',
  receivedAt: at,
  supplement: false,
  ...changes,
});
const offer = (state: string, answeredAt: string | null = null) => ({ id: 'o', partyId: 'party-1', state, answeredAt });
const request = (changes: Partial<EscalationSnapshot>): EscalationSnapshot => ({
  id: 'e',
  partyId: null,
  state: 'refused',
  ask: '通融',
  madeAt: at,
  submittedAt: at,
  decidedAt: at,
  ...changes,
});
const complaint = {
  id: 'c',
  partyId: null,
  body: '一直没人回电',
  madeAt: at,
  urgent: false,
  ownerName: null,
  contactedAt: null,
  planAt: null,
  doneAt: null,
};
const after = ['review 2026-03-05T02:00 party-1', 'determination 2026-04-01T02:00 party-1', 'undisputed-part 2026-05-01T02:00 party-1'];

// Monday 2026-03-02, 10:00 Chinese time.
const table: [string, Partial<CaseSnapshot>, string[]][] = [
  ['papers that are not all there run no review', { papers: [paper(), paper({ id: 'p2', state: 'asked', receivedAt: null })] }, []],
  [
    'an optional paper is not waited for',
    { papers: [paper(), paper({ id: 'p2', needed: false, state: 'wanted', receivedAt: null })] },
    after,
  ],
  ['a refused paper is missing again', { papers: [paper({ state: 'refused' })] }, []],
  ['papers of the accident count for everybody in it', { papers: [paper(), paper({ id: 'p2', partyId: null, state: 'wanted' })] }, []],
  ['complete papers start review, determination and the undisputed part', { papers: [paper()] }, after],
  [
    'what could be determined was paid ahead: the rest keeps its clocks',
    { papers: [paper()], undisputedPaid: ['party-1'] },
    after.slice(0, 2),
  ],
  ['what somebody else was paid ahead ends nothing here', { papers: [paper()], undisputedPaid: ['party-2'] }, after],
  [
    'a serious case is reviewed in ten days',
    { severity: 'serious', papers: [paper()] },
    ['review 2026-03-12T02:00 party-1', ...after.slice(1)],
  ],
  [
    'the oldest paper that waits is checked in two working days, one handed in again in a day',
    {
      papers: [
        paper({ state: 'received', needed: false }),
        paper({ id: 'p2', state: 'received', needed: false, receivedAt: '2026-03-03T02:00:00.000Z' }),
        paper({ id: 'p3', state: 'received', needed: false, supplement: true }),
      ],
    },
    ['papers-check 2026-03-03T02:00 party-1', 'papers-check 2026-03-04T02:00 party-1'],
  ],
  ['an offer that was put is the determination', { papers: [paper()], offers: [offer('put')] }, after.slice(2)],
  [
    'an accepted offer is paid within ten days, and nothing else of the papers runs',
    { papers: [paper()], offers: [offer('accepted', at)] },
    ['payment 2026-03-12T02:00 party-1'],
  ],
  [
    'a payment ends its clock and starts the question about satisfaction',
    { offers: [offer('paid', at)], payments: [{ id: 'y', partyId: 'party-1', paidAt: at, satisfactionAskedAt: null }] },
    ['satisfaction 2026-03-05T02:00 party-1'],
  ],
  ['a refused offer is called about by the fifth day', { offers: [offer('refused', at)] }, ['refusal-call 2026-03-07T02:00 party-1']],
  [
    'a contact on the second day does not end it',
    { offers: [offer('refused', at)], parties: [partySnapshot({ treatmentEnded: true, lastReachedAt: '2026-03-04T02:00:00.000Z' })] },
    ['refusal-call 2026-03-07T02:00 party-1'],
  ],
  [
    'one on the third day does',
    { offers: [offer('refused', at)], parties: [partySnapshot({ treatmentEnded: true, lastReachedAt: '2026-03-05T02:00:00.000Z' })] },
    [],
  ],
  [
    'a request refused owes reasons in writing within three days',
    { escalations: [request({ refusedAt: at })] },
    ['decision-to-tell 2026-03-03T02:00 -', 'refusal-notice 2026-03-05T02:00 -'],
  ],
  [
    'once told, the person is called between the third and the fifth day after',
    { escalations: [request({ state: 'told', refusedAt: at, toldAt: '2026-03-03T02:00:00.000Z' })] },
    ['refusal-call 2026-03-08T02:00 -'],
  ],
  [
    'a complaint: contact in a day, plan in three, done in seven',
    { complaints: [complaint] },
    ['complaint-contact 2026-03-03T02:00 -', 'complaint-plan 2026-03-05T02:00 -', 'complaint-done 2026-03-09T02:00 -'],
  ],
  [
    'an urgent one: an owner in two hours, a plan in a day',
    { complaints: [{ ...complaint, urgent: true, contactedAt: at }] },
    ['complaint-owner 2026-03-02T04:00 -', 'complaint-plan 2026-03-03T02:00 -', 'complaint-done 2026-03-09T02:00 -'],
  ],
];
test.each(table)('%s', (_title, changes, expected) => {
  expect(clocksOf(changes)).toEqual(expected);
});

test('every kind of clock has one basis: law, company or promise', () => {
  const by = Object.groupBy(clockKinds, basisOf);
  expect(by.statutory).toEqual(['papers-list', 'determination', 'undisputed-part', 'payment', 'refusal-notice']);
  expect(by.promise).toEqual(['promise']);
  expect(by.company).toHaveLength(clockKinds.length - 6);
});

test('a complaint is said once, at what comes next of it', () => {
  const said = (changes: { contactedAt?: string }) =>
    runningClocks(caseSnapshot({ ...quiet, complaints: [{ ...complaint, ...changes }] })).map(({ kind, what }) => `${kind} ${what}`);
  expect(said({})).toEqual([`complaint-contact ${complaint.body}`, 'complaint-plan null', 'complaint-done null']);
  expect(said({ contactedAt: at })).toEqual([`complaint-plan ${complaint.body}`, 'complaint-done null']);
});
