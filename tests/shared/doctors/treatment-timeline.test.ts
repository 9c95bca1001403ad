import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTimeline, spansOf, type TimelineEvent } from '../../../shared/doctors/treatment-timeline.ts';

const event = (id: string, kind: TimelineEvent['kind'], fromOn: string | null, untilOn: string | null = null): TimelineEvent => ({
  id,
  kind,
  fromOn,
  untilOn,
  hospital: null,
  amountFen: null,
});
const stay = (id: string, fromOn: string, untilOn: string | null) => event(id, 'stay', fromOn, untilOn);
const rulesOf = (events: TimelineEvent[], accidentOn: string | null = null) =>
  readTimeline(events, { accidentOn, today: '2026-06-30' }).map(({ rule, ids, days }) => [rule, ids.join('+'), days]);

test.each([
  ['seven quiet days are no gap', [stay('a', '2026-01-01', '2026-01-10'), event('b', 'clinic', '2026-01-18')], []],
  ['eight quiet days are', [stay('a', '2026-01-01', '2026-01-10'), event('b', 'clinic', '2026-01-19')], [['T1', 'a+b', 8]]],
  ['a long stay covers what lies in it', [stay('a', '2026-01-01', '2026-03-01'), event('b', 'operation', '2026-01-05')], []],
  ['a stay that still runs leaves no gap', [stay('a', '2026-01-01', null), event('b', 'clinic', '2026-05-01')], []],
  ['a bill in a stay is fine', [stay('a', '2026-01-01', '2026-01-10'), event('b', 'bill', '2026-01-10')], []],
  ['a bill on the day of a visit is fine', [event('a', 'clinic', '2026-01-10'), event('b', 'bill', '2026-01-10')], []],
  ['a bill outside any stay is marked', [stay('a', '2026-01-01', '2026-01-10'), event('b', 'bill', '2026-01-11')], [['T2', 'b', null]]],
  ['a transfer on the day of discharge is fine', [stay('a', '2026-01-01', '2026-01-10'), stay('b', '2026-01-10', '2026-01-20')], []],
  [
    'two stays at once contradict each other',
    [stay('a', '2026-01-01', '2026-01-10'), stay('b', '2026-01-09', '2026-01-20')],
    [['T3', 'a+b', 2]],
  ],
  ['one stay inside another', [stay('a', '2026-01-01', '2026-01-30'), stay('b', '2026-01-05', '2026-01-08')], [['T3', 'a+b', 4]]],
  ['the same day twice', [stay('a', '2026-01-05', '2026-01-05'), stay('b', '2026-01-05', '2026-01-05')], [['T3', 'a+b', 1]]],
  ['an event without a day is left out', [event('a', 'bill', null)], []],
] as const)('%s', (_title, events, expected) => {
  expect(rulesOf([...events])).toEqual(expected);
});

test('the first gap is counted from the accident, and treatment before it is marked', () => {
  expect(rulesOf([event('a', 'clinic', '2026-01-12')], '2026-01-01')).toEqual([['T1', 'a', 10]]);
  expect(rulesOf([event('a', 'clinic', '2025-12-30'), event('b', 'clinic', '2026-01-02')], '2026-01-01')).toEqual([['T4', 'a', null]]);
});

test('a gap names its first and last quiet day', () => {
  const [gap] = readTimeline([stay('a', '2026-01-01', '2026-01-10'), event('b', 'clinic', '2026-02-01')], {
    accidentOn: null,
    today: '2026-06-30',
  });
  expect(gap).toMatchObject({ fromOn: '2026-01-11', untilOn: '2026-01-31', days: 21 });
});

const day = fc.integer({ min: 0, max: 120 }).map((n) => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
const anyEvent = fc
  .tuple(fc.constantFrom('stay', 'operation', 'clinic', 'rehab', 'bill'), day, fc.option(day))
  .map(([kind, a, b]) => ({ kind, fromOn: b !== null && b < a ? b : a, untilOn: b !== null && b < a ? a : b }));

test('findings do not depend on the order of entry', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 12 }), fc.integer({ min: 1, max: 11 }), (drawn, turn) => {
      const events = drawn.map((one, i) => event(`e${i}`, one.kind as TimelineEvent['kind'], one.fromOn, one.untilOn));
      const turned = [...events.slice(turn), ...events.slice(0, turn)];
      expect(readTimeline(turned, { accidentOn: '2026-01-05', today: '2026-06-30' })).toEqual(
        readTimeline(events, { accidentOn: '2026-01-05', today: '2026-06-30' }),
      );
    }),
  );
});

test('a gap never touches a day of treatment and is longer than seven days', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { minLength: 1, maxLength: 12 }), (drawn) => {
      const events = drawn.map((one, i) => event(`e${i}`, one.kind as TimelineEvent['kind'], one.fromOn, one.untilOn));
      const treated = spansOf(events, '2026-06-30').filter(({ kind }) => kind !== 'bill');
      for (const gap of readTimeline(events, { accidentOn: null, today: '2026-06-30' }).filter(({ rule }) => rule === 'T1')) {
        expect(gap.days).toBeGreaterThan(7);
        expect(treated.filter(({ fromOn, untilOn }) => fromOn <= gap.untilOn && gap.fromOn <= untilOn)).toEqual([]);
      }
    }),
  );
});
