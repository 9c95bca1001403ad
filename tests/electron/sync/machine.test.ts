import { expect, test } from 'vitest';
import { initialState, step, type Effect, type MachineState, type Outcome, type SyncEvent } from '../../../electron/sync/machine.ts';

const around = { now: 0, dice: 0.5, waiting: 0 };

/** Runs events one after the other and collects what the machine asked for. */
const run = (events: SyncEvent[], from: MachineState = initialState, given = around) => {
  let state = from;
  const effects: Effect[] = [];
  for (const event of events) {
    const [next, out] = step(state, event, given);
    state = next;
    effects.push(...out);
  }
  return { state, effects, asked: effects.flatMap((effect) => (effect.do === 'ask' ? [effect.what] : [])) };
};

const start: SyncEvent = { type: 'resume', revoked: false, stop: null };

/** Answers whatever is out, in order. */
const answered = (outcomes: Outcome[], first: SyncEvent = start) => {
  let { state, effects, asked } = run([first]);
  for (const outcome of outcomes) {
    const next = run([{ type: 'answer', ask: state.ask, outcome }], state);
    ({ state } = next);
    effects = [...effects, ...next.effects];
    asked = [...asked, ...next.asked];
  }
  return { state, effects, asked };
};

const same: Outcome = { of: 'compare', same: true, documents: false, ahead: false };
const differs: Outcome = { of: 'compare', same: false, documents: true, ahead: false };
const nothing: Outcome = { of: 'push', sent: 0, more: false, lost: false };

test('[SY-41] a round is pull, push, pull; with nothing to send the second pull is left out', () => {
  expect(answered([same, nothing])).toMatchObject({ asked: ['compare', 'push'], state: { phase: 'idle' } });
  const full = answered([
    differs,
    { of: 'documents' },
    { of: 'plan', wanted: 2, brake: false, lost: false },
    { of: 'entries', left: 1 },
    { of: 'entries', left: 0 },
    { of: 'push', sent: 2, more: true, lost: false },
    { of: 'push', sent: 1, more: false, lost: false },
    same,
  ]);
  expect(full.asked).toEqual(['compare', 'documents', 'plan', 'entries', 'entries', 'push', 'push', 'compare']);
  expect(full.state.phase).toBe('idle');
});

test('an answer to an earlier question is dropped', () => {
  const { state } = run([start]);
  const late = run([{ type: 'answer', ask: state.ask - 1, outcome: same }], state);
  expect(late).toMatchObject({ state, effects: [] });
});

test('every question has a deadline; failures wait longer and longer, never beyond the longest pause', () => {
  let { state } = run([start]);
  const pauses: number[] = [];
  for (let failed = 0; failed < 12; failed += 1) {
    const next = run([{ type: 'timer', name: 'deadline' }], state, { ...around, dice: 0.999 });
    pauses.push(...next.effects.flatMap((effect) => (effect.do === 'set-timer' && effect.name === 'back-off' ? [effect.ms] : [])));
    ({ state } = run([{ type: 'timer', name: 'back-off' }], next.state));
  }
  expect(pauses.slice(0, 3)).toEqual([1998, 3996, 7992]);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(120_000);
  expect(pauses).toHaveLength(12);
});

test('what happens during a round brings another one right after it', () => {
  const { state } = run([start, { type: 'wake', cause: 'poke' }]);
  const after = answered([same, nothing]);
  expect(state.again).toBe(true);
  expect(after.state.again).toBe(false);
  const first = run([{ type: 'answer', ask: state.ask, outcome: same }], state);
  const second = run([{ type: 'answer', ask: first.state.ask, outcome: nothing }], first.state);
  expect(second.asked).toEqual(['compare']);
});

test('an edit is sent a moment later, and a new network at once although the machine was waiting', () => {
  const idle = answered([same, nothing]).state;
  expect(run([{ type: 'wake', cause: 'edit' }], idle).effects).toEqual([{ do: 'set-timer', name: 'edit', ms: 1_000 }]);
  const waiting = answered([{ of: 'failed', code: 'offline' }]).state;
  expect(waiting.phase).toBe('waiting');
  expect(run([{ type: 'wake', cause: 'network' }], waiting).asked).toEqual(['compare']);
});

test('[SY-55] an expired token is renewed once; if that fails the person signs in again and the data stays', () => {
  const relogin: Outcome = { of: 'failed', code: 'relogin' };
  const renewed = answered([relogin, { of: 'refresh', foreign: false }, same, nothing]);
  expect(renewed).toMatchObject({ asked: ['compare', 'refresh', 'compare', 'push'], state: { phase: 'idle' } });
  const failed = answered([relogin, relogin]);
  expect(failed.state).toMatchObject({ phase: 'stopped', stop: 'relogin' });
  expect(failed.effects.some((effect) => effect.do === 'forget')).toBe(false);
});

