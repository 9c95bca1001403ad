import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openBlobFile, type BlobFile } from '../../../electron/db/blob-store.ts';
import { connect } from '../../../electron/db/connection.ts';
import { fakeRandom } from '../../support/ids.ts';
import { tempFolder } from '../../support/core.ts';
import { testKey } from '../../support/store.ts';

const open = (path: string): BlobFile => {
  const opened = openBlobFile({ path, key: testKey });
  if (!opened.ok) throw new Error(opened.error);
  onTestFinished(() => opened.value.close());
  return opened.value;
};
const start = (): BlobFile => open(join(tempFolder(onTestFinished), 'attachments.db'));
const put = (blobs: BlobFile, bytes: Uint8Array): string => {
  const done = blobs.put(bytes);
  if (!done.ok) throw new Error(done.error.code);
  return done.value.sha256;
};

test.each([1, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 3 * 1024 * 1024 + 7])(
  '%i bytes come back as they were put, named by their hash',
  (length) => {
    const blobs = start();
    const bytes = fakeRandom(length).bytes(length);
    const sha256 = put(blobs, bytes);
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(Buffer.compare(blobs.read(sha256) ?? new Uint8Array(), bytes)).toBe(0);
  },
);

test('the same content is stored once', () => {
  const blobs = start();
  expect(put(blobs, Uint8Array.of(1, 2, 3))).toBe(put(blobs, Uint8Array.of(1, 2, 3)));
  expect(blobs.count()).toBe(1);
});

test('a part is read across the seams of the chunks, and stops at the end', () => {
  const blobs = start();
  const bytes = fakeRandom(5).bytes(600_000);
  const sha256 = put(blobs, bytes);
  for (const [from, length] of [
    [0, 10],
    [262_140, 10],
    [262_144, 262_144],
    [599_990, 100],
    [700_000, 5],
  ] as const) {
    expect(Buffer.from(blobs.readRange(sha256, from, length) ?? []).equals(Buffer.from(bytes.subarray(from, from + length)))).toBe(true);
  }
});

test('content that is not here is null, not empty', () => {
  const blobs = start();
  expect([blobs.read('00'), blobs.readRange('00', 0, 1), blobs.has('00')]).toEqual([null, null, false]);
});

test('content that no longer fits its name is not handed out', () => {
  const path = join(tempFolder(onTestFinished), 'attachments.db');
  const blobs = open(path);
  const sha256 = put(blobs, fakeRandom(3).bytes(1_000));
  const knife = connect({ path, key: testKey, readOnly: false, mustExist: true });
  knife.exec('UPDATE blob_chunks SET content = zeroblob(1000)');
  knife.close();
  expect(blobs.read(sha256)).toBeNull();
});

test('content whose metadata was never saved is dropped, the rest stays', () => {
  const blobs = start();
  const kept = put(blobs, Uint8Array.of(1));
  put(blobs, Uint8Array.of(2));
  expect(blobs.keepOnly(new Set([kept]))).toBe(1);
  expect([blobs.has(kept), blobs.count()]).toEqual([true, 1]);
});

test('a full disk refuses one file whole and keeps those before it', () => {
  const blobs = start();
  const first = put(blobs, fakeRandom(1).bytes(50_000));
  blobs.limitPages(40);
  expect(blobs.put(fakeRandom(2).bytes(2_000_000))).toMatchObject({ ok: false, error: { code: 'fault.full' } });
  expect(blobs.count()).toBe(1);
  expect(blobs.read(first)).not.toBeNull();
});

test('the file on disk shows nothing of its content', () => {
  const path = join(tempFolder(onTestFinished), 'attachments.db');
  const blobs = open(path);
  put(blobs, Buffer.from('MARKER-诊断书'.repeat(1_000)));
  for (const ending of ['', '-wal']) expect(readFileSync(path + ending).includes('MARKER')).toBe(false);
});
