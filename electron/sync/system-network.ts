import { httpTransport } from './http-transport.ts';
import { openPokes } from './poke-socket.ts';
import { hubDownloads } from './content/hub-downloads.ts';
import type { Downloads, Uploads } from './content/ports.ts';
import { hubAdmin, type HubAdmin } from './hub-admin.ts';
import { tusUploads } from './content/tus-uploads.ts';
import type { Timers, TimerName, Transport } from './ports.ts';
import { dice, later, monotonicMs, systemTimers } from './system-timers.ts';

/** Everything of the outside world that a sync needs; entry files hand it to the core, tests bring their own. */
export type Network = {
  transport(address: () => string): Transport;
  timers(fire: (name: TimerName) => void): Timers & { close(): void };
  pokes(options: { address: string; accessToken: () => string | null; poked: () => void }): { close(): void };
  /** The road of files. */
  uploads(address: () => string): Uploads;
  downloads(address: () => string): Downloads;
  /** The administrator's door. */
  admin(address: () => string): HubAdmin;
  /** Calls back once; the returned function takes it back. */
  later(ms: number, work: () => void): () => void;
  monotonicMs(): number;
  dice(): number;
};

const shortestPauseMs = 2_000;
const jitterMs = 28_000;

export const systemNetwork: Network = {
  transport: httpTransport,
  timers: systemTimers,
  pokes: (options) => openPokes({ ...options, pauseMs: () => shortestPauseMs + Math.ceil(dice() * jitterMs) }),
  uploads: tusUploads,
  downloads: hubDownloads,
  admin: hubAdmin,
  later,
  monotonicMs,
  dice,
};
