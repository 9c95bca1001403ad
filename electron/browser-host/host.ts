import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Random } from '../../shared/kernel/ports.ts';
import type { Wire } from '../core/rpc-wire.ts';
import type { AssetTable } from '../shell/asset-table.ts';
import { Admission } from './admission.ts';
import { acceptSockets } from './rpc-socket.ts';
import { servePages } from './serve-pages.ts';

export type HostOptions = {
  /** 0: any free port. */
  port: number;
  assets: AssetTable;
  random: Random;
  serve: (wire: Wire) => void;
  /** Gives a print page out, once. */
  takePrint: (printId: string) => string | null;
  /** Told a fresh one-time address each time one was used. */
  onAddress: (address: string) => void;
};

export type Host = { address: string; origin: string; close(): Promise<void> };

/** The core behind a loopback WebSocket, for any Chromium-family browser on this machine. Never part of the package. */
export const startHost = async ({ port, assets, random, serve, takePrint, onAddress }: HostOptions): Promise<Host> => {
  const admission = new Admission(random);
  const pages = servePages({ table: assets, admission, takePrint, onRedeemed: () => onAddress(admission.address()) });
  const server = createServer((request, response) => {
    pages(request, response).catch(() => response.destroy());
  });
  server.maxHeadersCount = 100;
  server.requestTimeout = 30_000;
  const closeSockets = acceptSockets(server, admission, serve);
  admission.listensOn(await listen(server, port));
  return {
    address: admission.address(),
    origin: admission.origin,
    close: async () => {
      closeSockets();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
