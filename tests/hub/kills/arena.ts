import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SignIn } from '../../../hub/core/seed.ts';
import { seedHub } from '../../../hub/core/seed.ts';
import { startEmbedded, type EmbeddedServer } from '../../../hub/server/embedded.ts';
import { startNode } from '../../../hub/server/node.ts';
import type { Dice } from '../../sync/dice.ts';
import type { DeviceOrder } from './device-order.ts';
import { startRoughProxy, type RoughProxy } from './rough-proxy.ts';
import { createVictim, type Victim } from './victim.ts';

const source = (...parts: string[]): string => fileURLToPath(new URL(`../../../${parts.join('/')}`, import.meta.url));

/** Two nodes on one PostgreSQL, two devices behind bad lines; all are processes of their own. */
export type Arena = {
  databaseUrl: string;
  blobFolder: string;
  nodes: Victim[];
  devices: { victim: Victim; line: RoughProxy; order: DeviceOrder }[];
  server: { restart(): Promise<void> };
  /** A device of the same person that has never been there, on a good line; it only fetches. */
  newcomer(order: DeviceOrder): Promise<Victim>;
  close(): Promise<void>;
};

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

export const openArena = async (dice: Dice): Promise<Arena> => {
  const folder = mkdtempSync(join(tmpdir(), 'liubu-kills-'));
  // PostgreSQL runs as a user of its own when the rounds run as root.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const running: { server: EmbeddedServer } = { server: await startEmbedded(folder, port) };
  const databaseUrl = running.server.connectionString;
  const signIns = await seed(databaseUrl);
  const ports = [await freePort(), await freePort()];
  const nodes = ports.map((one, i) => nodeVictim(`node ${i + 1}`, { port: one, databaseUrl, folder }));
  await Promise.all(nodes.map((node) => node.start()));
  const devices = await Promise.all(
    ['surveyor', 'handler'].map(async (loginName, i) => {
      const line = await startRoughProxy(ports, dice);
      const order = orderOf(folder, { loginName, signIns, address: line.url, seed: dice.below(1e9) + i });
      return { line, order, victim: deviceVictim(loginName, order, dice) };
    }),
  );
  await Promise.all(devices.map(({ victim }) => victim.start()));
  const later: Victim[] = [];
  return {
    databaseUrl,
    blobFolder: join(folder, 'attachments'),
    nodes,
    devices,
    server: {
      restart: async () => {
        await killServer(folder);
        running.server = await startAgain(folder, port);
      },
    },
    newcomer: async (order) => {
      const dataDir = `${order.dataDir}-new`;
      const victim = deviceVictim(
        `new ${order.loginName}`,
        { ...order, dataDir, address: `http://127.0.0.1:${ports[0]}`, works: false },
        dice,
      );
      later.push(victim);
      await victim.start();
      return victim;
    },
    close: async () => {
      await Promise.all([...devices.map(({ victim }) => victim), ...later].map((one) => one.kill()));
      await Promise.all(devices.map(({ line }) => line.close()));
      await Promise.all(nodes.map((node) => node.end()));
      await running.server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Invented people, as `npm run hub` makes them. */
const seed = async (connectionString: string): Promise<SignIn[]> => {
  const config = { host: '127.0.0.1', port: 0, exposure: { kind: 'loopback' }, requestsPerMinute: 1_000 } as const;
  const node = await startNode({ config, connectionString, logLevel: 'silent' });
  const made = await seedHub(node.ports, { adminOnly: false });
  await node.close();
  return made;
};

type Node = { port: number; databaseUrl: string; folder: string };

const nodeVictim = (name: string, { port, databaseUrl, folder }: Node): Victim =>
  createVictim({
    name,
    args: () => [source('hub', 'main.ts')],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      LIUBU_HUB_DATA: folder,
      LIUBU_HUB_PORT: String(port),
      LIUBU_HUB_REQUESTS_PER_MINUTE: '1000000',
    },
    isReady: (line) => line.includes('Liubu hub is ready at'),
    onLine: () => undefined,
  });

type Person = { loginName: string; signIns: readonly SignIn[]; address: string; seed: number };

const orderOf = (folder: string, { loginName, signIns, address, seed: number }: Person): DeviceOrder => {
  const dataDir = join(folder, loginName);
  mkdirSync(dataDir);
  const password = signIns.find((one) => one.loginName === loginName)?.password ?? '';
  return { dataDir, passcode: 'open sesame 6', address, loginName, password, seed: number, works: true };
};

/** Every life throws other dice. */
const deviceVictim = (name: string, order: DeviceOrder, dice: Dice): Victim =>
  createVictim({
    name,
    args: () => [source('tests', 'hub', 'kills', 'device-process.ts'), JSON.stringify({ ...order, seed: dice.below(1e9) })],
    isReady: (line) => line === '{"ready":true}',
    onLine: (line) => JSON.parse(line) as unknown,
  });

const killServer = async (folder: string): Promise<void> => {
  const pid = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  process.kill(pid, 'SIGKILL');
  await new Promise((resolve) => setTimeout(resolve, 300));
};

/** Left-over server processes need a moment to notice that the first one is gone. */
const startAgain = async (folder: string, port: number): Promise<EmbeddedServer> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startEmbedded(folder, port);
    } catch (error) {
      if (attempt >= 10) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
};
