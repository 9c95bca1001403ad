import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bucketOf, differingBuckets, digestOf, digestSchema } from '../../../shared/sync/digest.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const heads = fc.uniqueArray(fc.record({ caseId: fc.uuid(), hash: fc.nat().map((seed) => sha256(String(seed))) }), {
  selector: ({ caseId }) => caseId,
  maxLength: 200,
});

test('[SY-40] the digest does not depend on the order of heads', () => {
  fc.assert(
    fc.property(heads, (all) => digestOf(all) === digestOf(all.toReversed())),
    { seed: 40 },
  );
});

test('[SY-40] one head that moved, came or went shows in its own bucket and in no other', () => {
  fc.assert(
    fc.property(
      heads.filter((all) => all.length > 0),
      fc.nat(),
      (all, pick) => {
        const moved = all[pick % all.length]!;
        const other = all.map((head) => (head === moved ? { ...head, hash: sha256(head.hash) } : head));
        const gone = all.filter((head) => head !== moved);
        const expected = [bucketOf(moved.caseId)];
        expect(differingBuckets(digestOf(all), digestOf(other))).toEqual(expected);
        expect(differingBuckets(digestOf(gone), digestOf(all))).toEqual(expected);
      },
    ),
    { seed: 41 },
  );
});

test('[SY-40] a digest of nothing is all zeros and of the length the message asks for', () => {
  expect(digestSchema.safeParse(digestOf([])).success).toBe(true);
  expect(digestOf([])).toMatch(/^0+$/);
});
