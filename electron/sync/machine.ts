import type { NoReply, TimerName } from './ports.ts';

/** What the machine can be busy with; each waits for one answer. */
export type Asking = 'compare' | 'plan' | 'entries' | 'documents' | 'push' | 'refresh' | 'surrender';
export type Phase = Asking | 'idle' | 'waiting' | 'stopped';
export type StopReason = 'relogin' | 'foreign-hub' | 'mass-evict' | 'needs-update' | 'forgotten';

/** Why a round begins. */
export type Cause = 'start' | 'wake-up' | 'network' | 'poke' | 'edit' | 'minute' | 'hand';

export type MachineState = {
  phase: Phase;
  /** Number of the question that is out; an answer to another one is late and dropped. */
  ask: number;
  /** Pull, push, pull. */
  leg: 'before-push' | 'after-push';
  /** What the first comparison said, for when the documents are here. */
  same: boolean;
  sent: boolean;
  /** The hub has executed more than this file knows of: it was restored or copied. */
  ahead: boolean;
  /** Something happened meanwhile: another round follows this one. */
  again: boolean;
  failures: number;
  problem: string | null;
  stop: StopReason | null;
  revoked: boolean;
  refreshed: boolean;
  progressAt: number;
};

/** What came of a question, as far as the next step depends on it. */
export type Outcome =
  | { of: 'compare'; same: boolean; documents: boolean; ahead: boolean }
  | { of: 'documents' }
  | { of: 'plan'; wanted: number; brake: boolean; lost: boolean }
  | { of: 'entries'; left: number }
  | { of: 'push'; sent: number; more: boolean; lost: boolean }
  | { of: 'refresh'; foreign: boolean }
  /** `files`: content the hub still lacks is here; it goes by its own lane, which wakes the machine when it is through. */
  | { of: 'surrender'; more: boolean; files: boolean }
  | { of: 'failed'; code: NoReply | 'deadline' | 'storage' };

export type SyncEvent =
  | { type: 'wake'; cause: Cause }
  | { type: 'timer'; name: TimerName }
  | { type: 'answer'; ask: number; outcome: Outcome }
  /** Somebody signed in, or ordered what the machine had stopped for. */
  | { type: 'resume'; revoked: boolean; stop: StopReason | null };

export type Effect =
  | { do: 'ask'; what: Asking; ask: number }
  | { do: 'set-timer'; name: TimerName; ms: number }
  | { do: 'clear-timer'; name: TimerName }
  /** Go on under a new device id; the person signs in once more. */
  | { do: 'renew' }
  | { do: 'keep-stop'; stop: StopReason | null; revoked: boolean }
  | { do: 'forget' }
  | { do: 'report'; code: string };

/** What the world looks like at an event. */
export type Around = { now: number; dice: number; waiting: number };

type Step = [MachineState, Effect[]];

const deadlineMs = 45_000;
const editMs = 1_000;
const minuteMs = 60_000;
const stuckMs = 5 * 60_000;
const firstBackOffMs = 2_000;
const longestBackOffMs = 120_000;

export const initialState: MachineState = {
  phase: 'idle',
  ask: 0,
  leg: 'before-push',
  same: true,
  sent: false,
  ahead: false,
  again: false,
  failures: 0,
  problem: null,
  stop: null,
  revoked: false,
  refreshed: false,
  progressAt: 0,
};

export const isBusy = (phase: Phase): boolean => phase !== 'idle' && phase !== 'waiting' && phase !== 'stopped';

/**
 * The sync of one device: events in, the next state and what is to be done out. It reads no clock, throws no dice and sends
 * nothing, so a run can be repeated to the letter. Pull, push, pull; every wait has a deadline.
 */
export const step = (state: MachineState, event: SyncEvent, around: Around): Step => {
  switch (event.type) {
    case 'resume': {
      const resumed = { ...initialState, ask: state.ask + 1, progressAt: around.now, stop: event.stop, revoked: event.revoked };
      if (event.stop !== null) return [{ ...resumed, phase: 'stopped' }, [{ do: 'clear-timer', name: 'deadline' }]];
      return begin(resumed, [{ do: 'set-timer', name: 'watchdog', ms: minuteMs }]);
    }
    case 'wake':
      return onWake(state, event.cause);
    case 'timer':
      return onTimer(state, event.name, around);
    case 'answer':
      return event.ask === state.ask && isBusy(state.phase) ? onAnswer(state, event.outcome, around) : [state, []];
  }
};

const onWake = (state: MachineState, cause: Cause): Step => {
  if (state.phase === 'stopped') return [state, []];
  if (cause === 'edit') return [state, [{ do: 'set-timer', name: 'edit', ms: editMs }]];
  if (isBusy(state.phase)) return [{ ...state, again: true }, []];
  // The network is back, or somebody asks: waiting longer would help nobody.
  return begin({ ...state, failures: 0 }, [{ do: 'clear-timer', name: 'back-off' }]);
};

const onTimer = (state: MachineState, name: TimerName, around: Around): Step => {
  if (name === 'watchdog') return watch(state, around);
  if (state.phase === 'stopped') return [state, []];
  if (name === 'deadline') return isBusy(state.phase) ? onAnswer(state, { of: 'failed', code: 'deadline' }, around) : [state, []];
  if (name === 'back-off') return state.phase === 'waiting' ? begin(state, []) : [state, []];
  if (state.phase === 'idle') return begin(state, []);
  return [isBusy(state.phase) && name === 'edit' ? { ...state, again: true } : state, []];
};

