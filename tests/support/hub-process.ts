import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** `npm run hub` in a process of its own, with its own PostgreSQL and the seeded people. */
export type HubProcess = {
  url: string;
  port: number;
  /** Password by sign-in name. */
  passwords: ReadonlyMap<string, string>;
  end(): Promise<void>;
};

/** One line per person: role, sign-in name, password, name. */
const signInPattern = /^(?:surveyor|handler|supervisor|admin)\s+(\w+)\s+(\w+)\s{3}/gm;

export const startHubProcess = async (): Promise<HubProcess> => {
  const folder = mkdtempSync(join(tmpdir(), 'liubu-e2e-hub-'));
  // The embedded server runs as a user of its own when the tests run as root.
  chmodSync(folder, 0o755);
  const env = { ...process.env, LIUBU_HUB_DATA: folder, LIUBU_HUB_PORT: '0' };
  const child = spawn(process.execPath, [join(root, 'hub', 'main.ts')], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = await ready(child);
  const url = /Liubu hub is ready at (http:\S+)/.exec(output)?.[1] ?? '';
  return {
    url,
    port: Number(new URL(url).port),
    passwords: new Map([...output.matchAll(signInPattern)].map(([, name = '', password = '']) => [name, password])),
    end: async () => {
      await stopped(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const ready = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    const output: string[] = [];
    const read = (chunk: Buffer): void => {
      output.push(chunk.toString());
      if (output.join('').includes('Liubu hub is ready at')) resolve(output.join(''));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`the hub ended with ${code}: ${output.join('')}`)));
  });

/** Orderly, so that its PostgreSQL ends with it. */
const stopped = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
