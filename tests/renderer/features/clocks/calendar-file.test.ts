import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { calendarFileOf } from '../../../../renderer/features/clocks/calendar-file.ts';
import { tidyWall, unitOf } from '../../../../renderer/features/clocks/rule-fields.ts';

const words = {
  title: '六步时限',
  eventOf: ({ reportNumber }: { reportNumber: string }) => `首次回访；第 1 次,（${reportNumber}）${'长'.repeat(60)}`,
};
const entry = {
  caseId: 'case-1',
  partyId: null,
  kind: 'first-callback',
  refId: null,
  dueAt: '2026-03-02T06:00:00.000Z',
  reportNumber: 'R2026-0001',
} as const;
const text = calendarFileOf(
  [entry, { ...entry, partyId: 'party-1', kind: 'visit', dueAt: '2026-03-03T13:30:00.000Z' }],
  words,
  '2026-03-01T00:00:00.000Z',
);

test('a reader of RFC 5545 finds every clock at its due time with a reminder half an hour before', () => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent').map((one) => {
    const event = new ICAL.Event(one);
    const alarm = one.getFirstSubcomponent('valarm');
    return [event.uid, event.startDate.toJSDate().toISOString(), event.summary, String(alarm?.getFirstPropertyValue('trigger'))];
  });
  expect(events).toEqual([
    ['case-1-first-callback@liubu', entry.dueAt, words.eventOf(entry), '-PT30M'],
    ['case-1-visit-party-1@liubu', '2026-03-03T13:30:00.000Z', words.eventOf(entry), '-PT30M'],
  ]);
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
});

test('lines end with CR LF and none is longer than 75 bytes', () => {
  const lines = text.split('\r\n');
  expect(lines.length).toBeGreaterThan(20);
  expect(lines.some((line) => line.includes('\n'))).toBe(false);
  expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
});

test.each([
  ['papersCheckWorkdays', 'workdays'],
  ['reviewSimpleDays', 'days'],
  ['visitHours', 'hours'],
  ['callFrom', 'wall'],
] as const)('the limit %s counts %s', (name, unit) => {
  expect(unitOf(name)).toBe(unit);
});

test.each([
  ['9:00', '09:00'],
  ['０９：３０', '09:30'],
  [' 20:00 ', '20:00'],
])('a time typed as %s is %s', (typed, expected) => {
  expect(tidyWall(typed)).toBe(expected);
});
