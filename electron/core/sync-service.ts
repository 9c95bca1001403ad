import { keepState, readState } from '../db/sync-state.ts';
import type { BlobFile } from '../db/blob-store.ts';
import type { Store } from '../db/open.ts';
import { droppedContent, keepDropped } from '../db/evict-case.ts';
import { createRunner, type SyncRunner } from '../sync/runner.ts';
import { sha256, type Network } from '../sync/system-network.ts';
import type { Answer, Question, Timers } from '../sync/ports.ts';
import type { CoreOptions } from './core-options.ts';

type Parts = { options: CoreOptions; network: Network; store: Store; blobs: BlobFile; forget: () => void };

/** The sync of the open file, as the handlers use it. */
export type SyncService = {
  runner: SyncRunner;
  store: Store;
  /** One question outside of the loop: signing in. */
  ask(question: { what: Question; body: unknown; address: string }): Promise<Answer>;
  /** Something was committed here. */
  edited(): void;
  /** Begins or goes on with the hub that is kept; without one nothing happens. */
  resume(): void;
  close(): void;
};

/** Runs the loop while the file is open. Without a hub it never sends, waits or wakes. */
export const createSyncService = (parts: Parts): SyncService => {
  const { network, store, blobs } = parts;
  const held: { pokes: { close(): void } | null } = { pokes: null };
  const timers = network.timers((name) => runner.timer(name));
  const runner = runnerOf(parts, timers);
  const connected = (): boolean => readState(store.read, 'hub') !== null && readState(store.read, 'session') !== null;
  return {
    runner,
    store,
    ask: ({ address, ...question }) =>
      new Promise((done) => network.transport(() => address).ask({ ...question, accessToken: null }, done)),
    edited: () => {
      if (connected()) runner.wake('edit');
    },
    resume: () => {
      dropContent(store, blobs);
      held.pokes?.close();
      held.pokes = null;
      if (readState(store.read, 'hub') === null) return;
      runner.start();
      if (connected()) held.pokes = pokesOf(parts, runner);
    },
    close: () => {
      held.pokes?.close();
      timers.close();
      runner.close();
    },
  };
};

const runnerOf = ({ options, network, store, blobs, forget }: Parts, timers: Timers): SyncRunner =>
  createRunner({
    read: store.read,
    store: store.sync,
    transport: network.transport(() => readState(store.read, 'hub')?.address ?? ''),
    timers,
    clock: options.clock,
    ids: options.ids,
    sha256,
    monotonicMs: network.monotonicMs,
    dice: network.dice,
    forget,
    log: options.log,
    settled: () => dropContent(store, blobs),
  });

const pokesOf = ({ network, store }: Parts, runner: SyncRunner): { close(): void } =>
  network.pokes({
    address: readState(store.read, 'hub')?.address ?? '',
    accessToken: () => readState(store.read, 'session')?.accessToken ?? null,
    poked: () => runner.wake('poke'),
  });

/** Files of handed-over cases, named in the transaction that took the case away; a crash in between is made good here. */
const dropContent = (store: Store, blobs: BlobFile): void => {
  const names = droppedContent(store.read);
  if (names.length === 0) return;
  blobs.drop(names);
  store.sync.keep((db) => keepDropped(db, names));
};

/** Signing out keeps the data and the hub; only the secrets go. */
export const endSession = (store: Store): void =>
  store.sync.keep((db) => {
    keepState(db, 'session', null);
    keepState(db, 'stop', { reason: 'relogin', revoked: false });
  });
