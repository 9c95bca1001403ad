import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../../../hub/server/embedded.ts';
import type { Figure } from '../figure.ts';
import { benchDelta } from './delta.ts';
import { benchIdle } from './idle.ts';
import { benchLanes } from './lanes.ts';
import { benchThroughput } from './throughput.ts';

/** The sync lanes: real hub nodes over a real PostgreSQL with fsync, real cores with encrypted files, each a process of its own. */
export const benchSync = async (show: (figures: readonly Figure[]) => void, say: (text: string) => void): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'liubu-bench-hub-'));
  // PostgreSQL runs as a user of its own when this runs as root.
  chmodSync(folder, 0o755);
  const server = await startEmbedded(folder);
  try {
    show(await benchLanes(server.connectionString, say));
    show(await benchIdle(server.connectionString));
    show([await benchDelta(server.connectionString)]);
    show([await benchThroughput(server.connectionString)]);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
