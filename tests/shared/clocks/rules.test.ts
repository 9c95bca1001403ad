import { expect, test } from 'vitest';
import { runningClocks } from '../../../shared/clocks/rules.ts';
import type { CaseSnapshot, EscalationSnapshot } from '../../../shared/steps/snapshot.ts';
import { caseSnapshot, partySnapshot, stepEventOf } from '../../support/snapshot.ts';

const clocksOf = (changes: Partial<CaseSnapshot>) =>
  runningClocks(caseSnapshot(changes)).map(({ kind, dueAt, waitingFor }) => `${kind} ${dueAt.slice(0, 16)} ${waitingFor}`);

const called = { firstReachedAt: '2026-03-02T03:00:00.000Z', papersListed: true };

// Monday 2026-03-02; Chinese time is UTC+8, so 09:00 there is 01:00Z and 20:00 is 12:00Z.
const table: [string, Partial<CaseSnapshot>, string[]][] = [
  ['an ordinary case is called back in four hours', {}, ['first-callback 2026-03-02T06:00 us']],
  ['a serious case in two', { severity: 'serious' }, ['first-callback 2026-03-02T04:00 us']],
  [
    'a report in the evening is called back next morning',
    { reportedAt: '2026-03-02T10:00:00.000Z' },
    ['first-callback 2026-03-03T01:00 us'],
  ],
  ['a report after midnight is called back at nine', { reportedAt: '2026-03-02T17:00:00.000Z' }, ['first-callback 2026-03-03T01:00 us']],
  ['eight in the evening is still a time to call', { reportedAt: '2026-03-02T08:00:00.000Z' }, ['first-callback 2026-03-02T12:00 us']],
  [
    'without a report time it runs from when the case was made',
    { reportedAt: null, madeAt: '2026-03-02T03:00:00.000Z' },
    ['first-callback 2026-03-02T07:00 us'],
  ],
  ['a contact that reached the insured ends it', called, []],
  ['once somebody was reached, the papers are named within a day', { ...called, papersListed: false }, ['papers-list 2026-03-03T03:00 us']],
  ['waiving step 1 ends it', { events: [stepEventOf('1 waived', '2026-03-02T03:00:00.000Z')] }, []],
  [
    'a hospital starts the visit clock, at night too',
    { ...called, parties: [partySnapshot({ hospitalKnownAt: '2026-03-02T14:00:00.000Z' })] },
    ['visit 2026-03-03T14:00 us'],
  ],
  ['the hospital of the case counts for a party without its own', { ...called, hospital: '市二院' }, ['visit 2026-03-03T01:00 us']],
  ['and for the case while no party is entered', { ...called, hospital: '市二院', parties: [] }, ['visit 2026-03-03T02:00 us']],
  [
    'a visit ends it and is told again within a day',
    { ...called, parties: [partySnapshot({ hospital: '市二院', visitedAt: '2026-03-02T05:00:00.000Z' })] },
    ['visit-recap 2026-03-03T05:00 us'],
  ],
  [
    'a later contact is the telling again',
    {
      ...called,
      parties: [partySnapshot({ visitedAt: '2026-03-02T05:00:00.000Z', lastReachedAt: '2026-03-02T06:00:00.000Z' })],
    },
    ['progress-injured 2026-03-05T06:00 us'],
  ],
  [
    'the insured hears again after three days while somebody is in treatment',
    { ...called, lastInsuredReachedAt: '2026-03-02T03:00:00.000Z' },
    ['progress-insured 2026-03-05T03:00 us'],
  ],
  [
    'each injured party too',
    { ...called, parties: [partySnapshot({ lastReachedAt: '2026-03-02T13:00:00.000Z' })] },
    ['progress-injured 2026-03-06T01:00 us'],
  ],
  [
    'nobody needs progress once treatment ended',
    {
      ...called,
      lastInsuredReachedAt: '2026-03-02T03:00:00.000Z',
      parties: [partySnapshot({ treatmentEnded: true, lastReachedAt: '2026-03-02T03:00:00.000Z' })],
    },
    [],
  ],
  [
    'a plain question has a day',
    { ...called, questions: [{ id: 'q', partyId: null, askedAt: '2026-03-02T03:00:00.000Z', complex: false, body: '?' }] },
    ['question 2026-03-03T03:00 us'],
  ],
  [
    'a complex one two',
    { ...called, questions: [{ id: 'q', partyId: null, askedAt: '2026-03-02T03:00:00.000Z', complex: true, body: '?' }] },
    ['question 2026-03-04T03:00 us'],
  ],
  [
    'a promise of theirs waits for them as promised',
    {
      ...called,
      promises: [
        {
          id: 'p',
          partyId: null,
          side: 'them',
          what: '寄票据',
          madeAt: '2026-03-02T03:00:00.000Z',
          dueAt: '2026-03-03T15:00:00.000Z',
          counterpart: 'driver',
        },
      ],
    },
    ['promise 2026-03-03T15:00 driver'],
  ],
  [
    'a promise of ours waits for us',
    {
      ...called,
      promises: [
        {
          id: 'p',
          partyId: null,
          side: 'us',
          what: '回电',
          madeAt: '2026-03-02T03:00:00.000Z',
          dueAt: '2026-03-03T01:00:00.000Z',
          counterpart: 'driver',
        },
      ],
    },
    ['promise 2026-03-03T01:00 us'],
  ],
];
test.each(table)('%s', (_title, changes, expected) => {
  expect(clocksOf(changes)).toEqual(expected);
});

