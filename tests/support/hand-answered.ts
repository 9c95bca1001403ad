import { createHash } from 'node:crypto';
import { openMemoryStore } from '../../electron/db/open.ts';
import { keepState } from '../../electron/db/sync-state.ts';
import type { Answer, Question } from '../../electron/sync/ports.ts';
import { createRunner } from '../../electron/sync/runner.ts';
import type { Role } from '../../shared/people/model.ts';
import { fakeClock } from './clock.ts';
import { fakeIds } from './ids.ts';

/** A question that is out. */
export type Out = {
  what: Question;
  body: { requestId: string; changes?: { mid: number }[]; cases?: unknown[] };
  done: (answer: Answer) => void;
};

/** A connected device whose hub answers by hand and whose later work (`waiting`) is done by hand as well. */
export const handAnswered = (role: Role) => {
  const [ids, clock, machine] = [fakeIds(), fakeClock(), { fingerprint: 'm' }];
  const store = openMemoryStore({ clock, ids, projectors: [], announce: () => undefined, clockSkewMs: () => 0, machine });
  store.sync.keep((db) => {
    keepState(db, 'hub', { address: 'https://hub', hubId: 'h', personId: 'p', personName: '周岚', role, connectedAt: '' });
    keepState(db, 'session', { accessToken: 't', refreshToken: 'r', leaseDays: 14 });
  });
  const out: Out[] = [];
  const waiting: (() => void)[] = [];
  const runner = createRunner({
    read: store.read,
    store: store.sync,
    transport: { ask: ({ what, body }, done) => void out.push({ what, body: body as never, done }) },
    timers: { set: () => undefined, clear: () => undefined },
    clock,
    ids,
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    monotonicMs: () => 0,
    dice: () => 0.5,
    hasUnsentFiles: () => false,
    forget: () => undefined,
    settled: () => undefined,
    soon: (work) => void waiting.push(work),
    log: () => undefined,
  });
  /** What every reply says of the hub, and what this one says. */
  const reply = (question: Out | undefined, said: object): void => {
    const progress = { requestId: question?.body.requestId, epoch: 'e1', hubNow: '2026-03-02T02:00:00.000Z', ack: 0, stable: 0 };
    question?.done({ ok: true, reply: { ...progress, ...said } });
  };
  return { ids, store, runner, out, waiting, reply };
};
