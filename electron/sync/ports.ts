import type { Clock, Ids } from '../../shared/kernel/ports.ts';
import type { HubProblemCode } from '../../shared/sync/hub-problems.ts';
import type { exchanges } from '../../shared/sync/messages.ts';
import type { Sha256 } from '../../shared/sync/sha256.ts';
import type { ReadDb } from '../db/handles.ts';
import type { SyncStore } from '../db/sync-store.ts';

/** Everything a device may ask a hub. */
export type Question = keyof typeof exchanges;

/** Why there is no reply: the hub said so, or nothing whole came back. */
export type NoReply = HubProblemCode | 'offline' | 'cut';

/** A reply whose text was compared with the digest beside it, or why there is none. */
export type Answer = { ok: true; reply: unknown } | { ok: false; code: NoReply };

/** The network. An answer may come late, twice or never; whoever asks decides what still counts. */
export interface Transport {
  ask(question: { what: Question; body: unknown; accessToken: string | null }, done: (answer: Answer) => void): void;
}

export const timerNames = ['deadline', 'back-off', 'edit', 'minute', 'watchdog'] as const;
export type TimerName = (typeof timerNames)[number];

/** Timers by name: setting one again replaces it. */
export interface Timers {
  set(name: TimerName, ms: number): void;
  clear(name: TimerName): void;
}

/** What the sync works with; only the adapters at the edge touch a network, a clock or a timer. */
export type SyncPorts = {
  read: ReadDb;
  store: SyncStore;
  transport: Transport;
  timers: Timers;
  clock: Clock;
  ids: Ids;
  sha256: Sha256;
  /** Milliseconds that only run forward, whatever the device clock does. */
  monotonicMs: () => number;
  /** 0 to below 1. */
  dice: () => number;
  /** Whether files made here have not arrived at the hub, as far as they can. Asked of a revoked device only. */
  hasUnsentFiles: () => boolean;
  /** The device was revoked and has handed over what the hub lacked: the key is destroyed. */
  forget: () => void;
  /** A reply was taken over whole. */
  settled: () => void;
  /** Calls back in a moment, when what was sent before has left. */
  soon: (work: () => void) => void;
  /** Ids and codes only. */
  log: (code: string, facts?: Record<string, string | number>) => void;
};
