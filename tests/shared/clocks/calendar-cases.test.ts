import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtInRules, clockLimitsSchema, defaultLimits, rulesAt } from '../../../shared/clocks/limits.ts';
import { runningClocks } from '../../../shared/clocks/rules.ts';
import type { ClockKind } from '../../../shared/clocks/view.ts';
import { addMinutes, chinaInstant } from '../../../shared/kernel/dates.ts';
import type { CaseSnapshot } from '../../../shared/steps/snapshot.ts';
import { caseSnapshot, partySnapshot } from '../../support/snapshot.ts';

/** `2026-02-13 15:00` on a Chinese wall clock. */
const china = (text: string): string => chinaInstant(text.slice(0, 10), text.slice(11));
const wall = (at: string): string => addMinutes(at, 480).slice(0, 16).replace('T', ' ');

const calm = { firstReachedAt: '2020-01-01T00:00:00.000Z', papersListed: true, parties: [] };
const request = (submittedAt: string) => ({
  ...calm,
  escalations: [{ id: 'e', partyId: null, state: 'submitted', ask: '通融', madeAt: submittedAt, submittedAt, decidedAt: null }],
});
const advance = (askedAt: string) => ({ ...calm, advances: [{ id: 'a', partyId: null, need: '手术押金', askedAt }] });
const paper = (receivedAt: string, supplement = false) => ({
  ...calm,
  papers: [{ id: 'p', partyId: null, name: '病历', needed: true, state: 'received', receivedAt, supplement }],
});
const question = (askedAt: string, complex: boolean) => ({ ...calm, questions: [{ id: 'q', partyId: null, askedAt, complex, body: '?' }] });
const agreed = (answeredAt: string) => ({ ...calm, offers: [{ id: 'o', partyId: null, state: 'accepted', answeredAt }] });
const reached = (at: string) => ({ ...calm, lastInsuredReachedAt: at });

/** Each kind of clock as a case in which nothing else of that kind runs, from the instant at which it starts. */
const starts = {
  'first-callback': (at) => ({ reportedAt: at }),
  'escalation-decision': request,
  'advance-decision': advance,
  'papers-check': paper,
  'progress-insured': reached,
  question: (at) => question(at, false),
  payment: agreed,
  determination: paper,
  'undisputed-part': paper,
  review: paper,
  'papers-list': (at) => ({ ...calm, firstReachedAt: at, papersListed: false }),
  visit: (at) => ({ ...calm, parties: [partySnapshot({ hospitalKnownAt: at })] }),
  'visit-recap': (at) => ({ ...calm, parties: [partySnapshot({ visitedAt: at, lastReachedAt: at })] }),
} satisfies Partial<Record<ClockKind, (at: string) => Partial<CaseSnapshot>>>;
type Started = keyof typeof starts;

const clockOf = (kind: ClockKind, changes: Partial<CaseSnapshot>) => {
  const clock = runningClocks(caseSnapshot(changes)).find((one) => one.kind === kind);
  if (!clock) throw new Error(`no ${kind}`);
  return clock;
};

