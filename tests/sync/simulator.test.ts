import { beforeAll, expect, test } from 'vitest';
import { counted, createCoverage } from './coverage.ts';
import { createFilePool, type FilePool } from './file-pool.ts';
import { makeCompany, type Company } from './sim-hub.ts';
import { simulate } from './simulate.ts';

let company: Company;
let files: FilePool;
beforeAll(async () => {
  company = await makeCompany();
  files = createFilePool();
});

const patience = 600_000;
const dayMs = 86_400_000;

test(
  'over these seeds nothing is lost, nothing diverges, nothing leaks, and the runs did something',
  async () => {
    const total = createCoverage();
    let made = 0;
    for (let seed = 1; seed <= 3; seed += 1) {
      const run = await simulate(seed, company, { files });
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
    const [first, second] = [await simulate(3, company, { files }), await simulate(3, company, { files: createFilePool() })];
    expect([second.log, second.state, second.steps]).toEqual([first.log, first.state, first.steps]);
  },
  patience,
);

test(
  '[I12] clocks that are three days wrong, each in its own direction, change nothing but claimed times',
  async () => {
    for (const seed of [2, 5]) {
      const right = await simulate(seed, company, { files });
      const wrong = await simulate(seed, company, { files, clockShiftMs: (index) => (index % 2 === 0 ? 3 : -3) * dayMs });
      expect(wrong.violations).toEqual([]);
      expect([seed, wrong.log, wrong.state]).toEqual([seed, right.log, right.state]);
    }
  },
  patience,
);

test(
  '[I14] a file that a line names arrives whole, whatever becomes of its case and its device, and none is left that nothing names',
  async () => {
    for (const seed of [3, 8, 13]) expect([seed, (await simulate(seed, company, { files, photos: true })).violations]).toEqual([seed, []]);
  },
  patience,
);

test(
  '[I16] everything that was ever asked comes once more, and the hub is what it was',
  async () => {
    for (const seed of [1, 7]) expect((await simulate(seed, company, { files, replay: true })).violations).toEqual([]);
  },
  patience,
);
