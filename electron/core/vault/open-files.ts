import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { openBlobFile, type BlobFile } from '../../db/blob-store.ts';
import type { Fault } from '../../db/faults.ts';
import { fileKey } from '../../db/keys.ts';
import { openStore, type Store } from '../../db/open.ts';
import { storePorts } from '../store-ports.ts';
import { openSession } from '../open-session.ts';
import type { Session } from '../session.ts';
import { finishSetUp, type DataFiles } from '../../db/data-files.ts';
import type { CoreEvent, CoreOptions } from '../core-options.ts';

/** Both files open, with the key that opens them. */
export type OpenFiles = { master: Uint8Array; store: Store; blobs: BlobFile; session: Session; close(): void };

type How = { files: DataFiles; master: Uint8Array; adopt: boolean };

/** Opens both files with the master key. */
export const openFiles = (options: CoreOptions, how: How, announce: (event: CoreEvent) => void): Result<OpenFiles, Fault> => {
  const { files, master, adopt } = how;
  finishSetUp(files);
  const store = openStore(
    { path: files.database, key: fileKey(master, 'database'), mode: 'existing', adopt },
    storePorts(options, ({ slugs, caseId }) => announce({ slugs: [...slugs], caseId, vault: false })),
  );
  if (!store.ok) return store;
  const blobs = openBlobFile({ path: files.attachments, key: fileKey(master, 'attachments') });
  if (!blobs.ok) {
    store.value.close();
    return err(blobs.error);
  }
  return ok(openFilesOf(options, { master, store: store.value, blobs: blobs.value }));
};

const openFilesOf = ({ clock, ids }: CoreOptions, parts: Pick<OpenFiles, 'master' | 'store' | 'blobs'>): OpenFiles => ({
  ...parts,
  session: openSession({ store: parts.store, blobs: parts.blobs, clock, ids }),
  close: () => {
    parts.blobs.close();
    parts.store.close();
    parts.master.fill(0);
  },
});