const request = (state: string, times: Partial<EscalationSnapshot> = {}): EscalationSnapshot => ({
  id: 'e',
  partyId: null,
  state,
  ask: '通融',
  madeAt: '2026-03-02T02:00:00.000Z',
  submittedAt: null,
  decidedAt: null,
  ...times,
});

test.each([
  ['on Monday: Tuesday', '2026-03-02T02:00:00.000Z', '2026-03-03T02:00'],
  ['on Friday: Monday', '2026-03-06T02:00:00.000Z', '2026-03-09T02:00'],
  ['before the October holidays: the first working day after them', '2026-09-30T02:00:00.000Z', '2026-10-08T02:00'],
  ['before a make-up Saturday: that Saturday', '2026-10-09T02:00:00.000Z', '2026-10-10T02:00'],
])('a request is decided within one working day: %s', (_title, submittedAt, due) => {
  expect(clocksOf({ ...called, escalations: [request('submitted', { submittedAt })] })).toEqual([`escalation-decision ${due} superior`]);
});

test('a decision is told within a day; drafts and told ones run no clock', () => {
  const escalations = [request('refused', { decidedAt: '2026-03-02T03:00:00.000Z' }), request('draft'), request('told')];
  expect(clocksOf({ ...called, escalations })).toEqual(['decision-to-tell 2026-03-03T03:00 us']);
});

test('a closed case runs no clock', () => {
  expect(runningClocks(caseSnapshot({ open: false }))).toEqual([]);
});

test('the earliest clock stands first', () => {
  const file = caseSnapshot({ hospital: '市二院', lastInsuredReachedAt: '2026-03-02T02:10:00.000Z' });
  expect(runningClocks(file).map(({ kind }) => kind)).toEqual(['first-callback', 'visit', 'progress-insured']);
});

test('an asked advance waits for a superior under a rule of the company, and says what it is for', () => {
  const advances = [{ id: 'a', partyId: 'party-1', need: '手术押金', askedAt: '2026-03-06T02:00:00.000Z' }];
  expect(runningClocks(caseSnapshot({ ...called, advances }))).toMatchObject([
    { kind: 'advance-decision', basis: 'company', waitingFor: 'superior', partyId: 'party-1', refId: 'a', what: '手术押金' },
  ]);
  expect(clocksOf({ ...called, advances })).toEqual(['advance-decision 2026-03-09T02:00 superior']);
});
