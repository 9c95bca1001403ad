import { expect, test } from 'vitest';
import type { ClockView } from '../../../shared/clocks/view.ts';
import { clocksOfParty, waitingOf } from '../../../shared/clocks/waiting.ts';

const clock = (dueAt: string, changes: Partial<ClockView> = {}): ClockView => ({
  caseId: 'c',
  partyId: null,
  kind: 'question',
  basis: 'company',
  refId: null,
  waitingFor: 'doctor',
  startedAt: '2026-03-01T02:00:00.000Z',
  dueAt,
  warnAt: null,
  ruleVersion: 1,
  calendarKnown: true,
  what: null,
  ...changes,
});
const early = clock('2026-03-02T02:00:00.000Z', { kind: 'promise', partyId: 'p2' });
const late = clock('2026-03-05T02:00:00.000Z');
const log = (counterpartName: string | null, contactAt: string, voidReason: string | null = null) => ({
  counterpart: 'doctor' as const,
  counterpartName,
  contactAt,
  voidReason,
});

test('each injured party waits under the clock due first among its own and those of the case', () => {
  expect(waitingOf([late, early], [], ['p1', 'p2']).map(({ partyId, clock: { kind } }) => [partyId, kind])).toEqual([
    [null, 'question'],
    ['p1', 'question'],
    ['p2', 'promise'],
  ]);
  expect(clocksOfParty([late, early], 'p2')).toEqual([early, late]);
});

test('the sentence names the person last spoken to on that side', () => {
  const logs = [
    log('李医生', '2026-03-01T01:00:00.000Z'),
    log('陈医生', '2026-03-01T03:00:00.000Z'),
    log(null, '2026-03-01T04:00:00.000Z'),
    log('误记', '2026-03-01T05:00:00.000Z', '记错'),
  ];
  expect(waitingOf([late], logs, [])[0]?.name).toBe('陈医生');
});

test('who waits under no clock has no sentence', () => {
  expect(waitingOf([early], [], ['p1'])).toEqual([]);
});
