import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../../../hub/server/embedded.ts';
import type { Figure } from '../figure.ts';
import { benchDelta } from './delta.ts';
import { benchIdle } from './idle.ts';
import { benchLanes } from './lanes.ts';
import { benchThroughput } from './throughput.ts';

/** What `--only` may name of the sync figures. */
export const syncParts = ['sync-lanes', 'sync-idle', 'sync-delta', 'hub-throughput'] as const;
type SyncPart = (typeof syncParts)[number];

type Told = {
  wants: (part: SyncPart) => boolean;
  show: (figures: readonly Figure[]) => void;
  say: (text: string) => void;
};

/** The sync lanes: real hub nodes over a real PostgreSQL with fsync, real cores with encrypted files, each a process of its own. */
export const benchSync = async ({ wants, show, say }: Told): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'liubu-bench-hub-'));
  // PostgreSQL runs as a user of its own when this runs as root.
  chmodSync(folder, 0o755);
  const server = await startEmbedded(folder);
  try {
    const at = server.connectionString;
    if (wants('sync-lanes')) show(await benchLanes(at, say));
    if (wants('sync-idle')) show(await benchIdle(at));
    if (wants('sync-delta')) show([await benchDelta(at)]);
    if (wants('hub-throughput')) show([await benchThroughput(at)]);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
