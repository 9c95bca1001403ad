import { expect, test } from 'vitest';
import { compareText } from '../../../shared/kernel/compare-text.ts';

test('days, instants and ids in their order, whatever the language', () => {
  const instants = ['2026-11-02T00:00:00.000Z', '2026-10-31T23:59:59.999Z', '2026-11-01T08:00:00.000Z'];
  expect(instants.toSorted(compareText)).toEqual([instants[1], instants[2], instants[0]]);
  expect(['b-2', 'B-1', 'a-10', 'a-9'].toSorted(compareText)).toEqual(['B-1', 'a-10', 'a-9', 'b-2']);
  expect(compareText('same', 'same')).toBe(0);
});
