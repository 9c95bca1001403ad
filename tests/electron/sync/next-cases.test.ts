import { expect, test } from 'vitest';
import { emptyRound, nextCases, type Wanted } from '../../../electron/sync/round.ts';
import { emptyHead } from '../../../shared/sync/entry.ts';

const wanted = (sizes: readonly number[]): Wanted[] =>
  sizes.map((size, at) => ({ caseId: `case ${at}` as never, from: { ...emptyHead, ver: 10 }, to: 10 + size }));

const sizesOf = (sizes: readonly number[], pages = 0): number[] =>
  nextCases({ ...emptyRound(), wanted: wanted(sizes), pages }).map(({ from, to }) => to - from.ver);

test('[SY-43] the first page names about a thousand entries, each next one as many as a page holds', () => {
  const sizes = Array.from({ length: 100 }, () => 100);
  expect([0, 1, 2].map((pages) => sizesOf(sizes, pages).length)).toEqual([10, 30, 30]);
});

test('a case that is larger than the page is named alone; one that went back or stayed counts, too', () => {
  expect(sizesOf([5_000, 1])).toEqual([5_000]);
  expect(sizesOf([100, 5_000, 1])).toEqual([100, 5_000]);
  expect(sizesOf(Array.from({ length: 600 }, (_, at) => (at < 100 ? -3 : 5)))).toHaveLength(280);
  expect(sizesOf([])).toEqual([]);
});

test('a question names at most five hundred cases', () => {
  expect(
    sizesOf(
      Array.from({ length: 900 }, () => 1),
      6,
    ),
  ).toHaveLength(500);
});
