import { parseArgs } from 'node:util';
import { counted, createCoverage } from './coverage.ts';
import { emptyDevice } from './empty-device.ts';
import { deviceFaults, hubFaults, type Planted } from './planted.ts';
import { makeCompany } from './sim-hub.ts';
import { simulate } from './simulate.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    /** Puts every planted fault in, one after the other, and says which seed finds it. */
    planted: { type: 'boolean', default: false },
  },
});
const [count, from] = [Number(values.seeds), Number(values.from)];
const company = await makeCompany();
const template = emptyDevice();

const faults: Planted[] = [...hubFaults.map((hub) => ({ hub, device: null })), ...deviceFaults.map((device) => ({ hub: null, device }))];

const findPlanted = async (planted: Planted): Promise<boolean> => {
  const name = planted.hub ?? planted.device ?? '';
  for (let seed = from; seed < from + count; seed += 1) {
    const { violations } = await simulate(seed, company, { template, planted });
    const [first] = violations;
    if (first) {
      console.log(`${name}: found by seed ${seed} (${first.invariant})`);
      return true;
    }
  }
  console.log(`${name}: NOT FOUND in ${count} seeds`);
  return false;
};

const runAll = async (): Promise<boolean> => {
  const total = createCoverage();
  const sums = { steps: 0, made: 0, lost: 0, diverged: 0, leaked: 0 };
  const failing: number[] = [];
  const begun = performance.now();
  for (let seed = from; seed < from + count; seed += 1) {
    const run = await simulate(seed, company, { template, boards: seed % 20 === 0 });
    sums.steps += run.steps;
    sums.made += run.made;
    for (const what of counted) total.counts[what] += run.coverage.counts[what];
    if (run.violations.length > 0) failing.push(seed);
    for (const { kind } of run.violations) sums[kind] += 1;
    for (const { invariant, detail } of run.violations.slice(0, 3)) console.log(`seed ${seed}: ${invariant} ${detail}`);
  }
  const never = counted.filter((what) => total.counts[what] === 0);
  const seconds = (performance.now() - begun) / 1000;
  console.log(
    Object.entries(total.counts)
      .map(([what, n]) => `${what} ${n}`)
      .join(', '),
  );
  console.log(`${sums.made} changes, ${(count / seconds).toFixed(1)} seeds/s`);
  console.log(`${count} seeds, ${sums.steps} steps, ${sums.lost} lost, ${sums.diverged} diverged, ${sums.leaked} leaked`);
  if (failing.length > 0) console.log(`failing seeds: ${failing.join(' ')} (again: npm run simulate -- --seeds 1 --from ${failing[0]})`);
  if (never.length > 0 && count >= 200) console.log(`never happened: ${never.join(', ')}`);
  return failing.length === 0 && sums.made > 0 && (never.length === 0 || count < 200);
};

const found: boolean[] = [];
if (values.planted) for (const planted of faults) found.push(await findPlanted(planted));
else found.push(await runAll());
process.exitCode = found.every(Boolean) ? 0 : 1;
