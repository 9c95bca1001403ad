import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Counts } from './counted-sockets.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** What a device prints when it is done, with the bytes its hub received and sent meanwhile. */
export type Run = { ms: number; rssMb: number; cpuMs: number; indexedMs?: number; bytes: number; hubCpuMs: number };
export type Side = { hub: string; device: string; hubArgs?: string[] };

const firstLine = (child: ChildProcess, file: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    const errors: string[] = [];
    child.stdout?.on('data', (part: Buffer) => {
      text += part.toString();
      const line = text.split('\n').find((one) => one.startsWith('{') && one.endsWith('}'));
      if (line !== undefined) resolve(line);
    });
    child.stderr?.on('data', (part: Buffer) => errors.push(part.toString()));
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}: ${errors.join('').slice(-2_000)}`)));
  });

/** Starts a child of the benchmark and waits for the first JSON line it prints. */
export const startChild = async <T>(file: string, ...args: string[]): Promise<{ said: T; child: ChildProcess }> => {
  const child = spawn(process.execPath, [join(here, file), ...args], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  return { said: JSON.parse(await firstLine(child, file)) as T, child };
};

export const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });

export const countsOf = (hub: ChildProcess): Promise<Counts> =>
  new Promise((resolve) => {
    hub.once('message', (counts) => resolve(counts as Counts));
    hub.send('counts');
  });

/** Has a hub process do something, see `hub-content.ts`. */
export const doTask = <T>(hub: ChildProcess, task: string, given: object = {}): Promise<T> =>
  new Promise((resolve, reject) => {
    hub.once('message', (message) => {
      const { reply, error } = message as { reply?: T; error?: string };
      return error === undefined ? resolve(reply as T) : reject(new Error(`${task}: ${error}`));
    });
    hub.send({ task, given });
  });

/** Tells a watching device to sync until it has so many logs; milliseconds. */
export const syncOnce = (device: ChildProcess, logs: number): Promise<number> =>
  new Promise((resolve) => {
    device.once('message', (took) => resolve((took as { ms: number }).ms));
    device.send({ logs });
  });

/** One fresh hub; the corpus is pushed from one fresh device and pulled into another, each a process of its own. */
export const pushAndPull = async ({ hub, device, hubArgs = [] }: Side): Promise<{ push: Run; pull: Run; hubRssMb: number }> => {
  const folder = mkdtempSync(join(tmpdir(), 'liubu-sync-bench-'));
  for (const name of ['hub', 'device']) mkdirSync(join(folder, name));
  const { said, child } = await startChild<{ port: number; password?: string }>(hub, join(folder, 'hub'), ...hubArgs);
  try {
    const url = `http://127.0.0.1:${said.port}`;
    const once = async (way: string): Promise<Run> => {
      const before = await countsOf(child);
      const run = await startChild<Run>(device, way, join(folder, 'device'), url, said.password ?? '');
      await ended(run.child);
      const after = await countsOf(child);
      const hubCpuMs = after.cpuMs - before.cpuMs;
      return { ...run.said, hubCpuMs, bytes: after.received + after.sent - before.received - before.sent };
    };
    return { push: await once('push'), pull: await once('pull'), hubRssMb: (await countsOf(child)).rssMb };
  } finally {
    await ended(child);
    rmSync(folder, { recursive: true, force: true });
  }
};