/** Lost wake-ups are the commonest failure of sync engines: with work and network and no progress the machine starts afresh. */
const watch = (state: MachineState, { now, waiting }: Around): Step => {
  const next: Effect = { do: 'set-timer', name: 'watchdog', ms: minuteMs };
  const stuck = waiting > 0 && now - state.progressAt >= stuckMs && state.problem !== 'offline' && state.phase !== 'stopped';
  if (!stuck) return [state, [next]];
  return begin({ ...state, failures: 0, progressAt: now }, [next, { do: 'report', code: 'sync.watchdog' }]);
};

const begin = (state: MachineState, effects: Effect[]): Step => {
  const fresh = { ...state, leg: 'before-push' as const, sent: false, ahead: false, again: false, refreshed: false };
  return ask(fresh, state.revoked ? 'surrender' : 'compare', effects);
};

const ask = (state: MachineState, what: Asking, effects: Effect[] = []): Step => {
  const number = state.ask + 1;
  return [
    { ...state, phase: what, ask: number },
    [...effects, { do: 'set-timer', name: 'deadline', ms: deadlineMs }, { do: 'ask', what, ask: number }],
  ];
};

const onAnswer = (before: MachineState, outcome: Outcome, around: Around): Step => {
  if (outcome.of === 'failed') return onFailure(before, outcome.code, around);
  const state = { ...before, progressAt: around.now, problem: null, failures: 0 };
  switch (outcome.of) {
    case 'compare': {
      const next = { ...state, same: outcome.same, ahead: outcome.ahead };
      return outcome.documents ? ask(next, 'documents') : pulled(next);
    }
    case 'documents':
      return pulled(state);
    case 'plan': {
      if (outcome.brake) return stop(state, 'mass-evict');
      const next = { ...state, ahead: state.ahead || outcome.lost };
      return outcome.wanted > 0 ? ask(next, 'entries') : afterPull(next);
    }
    case 'entries':
      return outcome.left > 0 ? ask(state, 'entries') : afterPull(state);
    case 'push':
      return onPushed(state, outcome);
    case 'refresh':
      return outcome.foreign ? stop(state, 'foreign-hub') : ask({ ...state, refreshed: true }, 'compare');
    case 'surrender':
      if (outcome.more) return ask(state, 'surrender');
      return outcome.files ? done(state) : stop(state, 'forgotten', [{ do: 'forget' }]);
  }
};

const pulled = (state: MachineState): Step => (state.same ? afterPull(state) : ask(state, 'plan'));

const afterPull = (state: MachineState): Step => {
  if (state.leg === 'before-push') return ask(state, 'push');
  return state.ahead ? renew(state) : done(state);
};

const onPushed = (state: MachineState, { sent, more, lost }: Extract<Outcome, { of: 'push' }>): Step => {
  const next = { ...state, sent: state.sent || sent > 0 };
  if (lost) return renew(next);
  if (more) return ask(next, 'push');
  if (next.ahead && !next.sent) return renew(next);
  return next.sent ? ask({ ...next, leg: 'after-push' }, 'compare') : done(next);
};

/** Numbers of this file were used by another copy of it: a new device id, the same outbox, one more sign-in. */
const renew = (state: MachineState): Step => stop(state, 'relogin', [{ do: 'renew' }, { do: 'report', code: 'sync.device-rewound' }]);

const done = (state: MachineState): Step => {
  const idle: Step = [
    { ...state, phase: 'idle', ask: state.ask + 1 },
    [
      { do: 'clear-timer', name: 'deadline' },
      { do: 'set-timer', name: 'minute', ms: minuteMs },
    ],
  ];
  return state.again ? begin(state, []) : idle;
};

const stop = (state: MachineState, reason: StopReason, effects: Effect[] = []): Step => [
  { ...state, phase: 'stopped', ask: state.ask + 1, stop: reason },
  [...effects, { do: 'clear-timer', name: 'deadline' }, { do: 'keep-stop', stop: reason, revoked: state.revoked }],
];

const onFailure = (state: MachineState, code: NoReply | 'deadline' | 'storage', around: Around): Step => {
  const failed = { ...state, problem: code };
  // Asked to hand over, the hub knows nothing of a revocation: it was restored, or the session is gone. Whoever signs in will hear.
  if (code === 'relogin' && state.phase === 'surrender') return stop({ ...failed, revoked: false }, 'relogin');
  if (code === 'relogin' || code === 'device.other-person') {
    const hopeless = state.refreshed || state.phase === 'refresh' || code === 'device.other-person';
    return hopeless ? stop(failed, 'relogin') : ask({ ...failed, refreshed: true }, 'refresh');
  }
  if (code === 'revoked' && state.phase !== 'surrender') {
    return ask({ ...failed, revoked: true }, 'surrender', [{ do: 'keep-stop', stop: null, revoked: true }]);
  }
  if (code === 'protocol.too-old' || code === 'protocol.too-new') return stop(failed, 'needs-update');
  return backOff(failed, around);
};

/** Full jitter: devices that lost the hub together do not come back together. */
const backOff = (state: MachineState, { dice }: Around): Step => {
  const longest = Math.min(longestBackOffMs, firstBackOffMs * 2 ** state.failures);
  return [
    { ...state, phase: 'waiting', ask: state.ask + 1, failures: Math.min(state.failures + 1, 16) },
    [
      { do: 'clear-timer', name: 'deadline' },
      { do: 'set-timer', name: 'back-off', ms: Math.ceil(dice * longest) },
    ],
  ];
};
