import { expect, onTestFinished, test } from 'vitest';
import { confirmTime } from '../../../../electron/core/clocks/read-time.ts';
import { today } from '../../../../electron/core/workflows/today.ts';
import { aCase, aContact, must, openFullCore } from '../../../support/file.ts';

const opened = async () => {
  const full = await openFullCore(onTestFinished);
  const { session, clock } = full;
  clock.set('2026-03-02T08:00:00.000Z');
  aCase(session, { reportNumber: 'R1', reportedAt: '2026-03-02T01:00:00.000Z' });
  aCase(session, { reportNumber: 'R2', reportedAt: '2026-03-02T05:00:00.000Z' });
  const spoken = aCase(session, { reportNumber: 'R3', reportedAt: '2026-03-02T07:00:00.000Z' });
  aContact(session, spoken, { promises: [{ what: '回电', side: 'us', dueAt: '2026-03-02T09:30:00.000Z' }] });
  const board = () => must(today(session)).clocks.map(({ reportNumber, kind, dueAt }) => `${reportNumber} ${kind} ${dueAt}`);
  return { ...full, board };
};

test('a device clock set back a day changes no due time and no order, and the board says by how much it is behind', async () => {
  const { session, clock, board } = await opened();
  const before = board();
  expect(before.length).toBeGreaterThanOrEqual(4);
  clock.set('2026-03-01T08:00:00.000Z');
  expect(board()).toEqual(before);
  const { now, behindMinutes } = must(today(session));
  expect([now >= '2026-03-02T08:00:00.000Z', behindMinutes]).toEqual([true, 1440]);
});

test('work goes on under a wrong clock: a case reported after the true time is neither refused nor sorted away', async () => {
  const { session, clock, board } = await opened();
  clock.set('2026-03-01T08:00:00.000Z');
  aCase(session, { reportNumber: 'R4', reportedAt: '2026-03-02T08:00:00.000Z' });
  expect(board().filter((line) => line.startsWith('R4'))).toEqual(['R4 first-callback 2026-03-02T12:00:00.000Z']);
});

test('a clock that goes right again needs no word', async () => {
  const { session, clock } = await opened();
  clock.set('2026-03-01T08:00:00.000Z');
  expect(session.clock.check().behindMinutes).toBe(1440);
  clock.set('2026-03-02T09:00:00.000Z');
  expect(session.clock.check()).toMatchObject({ behindMinutes: 0 });
});

test('after the clock stood ahead, a person can say that it is right now; later entries then count as now again', async () => {
  const { session, clock } = await opened();
  clock.set('2027-03-02T08:00:00.000Z');
  aCase(session, { reportNumber: 'R5' });
  clock.set('2026-03-02T09:00:00.000Z');
  expect(session.clock.check().behindMinutes).toBeGreaterThan(500_000);
  must(confirmTime(session));
  expect(session.clock.check()).toMatchObject({ behindMinutes: 0 });
  clock.set('2026-03-02T11:00:00.000Z');
  aCase(session, { reportNumber: 'R6' });
  clock.set('2026-03-02T10:00:00.000Z');
  expect(session.clock.check().behindMinutes).toBe(60);
});
