import { inScope, type Standing } from '../../shared/people/scope.ts';
import type { CaseScope } from '../../shared/sync/entry.ts';
import { pingEveryMs } from '../../shared/sync/poke.ts';

/** What a poke needs of a WebSocket. */
export type PokeSocket = { send(text: string): void; ping(): void; close(code: number): void };

/** Says something to all nodes, this one included. */
export type Broadcast = (text: string) => Promise<void>;

type Listener = { socket: PokeSocket; standing: Standing; renew: () => Promise<Standing | null> };
type Told = { branchId: string | null; ownerId: string | null; regionId: string | null };

export const pokeChannel = 'liubu_poke';
const gatherMs = 100;
/** A NOTIFY carries at most 8,000 bytes; beyond this many scopes everybody is told. */
const maxScopes = 40;
const message = JSON.stringify({ poke: 'pull' });

type Parts = { broadcast: Broadcast; regionOf: (branchId: string) => Promise<string | null>; onCount: (count: number) => void };

/** What is to be said, gathered for a moment. */
const gathering = (say: (scopes: readonly CaseScope[] | 'all') => Promise<void>) => {
  const gathered = new Map<string, CaseScope>();
  let everybody = false;
  let timer: NodeJS.Timeout | null = null;

  const flush = (): void => {
    const scopes = everybody || gathered.size > maxScopes ? 'all' : [...gathered.values()];
    timer = null;
    everybody = false;
    gathered.clear();
    void say(scopes).catch(() => undefined);
  };
  const later = (): void => {
    timer ??= setTimeout(flush, gatherMs);
  };
  return {
    announce: (scopes: readonly CaseScope[]): void => {
      for (const scope of scopes) gathered.set(`${scope.branchId} ${scope.ownerId}`, scope);
      later();
    },
    /** Something of the company changed: people, limits, packs, a device that was revoked. */
    announceToAll: (): void => {
      everybody = true;
      later();
    },
    stop: (): void => {
      if (timer) clearTimeout(timer);
    },
  };
};

/**
 * Tells devices to pull: gathered for a moment, said to all nodes after the commit on a connection of its own, and passed to those
 * who may see one of the cases that moved. It carries no data, and nothing depends on it. Source: SPEC [SY-73].
 */
export const createPokes = ({ broadcast, regionOf, onCount }: Parts) => {
  const listeners = new Set<Listener>();
  const { announce, announceToAll, stop } = gathering(async (scopes) =>
    broadcast(JSON.stringify(scopes === 'all' ? scopes : await placed(scopes, regionOf))),
  );

  /** Another node, or this one, says that something moved. */
  const heard = (text: string): void => {
    const told = JSON.parse(text) as Told[] | 'all';
    for (const { socket, standing } of listeners) {
      if (told === 'all' || told.some((one) => inScope(standing, one as never))) socket.send(message);
    }
  };

  const add = (listener: Listener): (() => void) => {
    listeners.add(listener);
    onCount(listeners.size);
    return () => {
      listeners.delete(listener);
      onCount(listeners.size);
    };
  };

  const pinging = setInterval(() => pingAll(listeners), pingEveryMs);
  pinging.unref();

  const close = (): void => {
    clearInterval(pinging);
    stop();
    for (const { socket } of listeners) socket.close(1_001);
  };
  return { announce, announceToAll, heard, add, close };
};

const placed = (scopes: readonly CaseScope[], regionOf: Parts['regionOf']): Promise<Told[]> =>
  Promise.all(
    scopes.map(async ({ branchId, ownerId }) => ({ branchId, ownerId, regionId: branchId === null ? null : await regionOf(branchId) })),
  );

/** Rights are looked at again with every ping: a socket that was opened lawfully does not stay so by itself. */
const pingAll = (listeners: ReadonlySet<Listener>): void => {
  for (const listener of listeners) {
    listener.socket.ping();
    void listener.renew().then(
      (standing) => (standing ? Object.assign(listener, { standing }) : listener.socket.close(4_401)),
      () => undefined,
    );
  }
};

export type Pokes = ReturnType<typeof createPokes>;
