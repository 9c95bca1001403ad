import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { doTask, ended, startChild } from './processes.ts';

/** A hub with content and a device that has fetched all it may see of it. */
export type Watched = { hub: ChildProcess; device: ChildProcess; url: string; logs: number; end(): Promise<void> };

type Content = { cases: number; logs: number; foreign?: number };

export const startWatched = async (postgres: string, { foreign = 0, ...seed }: Content): Promise<Watched> => {
  const folder = mkdtempSync(join(tmpdir(), 'liubu-sync-bench-'));
  const hub = await startChild<{ port: number; password: string }>('liubu-hub.ts', folder, postgres);
  const url = `http://127.0.0.1:${hub.said.port}`;
  await doTask(hub.child, 'seed', seed);
  if (foreign > 0) await doTask(hub.child, 'foreign', { entries: foreign });
  const device = await startChild<{ logs: number }>('watch-device.ts', join(folder, 'device'), url, hub.said.password);
  return {
    hub: hub.child,
    device: device.child,
    url,
    logs: device.said.logs,
    end: async () => {
      await ended(device.child);
      await ended(hub.child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
