import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChartLook } from '../../../../shared/settlement/charts/chart-look.ts';
import { layerBars } from '../../../../shared/settlement/charts/layer-bars.ts';
import { layersOption } from '../../../../shared/settlement/charts/layers-option.ts';
import { waterfallOption } from '../../../../shared/settlement/charts/waterfall-option.ts';
import { waterfallSteps } from '../../../../shared/settlement/charts/waterfall-steps.ts';
import { readCase, settled } from '../read-case.ts';

const look: ChartLook = {
  text: '#000',
  second: '#444',
  border: '#ccc',
  card: '#fff',
  start: '#00f',
  end: '#0a0',
  told: '#fa0',
  untold: '#f00',
  layers: { compulsory: '#1', uninsuredCompulsory: '#2', commercial: '#3', seat: '#4', person: '#5', own: '#6' },
  fontFamily: 'sans',
  fontSize: 11,
  animation: false,
};
const words = { claimed: '索赔', agreed: '核定', others: '其他', unexplained: '未说明' };

describe('the waterfall', () => {
  test('goes from claimed to agreed, largest deduction first, and says what was not told', () => {
    const steps = waterfallSteps({
      claimedFen: 100_000,
      agreedFen: 70_000,
      deducted: [
        { key: 'a', label: '营养费', fen: 10_000, told: true },
        { key: 'b', label: '误工费', fen: 20_000, told: false },
      ],
      words,
    });
    expect(steps.map(({ key, kind, afterFen }) => [key, kind, afterFen])).toEqual([
      ['claimed', 'start', 100_000],
      ['b', 'untold', 80_000],
      ['a', 'told', 70_000],
      ['agreed', 'end', 70_000],
    ]);
    const [ground, sum] = waterfallOption(steps, look).series;
    expect(ground?.data).toEqual([0, 800, 700, 0]);
    expect(sum?.data.map((one) => (typeof one === 'number' ? one : one.value))).toEqual([1_000, 200, 100, 700]);
  });

  test('a difference without a deduction gets a bar of its own, so the picture adds up', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.nat(1_000_000),
        fc.array(fc.record({ key: fc.uuid(), label: fc.constant('x'), fen: fc.nat(200_000), told: fc.boolean() }), { maxLength: 20 }),
        (claimedFen, agreedFen, deducted) => {
          const steps = waterfallSteps({ claimedFen, agreedFen, deducted, words });
          const between = steps.slice(1, -1);
          expect(claimedFen - between.reduce((sum, step) => sum + step.fen, 0)).toBe(agreedFen);
          expect(between.length).toBeLessThanOrEqual(8);
        },
      ),
      { seed: 3, numRuns: 300 },
    );
  });
});

describe('the cover layers', () => {
  test('the parts of every court case add up to the loss', () => {
    for (const name of ['d01', 'd04', 'd10', 'd11', 'd12']) {
      const bars = layerBars(settled(readCase(name)).victims, (victim) => victim.label);
      for (const bar of bars)
        expect(
          bar.parts.reduce((sum, part) => sum + part.fen, 0),
          name,
        ).toBe(bar.totalFen);
      const { series } = layersOption(bars, look, (layer) => layer);
      expect(series.length, name).toBeGreaterThan(0);
    }
  });
});
