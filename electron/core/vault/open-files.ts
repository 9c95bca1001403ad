import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { openBlobFile, type BlobFile } from '../../db/blob-store.ts';
import type { Fault } from '../../db/faults.ts';
import { fileKey } from '../../db/keys.ts';
import { openStore, type Store } from '../../db/open.ts';
import { storePorts } from '../store-ports.ts';
import { openSession } from '../open-session.ts';
import type { Session } from '../session.ts';
import { createSyncService, type SyncService } from '../sync-service.ts';
import { finishSetUp, type DataFiles } from '../../db/data-files.ts';
import type { CoreEvent, CoreOptions } from '../core-options.ts';

/** Both files open, with the key that opens them. */
export type OpenFiles = { master: Uint8Array; store: Store; blobs: BlobFile; session: Session; sync: SyncService | null; close(): void };

type How = { files: DataFiles; master: Uint8Array; adopt: boolean; forget: () => void };

/** Opens both files with the master key. */
export const openFiles = (options: CoreOptions, how: How, announce: (event: CoreEvent) => void): Result<OpenFiles, Fault> => {
  const { files, master, adopt } = how;
  const late: { sync: SyncService | null } = { sync: null };
  finishSetUp(files);
  const store = openStore(
    { path: files.database, key: fileKey(master, 'database'), mode: 'existing', adopt },
    {
      ...storePorts(options, ({ slugs, caseId }) => announce({ slugs: [...slugs], caseId, vault: false })),
      committed: () => late.sync?.edited(),
    },
  );
  if (!store.ok) return store;
  const blobs = openBlobFile({ path: files.attachments, key: fileKey(master, 'attachments') });
  if (!blobs.ok) {
    store.value.close();
    return err(blobs.error);
  }
  const opened = openFilesOf(options, { master, store: store.value, blobs: blobs.value, forget: how.forget });
  late.sync = opened.sync;
  opened.sync?.resume();
  return ok(opened);
};

type Parts = Pick<OpenFiles, 'master' | 'store' | 'blobs'> & { forget: () => void };

const openFilesOf = (options: CoreOptions, { forget, ...parts }: Parts): OpenFiles => {
  const { clock, ids, network } = options;
  const { store, blobs } = parts;
  const sync = network ? createSyncService({ options, network, store, blobs, forget }) : null;
  return {
    ...parts,
    session: openSession({ store, blobs, clock, ids }),
    sync,
    close: () => {
      sync?.close();
      parts.blobs.close();
      parts.store.close();
      parts.master.fill(0);
    },
  };
};
