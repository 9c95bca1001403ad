import { z } from 'zod';

/** Cases are spread over this many buckets, so that a difference names a sixty-fourth of them. Source: SPEC [SY-40]. */
export const bucketCount = 64;
const hexDigits = 10;
const noMark = '0'.repeat(hexDigits);

export const digestSchema = z.string().regex(new RegExp(`^[0-9a-f]{${bucketCount * hexDigits}}$`));

/** The last digits of an id are random, so the buckets fill evenly. */
export const bucketOf = (caseId: string): number => Number.parseInt(caseId.slice(-2), 16) % bucketCount;

/** The first digits of a head's hash stand for case, version and history at once, because the chain covers all three. */
export const headMark = (hash: string): string => hash.slice(0, hexDigits);

/** 64 × 10 digits: the xor of the marks of all heads in each bucket. The order of heads means nothing. */
export const digestOf = (heads: Iterable<{ caseId: string; hash: string }>): string => {
  const buckets = Array.from({ length: bucketCount }, () => [0, 0] as [number, number]);
  for (const { caseId, hash } of heads) {
    const bucket = buckets[bucketOf(caseId)];
    if (!bucket) continue;
    const [high, low] = halves(headMark(hash));
    bucket[0] ^= high;
    bucket[1] ^= low;
  }
  return buckets.map(([high, low]) => (high === 0 && low === 0 ? noMark : hex(high) + hex(low))).join('');
};

/** The digest of buckets whose marks a database has joined already; a bucket that is not named is empty. */
export const digestFrom = (markOf: ReadonlyMap<number, number>): string =>
  Array.from({ length: bucketCount }, (_, bucket) => {
    const mark = markOf.get(bucket);
    return mark ? mark.toString(16).padStart(hexDigits, '0') : noMark;
  }).join('');

/** Buckets in which two digests differ. */
export const differingBuckets = (mine: string, theirs: string): number[] =>
  Array.from({ length: bucketCount }, (_, bucket) => bucket).filter((bucket) => part(mine, bucket) !== part(theirs, bucket));

const part = (digest: string, bucket: number): string => digest.slice(bucket * hexDigits, (bucket + 1) * hexDigits);

/** Twenty bits each: xor of numbers works on 32 bits only. */
const halves = (mark: string): [number, number] => [Number.parseInt(mark.slice(0, 5), 16), Number.parseInt(mark.slice(5), 16)];

const hex = (value: number): string => value.toString(16).padStart(hexDigits / 2, '0');
