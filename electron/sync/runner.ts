import type { DeviceId } from '../../shared/kernel/ids.ts';
import { isLost } from '../db/sync-outbox.ts';
import { keepState, readState } from '../db/sync-state.ts';
import { waitingCount } from '../db/verdict-rows.ts';
import {
  initialState,
  step,
  type Around,
  type Asking,
  type Cause,
  type Effect,
  type MachineState,
  type Outcome,
  type SyncEvent,
} from './machine.ts';
import type { EntriesReply } from '../../shared/sync/pull-messages.ts';
import type { PushReply } from '../../shared/sync/push-messages.ts';
import type { Answer, SyncPorts, TimerName } from './ports.ts';
import { questionOf, type Asked } from './questions.ts';
import { mayFollow, nextPush, type NextPush } from './push-ahead.ts';
import { askAhead, hear, pageAfter, type Ahead } from './read-ahead.ts';
import { emptyRound, type Round } from './round.ts';
import { checkedReply, takeReply, type Checked } from './take-reply.ts';
import { unlessFull } from './unless-full.ts';

/** The sync of one open file, running. */
export type SyncRunner = {
  /** Begins, as the file says: with what is stopped, revoked, or waiting. */
  start(): void;
  wake(cause: Cause): void;
  timer(name: TimerName): void;
  state(): MachineState & { left: number; total: number; restarts: Restarts };
  /** Forgets all timers; nothing that comes afterwards is heard. */
  close(): void;
};

/** How often the watchdog had to start the loop afresh since the file was opened, and when last. */
export type Restarts = { count: number; lastAt: string | null };

type Running = {
  state: MachineState;
  round: Round;
  ahead: Ahead | null;
  /** Ready to be sent once the push that is out has come through. */
  next: NextPush | null;
  events: SyncEvent[];
  handling: boolean;
  closed: boolean;
  restarts: Restarts;
};

/** Carries out what the machine asks for. One event after the other, so that an answer within an answer waits its turn. */
export const createRunner = (ports: SyncPorts): SyncRunner => {
  const running: Running = {
    state: initialState,
    round: emptyRound(),
    ahead: null,
    next: null,
    events: [],
    handling: false,
    closed: false,
    restarts: { count: 0, lastAt: null },
  };
  const dispatch = (event: SyncEvent): void => handle(ports, running, { event, dispatch });
  return {
    start: () => {
      const stop = readState(ports.read, 'stop');
      dispatch({ type: 'resume', revoked: stop?.revoked ?? false, stop: stop?.reason ?? null });
    },
    wake: (cause) => dispatch({ type: 'wake', cause }),
    timer: (name) => dispatch({ type: 'timer', name }),
    state: () => ({ ...running.state, left: running.round.wanted.length, total: running.round.total, restarts: running.restarts }),
    close: () => {
      running.closed = true;
    },
  };
};

type Work = { event: SyncEvent; dispatch: (event: SyncEvent) => void };

const handle = (ports: SyncPorts, running: Running, { event, dispatch }: Work): void => {
  if (running.closed) return;
  running.events.push(event);
  if (running.handling) return;
  running.handling = true;
  try {
    for (let next = running.events.shift(); next !== undefined && !running.closed; next = running.events.shift()) {
      const around = aroundOf(ports);
      const [state, effects] = step(running.state, next, around);
      running.state = state;
      for (const effect of effects) perform(ports, running, { effect, dispatch });
    }
  } finally {
    running.handling = false;
  }
};

/** The waiting are counted only when the watchdog looks. */
const aroundOf = ({ monotonicMs, dice, read, store }: SyncPorts): Around => ({
  now: monotonicMs(),
  dice: dice(),
  get waiting() {
    return waitingCount(read, store.deviceId());
  },
});

type Performing = { effect: Effect; dispatch: (event: SyncEvent) => void };