// Working days, holidays and make-up days. Sources: State Council notices on public holidays for 2024, 2025 and 2026.
const cases: [Started, string, string][] = [
  // one working day
  ['escalation-decision', '2026-03-02 10:00', '2026-03-03 10:00'],
  ['escalation-decision', '2026-03-06 10:00', '2026-03-09 10:00'],
  ['escalation-decision', '2026-03-07 10:00', '2026-03-10 00:00'],
  ['escalation-decision', '2026-03-08 23:59', '2026-03-10 00:00'],
  // Spring Festival 2026: off 15 to 23 February, working on Saturday 14 and Saturday 28
  ['escalation-decision', '2026-02-13 15:00', '2026-02-14 15:00'],
  ['escalation-decision', '2026-02-14 15:00', '2026-02-24 15:00'],
  ['escalation-decision', '2026-02-17 09:00', '2026-02-25 00:00'],
  ['escalation-decision', '2026-02-27 16:00', '2026-02-28 16:00'],
  ['escalation-decision', '2026-02-28 16:00', '2026-03-02 16:00'],
  // Spring Festival 2025: off 28 January to 4 February, working on Sunday 26 January and Saturday 8 February
  ['escalation-decision', '2025-01-24 11:00', '2025-01-26 11:00'],
  ['escalation-decision', '2025-01-27 11:00', '2025-02-05 11:00'],
  ['escalation-decision', '2025-02-07 11:00', '2025-02-08 11:00'],
  // National Day 2026: off 1 to 7 October, working on Sunday 20 September and Saturday 10 October
  ['escalation-decision', '2026-09-18 09:30', '2026-09-20 09:30'],
  ['escalation-decision', '2026-09-30 17:00', '2026-10-08 17:00'],
  ['escalation-decision', '2026-10-03 17:00', '2026-10-09 00:00'],
  ['escalation-decision', '2026-10-09 17:00', '2026-10-10 17:00'],
  // Labour Day and Mid-Autumn
  ['escalation-decision', '2026-04-30 14:00', '2026-05-06 14:00'],
  ['escalation-decision', '2026-05-08 14:00', '2026-05-09 14:00'],
  ['escalation-decision', '2026-09-24 14:00', '2026-09-28 14:00'],
  // National Day 2024: working on Sunday 29 September and Saturday 12 October
  ['escalation-decision', '2024-09-27 10:00', '2024-09-29 10:00'],
  ['escalation-decision', '2024-10-11 10:00', '2024-10-12 10:00'],
  // an advance: one working day as well, over the weekend, the Spring Festival and a make-up Saturday
  ['advance-decision', '2026-03-06 17:30', '2026-03-09 17:30'],
  ['advance-decision', '2026-02-14 15:00', '2026-02-24 15:00'],
  ['advance-decision', '2026-10-09 17:00', '2026-10-10 17:00'],
  // two working days
  ['papers-check', '2026-03-05 10:00', '2026-03-09 10:00'],
  ['papers-check', '2026-09-29 10:00', '2026-10-08 10:00'],
  ['papers-check', '2026-02-14 10:00', '2026-02-25 10:00'],
  // New Year 2026: off 1 to 3 January, working on Sunday 4 January
  ['papers-check', '2026-01-01 10:00', '2026-01-06 00:00'],
  // years without published holidays: weekends only
  ['escalation-decision', '2026-12-31 10:00', '2027-01-01 10:00'],
  ['papers-check', '2030-10-01 10:00', '2030-10-03 10:00'],
  ['papers-check', '2030-10-04 10:00', '2030-10-08 10:00'],
  // quiet hours: calls between 09:00 and 20:00
  ['first-callback', '2026-03-02 10:00', '2026-03-02 14:00'],
  ['first-callback', '2026-03-02 16:00', '2026-03-02 20:00'],
  ['first-callback', '2026-03-02 16:01', '2026-03-03 09:00'],
  ['first-callback', '2026-03-02 23:30', '2026-03-03 09:00'],
  ['first-callback', '2026-03-03 02:00', '2026-03-03 09:00'],
  ['first-callback', '2026-03-03 05:30', '2026-03-03 09:30'],
  ['question', '2026-03-02 21:00', '2026-03-04 09:00'],
  ['progress-insured', '2026-02-15 20:30', '2026-02-19 09:00'],
  ['visit-recap', '2026-03-02 08:00', '2026-03-03 09:00'],
  // days of the law run through holidays and nights
  ['visit', '2026-03-02 22:00', '2026-03-03 22:00'],
  ['papers-list', '2026-10-01 21:00', '2026-10-02 21:00'],
  ['payment', '2026-09-25 15:00', '2026-10-05 15:00'],
  ['determination', '2026-02-01 09:00', '2026-03-03 09:00'],
  ['undisputed-part', '2026-01-31 09:00', '2026-04-01 09:00'],
  ['payment', '2028-02-25 10:00', '2028-03-06 10:00'],
];

