import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ParseAnswer, ParseJob } from './parse-job.ts';

/** Reads and writes spreadsheets without holding up the core. A thrown error means the thread died. */
export interface Parser {
  run<Job extends ParseJob>(job: Job): Promise<ParseAnswer<Job>>;
}

/** Longest time one file may take, and the memory a thread may use, before it counts as hostile. */
const deadlineMs = 120_000;
const maxHeapMb = 1_536;

/** Runs each job in a thread of its own, so that a hostile file can take down nothing but that thread. */
export const threadParser = (workerPath: string): Parser => ({
  run: <Job extends ParseJob>(job: Job) =>
    new Promise<ParseAnswer<Job>>((resolve, reject) => {
      const worker = new Worker(workerPath, { workerData: job, resourceLimits: { maxOldGenerationSizeMb: maxHeapMb } });
      const deadline = setTimeout(() => void worker.terminate(), deadlineMs);
      worker.once('message', (answer: ParseAnswer<Job>) => resolve(answer));
      worker.once('error', reject);
      worker.once('exit', () => {
        clearTimeout(deadline);
        reject(new Error('the parse worker ended without an answer'));
      });
    }),
});

/** The worker beside this file in the sources, beside the entry in a build (whose chunks lie one folder deeper). */
export const findParseWorker = (folder = import.meta.dirname): string => {
  const places = ['parse-worker.ts', 'parse-worker.js', '../parse-worker.js'].map((place) => join(folder, place));
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error('the parse worker is missing from this build');
  return found;
};