const perform = (ports: SyncPorts, running: Running, { effect, dispatch }: Performing): void => {
  switch (effect.do) {
    case 'set-timer':
      return ports.timers.set(effect.name, effect.ms);
    case 'clear-timer':
      return ports.timers.clear(effect.name);
    case 'renew':
      return void unlessFull(ports, () => ports.store.renew({ deviceId: ports.ids.next() as DeviceId }));
    case 'keep-stop': {
      const { stop, revoked } = effect;
      return void unlessFull(ports, () =>
        ports.store.keep((db) => {
          keepState(db, 'stop', stop === null && !revoked ? null : { reason: stop, revoked });
          if (!revoked) keepState(db, 'delivering', null);
        }),
      );
    }
    case 'forget':
      return ports.forget();
    case 'report':
      if (effect.code === 'sync.watchdog') running.restarts = { count: running.restarts.count + 1, lastAt: ports.clock.now().at };
      return ports.log(effect.code);
    case 'ask':
      return ask(ports, running, { ...effect, dispatch });
  }
};

/** What is known without asking. */
const unasked = ({ read, store }: SyncPorts, what: Asking): Outcome => {
  if (what === 'refresh' || what === 'surrender') return { of: 'failed', code: 'relogin' };
  return what === 'push' ? { of: 'push', sent: 0, more: false, lost: isLost(read, store.deviceId()) } : { of: 'entries', left: 0 };
};

type Ask = { what: Asking; ask: number; dispatch: (event: SyncEvent) => void };

const ask = (ports: SyncPorts, running: Running, { what, ask: number, dispatch }: Ask): void => {
  const answer = (outcome: Outcome): void => dispatch({ type: 'answer', ask: number, outcome });
  const isOut = (): boolean => !running.closed && running.state.ask === number && running.state.phase === what;
  const ahead = running.ahead?.asked.what === what ? running.ahead : null;
  Object.assign(running, { ahead: null, next: null });
  const asked = ahead?.asked ?? questionOf(ports, what, running.round);
  if (asked === null) return answer(unasked(ports, what));
  const once = { answered: false };
  const heard = (given: Answer): void => {
    // Late, doubled, or of a run that is over: the question is no longer out.
    if (once.answered || !isOut()) return;
    once.answered = true;
    const data = given.ok ? checkedReply(asked, given.reply) : null;
    if (data === null) return answer({ of: 'failed', code: given.ok ? 'cut' : given.code });
    const take = (): void => {
      if (isOut()) answer(taken(ports, asked, { data, round: running.round }));
    };
    const next = followingOf(ports, running, { asked, data });
    if (next === null) return take();
    // Writing holds up everything else: the next question leaves first.
    running.ahead = askAhead(ports, next);
    ports.soon(take);
  };
  if (what === 'push') {
    ports.soon(() => {
      if (isOut()) running.next = nextPush(ports, running.round, asked);
    });
  }
  if (ahead) return hear(ahead, heard);
  const accessToken = readState(ports.read, 'session')?.accessToken ?? null;
  ports.transport.ask({ what, body: asked.body, accessToken }, heard);
};

/** The question that surely follows this reply: the plan, the next page, or the next push. */
const followingOf = (ports: SyncPorts, { round, next, state }: Running, { asked, data }: { asked: Asked; data: Checked }): Asked | null => {
  if (asked.what === 'documents') return state.same ? null : questionOf(ports, 'plan', round);
  if (asked.what === 'entries') return pageAfter(ports, round, data as EntriesReply);
  if (asked.what !== 'push' || next === null) return null;
  return mayFollow(ports, asked, { reply: data as PushReply, next }) ? next.asked : null;
};

/** A full disk stops taking, not sending: it is tried again later, and nothing of the reply was applied. */
const taken = (ports: SyncPorts, asked: Asked, given: { data: Checked; round: Round }): Outcome =>
  unlessFull(ports, () => {
    const outcome = takeReply(ports, asked, given);
    ports.settled();
    return outcome;
  }) ?? { of: 'failed', code: 'storage' };
