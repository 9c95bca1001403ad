import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { counted, createCoverage } from './coverage.ts';
import { createWork, type Done, type Job, type SeedDone } from './jobs.ts';
import { faults } from './planted.ts';
import { runJobs } from './workers.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    workers: { type: 'string', default: String(availableParallelism()) },
    /** Puts every planted fault in, one after the other, and says which seed finds it. */
    planted: { type: 'boolean', default: false },
    /** Only this one of them. */
    fault: { type: 'string' },
    /** Prints every step of a failing seed. */
    trace: { type: 'boolean', default: false },
    /** Writes the counts for `npm test`. */
    report: { type: 'string' },
  },
});
const [count, from, workers] = [Number(values.seeds), Number(values.from), Number(values.workers)];

const runAll = async (jobs: readonly Job[], take: (done: Done) => void): Promise<void> => {
  if (workers > 1 && jobs.length > 1) return runJobs(jobs, workers, take);
  const work = await createWork(values.trace);
  for (const job of jobs) take(await work(job));
};

const findPlanted = async (): Promise<{ found: number; missed: number }> => {
  const chosen = faults.filter(({ hub, device }) => values.fault === undefined || values.fault === (hub ?? device));
  const sums = { found: 0, missed: 0 };
  await runAll(
    chosen.map((planted) => ({ planted, from, seeds: count })),
    (done) => {
      if (!('fault' in done)) return;
      if (done.foundBy === null) sums.missed += 1;
      else sums.found += 1;
      console.log(
        done.foundBy === null
          ? `${done.fault}: NOT FOUND in ${done.seeds} seeds`
          : `${done.fault}: found by seed ${done.foundBy} (${done.invariant})`,
      );
    },
  );
  console.log(`${chosen.length} planted faults, ${sums.found} found`);
  return sums;
};

const sumUp = () => {
  const total = createCoverage();
  const sums = { steps: 0, made: 0, lost: 0, diverged: 0, leaked: 0 };
  const failing: number[] = [];
  const add = ({ seed, steps, made, violations, counts, trace }: SeedDone): void => {
    sums.steps += steps;
    sums.made += made;
    for (const what of counted) total.counts[what] += counts[what];
    for (const { kind } of violations) sums[kind] += 1;
    if (violations.length === 0) return;
    failing.push(seed);
    for (const line of trace) console.log(line);
    for (const { invariant, detail } of violations.slice(0, 3)) console.log(`seed ${seed}: ${invariant} ${detail}`);
  };
  return { total, sums, failing, add };
};

const runSeeds = async (): Promise<{ found: number; missed: number }> => {
  const { total, sums, failing, add } = sumUp();
  const begun = performance.now();
  const jobs = Array.from({ length: count }, (_, index) => ({ seed: from + index }));
  await runAll(jobs, (done) => {
    if ('steps' in done) add(done);
  });
  const never = counted.filter((what) => total.counts[what] === 0);
  const seconds = (performance.now() - begun) / 1000;
  console.log(counted.map((what) => `${what} ${total.counts[what]}`).join(', '));
  console.log(`${sums.made} changes, ${seconds.toFixed(0)} s, ${(count / seconds).toFixed(1)} seeds/s in ${workers} processes`);
  const [first] = failing.toSorted((a, b) => a - b);
  if (first !== undefined)
    console.log(`failing seeds: ${failing.join(' ')} (again: npm run simulate -- --seeds 1 --from ${first} --trace)`);
  // A run in which one of the faults never happened proves nothing about it.
  const idle = sums.made === 0 || (never.length > 0 && count >= 200);
  if (idle) console.log(`never happened: ${never.join(', ')}`);
  console.log(`${count} seeds, ${sums.steps} steps, ${sums.lost} lost, ${sums.diverged} diverged, ${sums.leaked} leaked`);
  return { found: count - failing.length, missed: failing.length + (idle ? 1 : 0) };
};

const { found, missed } = values.planted ? await findPlanted() : await runSeeds();
if (values.report !== undefined) writeFileSync(values.report, JSON.stringify({ passed: found, failed: missed }));
process.exitCode = missed > 0 ? 1 : 0;
