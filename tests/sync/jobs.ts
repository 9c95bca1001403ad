import { counted, type Counted } from './coverage.ts';
import { createFilePool } from './file-pool.ts';
import { isAboutFiles, nothingPlanted, type Planted } from './planted.ts';
import { makeCompany } from './sim-hub.ts';
import { simulate } from './simulate.ts';
import type { Violation } from './violation.ts';

/** One seed; or a planted fault with the seeds among which the first that finds it is looked for. */
export type Job = { seed: number } | { planted: Planted; from: number; seeds: number };

export type SeedDone = {
  seed: number;
  steps: number;
  made: number;
  violations: Violation[];
  counts: Record<Counted, number>;
  trace: string[];
};
export type FaultDone = { fault: string; foundBy: number | null; invariant: string | null; seeds: number };
export type Done = SeedDone | FaultDone;

export type Work = (job: Job) => Promise<Done>;

/** Memory outside of the heap is let go in a turn of the event loop; a run of nothing but promises never comes to one. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Makes what all seeds share, once. */
export const createWork = async (keepTrace = false): Promise<Work> => {
  const company = await makeCompany();
  const files = createFilePool();
  return async (job) => {
    if ('planted' in job) {
      const fault = job.planted.hub ?? job.planted.device ?? '';
      const planted = { ...nothingPlanted, ...job.planted };
      for (let seed = job.from; seed < job.from + job.seeds; seed += 1) {
        const { violations } = await simulate(seed, company, { files, planted, photos: isAboutFiles(planted) });
        await turn();
        const [first] = violations;
        if (first) return { fault, foundBy: seed, invariant: first.invariant, seeds: seed - job.from + 1 };
      }
      return { fault, foundBy: null, invariant: null, seeds: job.seeds };
    }
    const { seed, steps, made, violations, coverage, trace } = await simulate(job.seed, company, {
      files,
      boards: job.seed % 20 === 0,
      replay: job.seed % 20 === 7,
      photos: job.seed % 5 === 3,
    });
    await turn();
    const counts = Object.fromEntries(counted.map((what) => [what, coverage.counts[what]])) as SeedDone['counts'];
    return { seed, steps, made, violations, counts, trace: keepTrace ? [...trace] : [] };
  };
};
