import { Transform, type Readable } from 'node:stream';
import { S3Store } from '@tus/s3-store';
import type { ObjectStore } from '../server/config.ts';
import type { BlobFiles, Part } from './blob-files.ts';

/** An S3-compatible store, as the compose file starts one. Its objects are durable when the store has answered. */
export const s3Files = ({ accessKeyId, secretAccessKey, ...rest }: ObjectStore): BlobFiles => {
  const store = new S3Store({
    partSize: 8 * 1024 * 1024,
    s3ClientConfig: { ...rest, forcePathStyle: true, credentials: { accessKeyId, secretAccessKey } },
  });
  return {
    store,
    read: async (uploadId, part) => {
      const whole = (await store.read(uploadId)) as Readable;
      return part ? whole.pipe(only(part)) : whole;
    },
    settle: async () => undefined,
    remove: (uploadId) => store.remove(uploadId).catch(() => undefined),
  };
};

const only = ({ from, length }: Part): Transform => {
  let at = 0;
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      const start = Math.max(0, from - at);
      const end = Math.min(piece.length, from + length - at);
      at += piece.length;
      done(null, end > start ? piece.subarray(start, end) : undefined);
    },
  });
};
