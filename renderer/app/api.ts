import { createORPCClient, ORPCError, type ClientLink } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { WebSocket as ReconnectingSocket } from 'partysocket';
import type { contract } from '../../shared/contract.ts';
import { connectMessage, type DesktopBridge } from '../../shared/kernel/bridge.ts';
import type { Problem } from '../../shared/kernel/problem.ts';

export type Api = ContractRouterClient<typeof contract>;

type Link = ClientLink<Record<never, never>>;
type OnState = (connected: boolean) => void;

/**
 * In the shell: hands one end of a fresh channel to the preload, which passes it to the core. When the core is restarted the
 * port closes and the next one is asked for.
 */
const portLink = (onState: OnState): Link => {
  const open = (): PortLink<Record<never, never>> => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('close', () => {
      onState(false);
      current = open();
      onState(true);
    });
    window.postMessage(connectMessage, window.location.origin, [port2]);
    port1.start();
    return new PortLink({ port: port1 });
  };
  let current = open();
  return { call: (path, input, options) => current.call(path, input, options) };
};

/** In a browser: a loopback WebSocket that comes back by itself when the core is restarted. */
const socketLink = (onState: OnState): Link => {
  const url = new URL('/rpc', window.location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  const websocket = new ReconnectingSocket(url.href, [], {
    minReconnectionDelay: 200,
    maxReconnectionDelay: 3_000,
    maxEnqueuedMessages: 0,
  });
  websocket.addEventListener('open', () => onState(true));
  websocket.addEventListener('close', () => onState(false));
  return new SocketLink({ websocket: websocket as unknown as WebSocket });
};

/** Connects this page to the core. `onState` tells when the connection is lost and back. */
export const connect = (onState: OnState): Api => {
  const { liubu } = window as { liubu?: DesktopBridge };
  return createORPCClient(liubu === undefined ? socketLink(onState) : portLink(onState));
};

/** Query and mutation options for TanStack Query, keyed by slug and procedure. */
export const createQueries = (api: Api) => createTanstackQueryUtils(api);
export type Queries = ReturnType<typeof createQueries>;

/** The declared problem behind an error, or null when it is a bug or a lost connection. */
export const problemOf = (error: unknown): Problem | null =>
  error instanceof ORPCError && error.code === 'PROBLEM' ? (error.data as Problem) : null;

/** The reference number of a bug, or null. */
export const bugReferenceOf = (error: unknown): string | null =>
  error instanceof ORPCError && error.code === 'BUG' ? (error.data as { reference: string }).reference : null;