test('[SY-56] a revoked device hands over what the hub lacks, also after a failure, and only then forgets', () => {
  const revoked: Outcome = { of: 'failed', code: 'revoked' };
  const cut = answered([revoked, { of: 'failed', code: 'offline' }]);
  expect(cut.asked).toEqual(['compare', 'surrender']);
  expect(cut.effects.some((effect) => effect.do === 'forget')).toBe(false);
  const again = run([{ type: 'timer', name: 'back-off' }], cut.state);
  expect(again.asked).toEqual(['surrender']);
  const resumed = answered(
    [
      { of: 'surrender', more: true, files: false },
      { of: 'surrender', more: false, files: false },
    ],
    { type: 'resume', revoked: true, stop: null },
  );
  expect(resumed.asked).toEqual(['surrender', 'surrender']);
  expect(resumed.effects.at(-3)).toEqual({ do: 'forget' });
});

test('[SY-58] a revoked device whose files have not arrived waits for them, and forgets when they have', () => {
  const waits = answered([{ of: 'surrender', more: false, files: true }], { type: 'resume', revoked: true, stop: null });
  expect(waits.state).toMatchObject({ phase: 'idle', revoked: true, stop: null });
  expect(waits.effects).toContainEqual({ do: 'set-timer', name: 'minute', ms: 60_000 });
  const woken = run([{ type: 'wake', cause: 'hand' }], waits.state);
  expect(woken.asked).toEqual(['surrender']);
  const { effects } = run([{ type: 'answer', ask: woken.state.ask, outcome: { of: 'surrender', more: false, files: false } }], woken.state);
  expect(effects).toContainEqual({ do: 'forget' });
});

test('[SY-31] a file whose numbers were used elsewhere goes on under a new id, after its outbox was compared', () => {
  const ahead: Outcome = { ...same, ahead: true };
  expect(answered([ahead, nothing]).effects).toContainEqual({ do: 'renew' });
  expect(answered([ahead, { of: 'push', sent: 1, more: false, lost: false }]).asked).toEqual(['compare', 'push', 'compare']);
  expect(answered([same, { of: 'push', sent: 1, more: true, lost: true }]).effects).toContainEqual({ do: 'renew' });
});

test('[SY-54] a file whose cases the hub has lost goes on under a new id, once its outbox was sent', () => {
  const unequal: Outcome = { ...same, same: false };
  const lost: Outcome = { of: 'plan', wanted: 0, brake: false, lost: true };
  expect(answered([unequal, lost, nothing]).effects).toContainEqual({ do: 'renew' });
  const sent = answered([unequal, lost, { of: 'push', sent: 1, more: false, lost: false }, unequal, lost]);
  expect(sent.asked).toEqual(['compare', 'plan', 'push', 'compare', 'plan']);
  expect(sent.effects).toContainEqual({ do: 'renew' });
});

test('[SY-46] [SY-52] [SY-71] a wish to forget nearly everything, another hub and a newer protocol stop the machine', () => {
  expect(
    answered([
      { ...same, same: false },
      { of: 'plan', wanted: 0, brake: true, lost: false },
    ]).state.stop,
  ).toBe('mass-evict');
  expect(
    answered([
      { of: 'failed', code: 'relogin' },
      { of: 'refresh', foreign: true },
    ]).state.stop,
  ).toBe('foreign-hub');
  const old = answered([{ of: 'failed', code: 'protocol.too-old' }]).state;
  expect(old).toMatchObject({ phase: 'stopped', stop: 'needs-update' });
  expect(run([{ type: 'wake', cause: 'hand' }], old).effects).toEqual([]);
});

test('with work, network and no progress for five minutes the watchdog starts the machine afresh and says so', () => {
  const { state } = run([start]);
  const late = { now: 301_000, dice: 0, waiting: 3 };
  const watched = run([{ type: 'timer', name: 'watchdog' }], state, late);
  expect(watched.asked).toEqual(['compare']);
  expect(watched.effects).toContainEqual({ do: 'report', code: 'sync.watchdog' });
  expect(run([{ type: 'timer', name: 'watchdog' }], state, { ...late, waiting: 0 }).asked).toEqual([]);
  expect(run([{ type: 'timer', name: 'watchdog' }], { ...state, problem: 'offline' }, late).asked).toEqual([]);
});