test('the table holds at least forty cases', () => {
  expect(cases.length).toBeGreaterThanOrEqual(40);
});

test.each(cases)('%s from %s is due %s, Chinese time', (kind, start, due) => {
  expect(wall(clockOf(kind, starts[kind](china(start))).dueAt)).toBe(due);
});

test('working days of a year without published holidays say that only weekends are known; other clocks need no calendar', () => {
  expect(clockOf('escalation-decision', request(china('2030-10-01 10:00'))).calendarKnown).toBe(false);
  expect(clockOf('escalation-decision', request(china('2026-10-01 10:00'))).calendarKnown).toBe(true);
  expect(clockOf('payment', agreed(china('2030-10-01 10:00'))).calendarKnown).toBe(true);
});

test('an open question is reminded of after twelve hours, the undisputed part after forty-five days', () => {
  expect(wall(clockOf('question', question(china('2026-03-02 10:00'), true)).warnAt ?? '')).toBe('2026-03-02 22:00');
  expect(wall(clockOf('undisputed-part', paper(china('2026-03-01 10:00'))).warnAt ?? '')).toBe('2026-04-15 10:00');
});

const kinds = Object.keys(starts) as Started[];
const minute = fc.integer({ min: 0, max: 8 * 366 * 1440 });
const instantOf = (minutes: number): string => new Date(Date.UTC(2023, 0, 1) + minutes * 60_000).toISOString();

test('whatever starts later is never due earlier, and nothing is due before it starts', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), minute, fc.integer({ min: 0, max: 20 * 1440 }), (kind, from, gap) => {
      const [early, late] = [instantOf(from), instantOf(from + gap)];
      const [first, second] = [clockOf(kind, starts[kind](early)).dueAt, clockOf(kind, starts[kind](late)).dueAt];
      expect(first >= early).toBe(true);
      expect(second >= first).toBe(true);
    }),
    { seed: 20261123, numRuns: 2_000 },
  );
});

const shorter = { version: 2, from: china('2026-03-02 12:00'), limits: { ...defaultLimits, visitHours: 8, callFrom: '10:00' } };

test('a clock runs to its end under the version in force when it started, and names it', () => {
  const visit = (start: string) => {
    const file = caseSnapshot(starts.visit(china(start)));
    const [clock] = runningClocks(file, [builtInRules, shorter]);
    return [clock?.ruleVersion, wall(clock?.dueAt ?? '')];
  };
  expect(visit('2026-03-02 11:59')).toEqual([1, '2026-03-03 11:59']);
  expect(visit('2026-03-02 12:00')).toEqual([2, '2026-03-02 20:00']);
  const call = runningClocks(caseSnapshot({ reportedAt: china('2026-03-02 22:00') }), [builtInRules, shorter])[0];
  expect(wall(call?.dueAt ?? '')).toBe('2026-03-03 10:00');
});

test('promises follow no version', () => {
  const promise = {
    id: 'p',
    partyId: null,
    side: 'us',
    what: '回电',
    madeAt: china('2026-03-02 10:00'),
    dueAt: china('2026-03-02 21:00'),
  } as const;
  const clock = clockOf('promise', { ...calm, promises: [{ ...promise, counterpart: null }] });
  expect([clock.ruleVersion, clock.basis, wall(clock.dueAt)]).toEqual([null, 'promise', '2026-03-02 21:00']);
});

test('without any version before a start the built-in one counts', () => {
  expect(rulesAt([shorter], china('2020-01-01 10:00'))).toBe(builtInRules);
});

test.each([
  ['paymentDays', 11],
  ['determinationDays', 31],
  ['refusalNoticeDays', 4],
  ['undisputedDays', 61],
  ['papersListDays', 2],
  ['visitHours', 0],
  ['callUntil', '08:00'],
  ['refusalCallFromDays', 6],
])('limits with %s = %s are refused: law may be shortened only, and spans have an order', (name, value) => {
  expect(clockLimitsSchema.safeParse({ ...defaultLimits, [name]: value }).success).toBe(false);
});
