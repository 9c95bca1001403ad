import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';
import type { DataStore } from '@tus/server';

/** Part of a file, bytes. */
export type Part = { from: number; length: number };

/** Where content lies: a local folder, or an object store. tus writes into `store`; the rest is what tus does not do. */
export interface BlobFiles {
  readonly store: DataStore;
  read(uploadId: string, part?: Part): Promise<Readable>;
  /** Returns when the content survives a power cut. */
  settle(uploadId: string): Promise<void>;
  remove(uploadId: string): Promise<void>;
}

/** Content in a folder of the hub. The file store of tus writes without syncing, so it is done here before anything is called complete. */
export const folderFiles = (directory: string): BlobFiles => {
  const store = new FileStore({ directory });
  const sync = async (path: string): Promise<void> => {
    const file = await open(path, 'r');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  };
  return {
    store,
    read: async (uploadId, part) =>
      createReadStream(join(directory, uploadId), part && { start: part.from, end: part.from + part.length - 1 }),
    settle: async (uploadId) => {
      await sync(join(directory, uploadId));
      // The name of a new file is on disk only when its folder is.
      await sync(directory);
    },
    remove: (uploadId) => store.remove(uploadId).catch(() => undefined),
  };
};

/** SHA-256 of what lies there, read in pieces, as lower-case hex; and its length. */
export const contentOf = async (files: BlobFiles, uploadId: string): Promise<{ sha256: string; bytes: number }> => {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of await files.read(uploadId)) {
    hash.update(piece as Uint8Array);
    bytes += (piece as Uint8Array).length;
  }
  return { sha256: hash.digest('hex'), bytes };
};
