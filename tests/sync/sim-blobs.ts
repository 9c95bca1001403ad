import type { BlobStore } from '../../electron/db/blob-store.ts';
import { sha256Of } from './sim-hub.ts';

/** The second file of a device, in memory: content by its hash. */
export type SimBlobs = Required<BlobStore> & {
  drop(sha256s: readonly string[]): void;
  names(): string[];
  /** Remembers what is here, as an image of the disk does. */
  keepImage(): void;
  goBack(): void;
  takeFrom(other: SimBlobs): void;
  all(): ReadonlyMap<string, Uint8Array>;
};

export const createSimBlobs = (): SimBlobs => {
  let here = new Map<string, Uint8Array>();
  let image = new Map<string, Uint8Array>();
  return {
    put: (bytes) => {
      const sha256 = sha256Of(bytes);
      here.set(sha256, bytes);
      return { ok: true, value: { sha256 } };
    },
    has: (sha256) => here.has(sha256),
    read: (sha256) => here.get(sha256) ?? null,
    readRange: (sha256, from, length) => here.get(sha256)?.subarray(from, from + length) ?? null,
    drop: (sha256s) => sha256s.forEach((one) => here.delete(one)),
    names: () => [...here.keys()],
    keepImage: () => {
      image = new Map(here);
    },
    goBack: () => {
      here = new Map(image);
    },
    takeFrom: (other) => {
      here = new Map(other.all());
    },
    all: () => here,
  };
};
