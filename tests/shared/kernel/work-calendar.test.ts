import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addWorkdays, isCalendarKnown, isWorkday, toCallHours } from '../../../shared/kernel/work-calendar.ts';

test.each([
  ['2026-10-01', false],
  ['2026-10-10', true],
  ['2026-03-07', false],
  ['2026-03-09', true],
  ['2031-10-01', true],
  ['2031-10-04', false],
])('%s is a working day: %s', (on, expected) => {
  expect(isWorkday(on)).toBe(expected);
});

test('outside the published years only weekends are known, and that is said', () => {
  expect([isCalendarKnown('2026-12-31'), isCalendarKnown('2027-01-01')]).toEqual([true, false]);
  expect(addWorkdays('2026-12-31T02:00:00.000Z', 1)).toEqual({ at: '2027-01-01T02:00:00.000Z', known: false });
});

test('a shifted call lies within call hours and never before the instant', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000 }), (minute) => {
      const at = new Date(Date.UTC(2024, 0, 1) + minute * 60_000).toISOString();
      const shifted = toCallHours(at);
      const chineseMinute = (Date.parse(shifted) / 60_000 + 480) % 1440;
      expect(shifted >= at).toBe(true);
      expect(chineseMinute >= 9 * 60 && chineseMinute <= 20 * 60).toBe(true);
    }),
    { seed: 20261123 },
  );
});
