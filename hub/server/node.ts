import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { createHub } from '../core/hub.ts';
import type { HubPorts, LogCode } from '../core/ports.ts';
import { prepareHub, renewEpoch } from '../core/prepare.ts';
import { replicationDurability } from '../db/durability.ts';
import { metaValue, setMetaOnce } from '../db/meta-rows.ts';
import { listBranches } from '../db/people-rows.ts';
import { openPostgres, type PostgresDatabase } from '../db/postgres.ts';
import { createApp, type Lane } from './app.ts';
import type { HubConfig } from './config.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { createPokes, pokeChannel, type Pokes } from './pokes.ts';
import { argonPasswords, jwtTokens, systemClock, systemIds, systemRandom } from './system-ports.ts';

export type HubNode = { url: string; ports: HubPorts; close(): Promise<void> };

type Running = {
  config: Pick<HubConfig, 'host' | 'port' | 'exposure' | 'requestsPerMinute'>;
  connectionString: string;
  logLevel?: string;
  lanes?: readonly Lane[];
  /** A backup was put back of which the store itself shows nothing. */
  isNewEpoch?: boolean;
};

/** Starts one node over a PostgreSQL. Any number of them may work on the same one. */
export const startNode = async ({
  config,
  connectionString,
  logLevel = 'info',
  lanes = [],
  isNewEpoch = false,
}: Running): Promise<HubNode> => {
  const db = openPostgres(connectionString);
  const metrics = createMetrics();
  const pokes = pokesOver(db, metrics);
  const ports = await portsOver(db, { log: codeLog(logLevel, metrics), pokes });
  if (isNewEpoch) await renewEpoch(ports);
  const stopListening = await db.listen(pokeChannel, pokes.heard);
  const { exposure, requestsPerMinute } = config;
  const https = exposure.kind === 'tls' ? { https: { key: readFileSync(exposure.keyFile), cert: readFileSync(exposure.certFile) } } : {};
  const app = await createApp({ hub: createHub(ports), ports, pokes, metrics }, { exposure, requestsPerMinute, lanes, ...https });
  const url = await app.listen({ host: config.host, port: config.port });
  return {
    url,
    ports,
    // What is being answered is answered; then the listeners, then the store.
    close: async () => {
      pokes.close();
      await closed(app);
      await stopListening();
      await db.close();
    },
  };
};

const sweepEveryMs = 100;
const longestAnswerMs = 10_000;

/** What is being answered is answered. A line that falls idle afterwards, or that never ends, does not hold the node for minutes. */
const closed = async (app: FastifyInstance): Promise<void> => {
  const sweeping = setInterval(() => app.server.closeIdleConnections(), sweepEveryMs);
  const givingUp = setTimeout(() => app.server.closeAllConnections(), longestAnswerMs);
  await app.close().finally(() => {
    clearInterval(sweeping);
    clearTimeout(givingUp);
  });
};

const pokesOver = (db: PostgresDatabase, metrics: Metrics): Pokes =>
  createPokes({
    broadcast: (text) => db.notify(pokeChannel, text),
    regionOf: async (branchId) => (await db.snapshot(listBranches)).find(({ id }) => id === branchId)?.regionId ?? null,
    onCount: (count) => metrics.sockets.set(count),
  });

const portsOver = async (db: PostgresDatabase, { log, pokes }: { log: LogCode; pokes: Pokes }): Promise<HubPorts> => {
  const clock = systemClock;
  // A server that forgets what it has committed is refused at once.
  await db.replication();
  const bare = {
    db,
    clock,
    ids: systemIds,
    random: systemRandom,
    passwords: argonPasswords,
    durability: replicationDurability({ read: db.replication, nowMs: () => performance.now(), wait }),
    announce: pokes.announce,
    log,
  };
  const noTokens = { sign: async () => '', read: async () => null };
  await prepareHub({ ...bare, tokens: noTokens }, db.serverMark);
  const secret = await db.transaction(async (tx) => {
    await setMetaOnce(tx, 'token-secret', Buffer.from(systemRandom.bytes(32)).toString('hex'));
    return (await metaValue(tx, 'token-secret')) ?? '';
  });
  return { ...bare, tokens: jwtTokens(Buffer.from(secret, 'hex'), clock) };
};

/** Structured lines of a code with ids and numbers, and a counter per code. */
const codeLog = (level: string, metrics: Metrics): LogCode => {
  const logger = pino({ level, base: null });
  return (code, facts = {}) => {
    metrics.events.inc({ code });
    logger.info({ code, ...facts });
  };
};
