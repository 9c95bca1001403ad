import { keepState, readState } from '../db/sync-state.ts';
import { askAgainAfterUpgrade } from '../db/published-rows.ts';
import type { BlobFile } from '../db/blob-store.ts';
import type { Store } from '../db/open.ts';
import { droppedContent, keepDropped } from '../db/evict-case.ts';
import { createContentLane, undelivered, type ContentLane } from '../sync/content/content-lane.ts';
import { fetchContent, type Fetched } from '../sync/content/fetch-content.ts';
import type { ContentPorts } from '../sync/content/ports.ts';
import { isBusy } from '../sync/machine.ts';
import { createRunner, type SyncRunner } from '../sync/runner.ts';
import type { HubAdmin } from '../sync/hub-admin.ts';
import { sha256 } from '../sync/sha256-text.ts';
import type { Network } from '../sync/system-network.ts';
import type { Answer, Question, Timers } from '../sync/ports.ts';
import type { CoreOptions } from './core-options.ts';
import { createIndexing } from './search/indexing.ts';

type Parts = { options: CoreOptions; network: Network; store: Store; blobs: BlobFile; forget: () => void };

/** The sync of the open file, as the handlers use it. */
export type SyncService = {
  runner: SyncRunner;
  /** Files travel beside the changes and never hold them up. */
  content: ContentLane;
  store: Store;
  admin: HubAdmin;
  /** One question outside of the loop: signing in, or, with a token, deciding what waits at the hub. */
  ask(question: { what: Question; body: unknown; address: string; accessToken?: string | null }): Promise<Answer>;
  /** The token that comes after this one, once the loop has renewed it; null when it does not. */
  renewed(accessToken: string): Promise<string | null>;
  /** Brings content here that only the hub has. */
  fetch(wanted: { caseId: string; sha256: string; passing?: boolean }): Promise<Fetched>;
  /** Something was committed here. */
  edited(): void;
  /** Begins or goes on with the hub that is kept; without one nothing happens. */
  resume(): void;
  close(): void;
};

/** Enough for a request to leave the process. */
const leaveMs = 2;

/** Runs the loop while the file is open. Without a hub it never sends, waits or wakes. */
export const createSyncService = (parts: Parts): SyncService => {
  const { network, store, blobs } = parts;
  const held: { pokes: { close(): void } | null; closed: boolean } = { pokes: null, closed: false };
  const timers = network.timers((name) => runner.timer(name));
  const ports = contentPortsOf(parts, () => runner.wake('hand'));
  const content = createContentLane(ports);
  const indexing = createIndexing({ store, later: network.later, busy: () => isBusy(runner.state().phase) });
  const runner = runnerOf(parts, timers, () => {
    dropContent(store, blobs);
    for (const part of [content, indexing]) part.wake();
  });
  return {
    runner,
    content,
    store,
    admin: network.admin(() => readState(store.read, 'hub')?.address ?? ''),
    fetch: (wanted) => fetchContent(ports, wanted),
    ask: (question) => askOnce(network, question),
    renewed: (before) => nextToken(parts, { before, runner, isClosed: () => held.closed }),
    edited: () => {
      if (isConnected(store)) runner.wake('edit');
    },
    resume: () => {
      dropContent(store, blobs);
      indexing.wake();
      held.pokes?.close();
      held.pokes = null;
      if (readState(store.read, 'hub') === null) return;
      afterUpgrade(parts);
      runner.start();
      content.wake();
      if (isConnected(store)) held.pokes = pokesOf(parts, runner);
    },
    close: () => {
      held.closed = true;
      held.pokes?.close();
      for (const part of [timers, runner, indexing, content]) part.close();
    },
  };
};

/** Another version of the app reads published documents anew. */
const afterUpgrade = ({ options, store }: Parts): void => {
  if (readState(store.read, 'readBy')?.appVersion === options.version) return;
  store.sync.keep((db) => askAgainAfterUpgrade(db, options.version));
};

const isConnected = ({ read }: Store): boolean => readState(read, 'hub') !== null && readState(read, 'session') !== null;

const askOnce: (network: Network, question: Parameters<SyncService['ask']>[0]) => Promise<Answer> = (network, { address, ...question }) =>
  new Promise((done) => network.transport(() => address).ask({ accessToken: null, ...question }, done));

const lookEveryMs = 100;
const mostLooks = 100;

type Looking = { before: string; runner: SyncRunner; isClosed: () => boolean };

const nextToken = ({ network, store }: Parts, { before, runner, isClosed }: Looking): Promise<string | null> =>
  new Promise((resolve) => {
    runner.wake('hand');
    const look = (left: number): void => {
      if (isClosed()) return resolve(null);
      const token = readState(store.read, 'session')?.accessToken ?? null;
      if (token !== before || left === 0) return resolve(token === before ? null : token);
      network.later(lookEveryMs, () => look(left - 1));
    };
    look(mostLooks);
  });

const contentPortsOf = ({ options, network, store, blobs }: Parts, wakeLoop: () => void): ContentPorts => {
  const address = (): string => readState(store.read, 'hub')?.address ?? '';
  return {
    read: store.read,
    blobs,
    keep: (work) => store.sync.keep(work),
    transport: network.transport(address),
    uploads: network.uploads(address),
    downloads: network.downloads(address),
    ids: options.ids,
    now: () => options.clock.now().at,
    dice: network.dice,
    later: network.later,
    wakeLoop,
    settled: () => dropContent(store, blobs),
    log: options.log,
  };
};

const runnerOf = ({ options, network, store, blobs, forget }: Parts, timers: Timers, settled: () => void): SyncRunner =>
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
    hasUnsentFiles: () => undelivered({ read: store.read, blobs }).length > 0,
    forget,
    log: options.log,
    settled,
    soon: (work) => void network.later(leaveMs, work),
  });

const pokesOf = ({ network, store }: Parts, runner: SyncRunner): { close(): void } =>
  network.pokes({
    address: readState(store.read, 'hub')?.address ?? '',
    accessToken: () => readState(store.read, 'session')?.accessToken ?? null,
    poked: () => runner.wake('poke'),
  });

/** Files of handed-over cases, named in the transaction that took the case away; a crash in between is made good here. */
export const dropContent = (store: Pick<Store, 'read' | 'sync'>, blobs: Pick<BlobFile, 'drop'>): void => {
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
