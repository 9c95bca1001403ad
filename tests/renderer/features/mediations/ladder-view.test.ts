import { expect, it } from 'vitest';
import { ladderOf, ladderSize, niceStep } from '../../../../renderer/features/mediations/ladder-view.ts';

it.each([
  [0, 1],
  [100, 50],
  [1_800_000, 500_000],
  [3_000_000, 1_000_000],
])('a spread of %d fen is cut into steps of %d', (spread, step) => {
  expect(niceStep(spread)).toBe(step);
});

const rung = (id: string, oursFen: number | null, theirsFen: number | null) => ({
  id,
  kind: 'round' as const,
  number: 1,
  at: '',
  oursFen,
  theirsFen,
});

it('puts the higher figure above the lower one, every point within the picture, and leaves out what nobody named', () => {
  const ladder = ladderOf([rung('a', 2_000_000, 3_800_000), rung('b', null, 3_200_000), rung('c', 2_600_000, null)]);
  if (ladder === null) throw new Error('no ladder');
  expect(ladder.ours.points.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(ladder.theirs.points.map(({ id }) => id)).toEqual(['a', 'b']);
  const [ours, theirs] = [ladder.ours.points[0], ladder.theirs.points[0]];
  expect(theirs?.y).toBeLessThan(ours?.y ?? 0);
  for (const { x, y } of [...ladder.ours.points, ...ladder.theirs.points]) {
    expect(x > ladderSize.left && x < ladderSize.width).toBe(true);
    expect(y >= ladderSize.top && y <= ladderSize.height - ladderSize.bottom).toBe(true);
  }
});

it('draws one figure alone, and nothing without figures', () => {
  expect(ladderOf([rung('a', 100, null)])?.ticks.length).toBeGreaterThan(1);
  expect(ladderOf([])).toBe(null);
});
