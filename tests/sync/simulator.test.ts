import { beforeAll, expect, test } from 'vitest';
import { counted, createCoverage } from './coverage.ts';
import { emptyDevice } from './empty-device.ts';
import { makeCompany, type Company } from './sim-hub.ts';
import { nothingPlanted, type Planted } from './planted.ts';
import { simulate } from './simulate.ts';

let company: Company;
let template: Uint8Array;
beforeAll(async () => {
  company = await makeCompany();
  template = emptyDevice();
});

const patience = 600_000;

test(
  'over these seeds nothing is lost, nothing diverges, nothing leaks, and the runs did something',
  async () => {
    const total = createCoverage();
    let made = 0;
    for (let seed = 1; seed <= 3; seed += 1) {
      const run = await simulate(seed, company, { template });
      expect([seed, run.violations]).toEqual([seed, []]);
      made += run.made;
      for (const what of counted) total.counts[what] += run.coverage.counts[what];
    }
    expect(made).toBeGreaterThan(100);
    for (const what of ['dropped-request', 'dropped-reply', 'accepted', 'second-node'] as const) {
      expect([what, total.counts[what] > 0]).toEqual([what, true]);
    }
  },
  patience,
);

test(
  '[I17] a seed gives the same run twice, to the letter',
  async () => {
    const [first, second] = [await simulate(3, company, { template }), await simulate(3, company, { template })];
    expect([second.log, second.state, second.steps]).toEqual([first.log, first.state, first.steps]);
  },
  patience,
);

test.each<[string, Partial<Planted>]>([['a device that evicts nothing', { device: 'no-eviction' }]])(
  'a planted fault is found: %s',
  async (_what, planted) => {
    let found = 0;
    for (let seed = 1; seed <= 3 && found === 0; seed += 1) {
      const run = await simulate(seed, company, { template, planted: { ...nothingPlanted, ...planted } });
      found += run.violations.length;
    }
    expect(found).toBeGreaterThan(0);
  },
  patience,
);
