import type { HubPorts } from '../core/ports.ts';
import { dropUpload, staleUploads } from '../db/blob-rows.ts';
import type { BlobFiles } from './blob-files.ts';

/** After these days without an end an upload is given up; the device begins it anew. */
const keptDays = 14;
const dayMs = 86_400_000;

/** Throws away what was begun and never finished. */
export const dropStaleUploads = async (ports: Pick<HubPorts, 'db' | 'clock' | 'log'>, files: BlobFiles): Promise<number> => {
  const before = new Date(Date.parse(ports.clock.now()) - keptDays * dayMs).toISOString();
  try {
    const stale = await ports.db.snapshot((reads) => staleUploads(reads, before));
    for (const { uploadId } of stale) {
      await ports.db.transaction((tx) => dropUpload(tx, uploadId));
      await files.remove(uploadId);
    }
    return stale.length;
  } catch (error) {
    // The store is out of reach: the next turn finds the same.
    ports.log('attachments.cleaning', { fault: error instanceof Error ? error.name : 'unknown' });
    return 0;
  }
};
