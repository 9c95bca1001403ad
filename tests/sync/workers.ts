import { fork } from 'node:child_process';
import type { Done, Job } from './jobs.ts';

/** Gives jobs to as many processes as asked for, one at a time each, and hands over what they return as it comes. */
export const runJobs = async (jobs: readonly Job[], processes: number, take: (done: Done) => void): Promise<void> => {
  const left = [...jobs];
  await Promise.all(Array.from({ length: Math.min(processes, jobs.length) }, () => runOne(left, take)));
};

const runOne = (left: Job[], take: (done: Done) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = fork(new URL('worker.ts', import.meta.url));
    const next = (): void => {
      const job = left.shift();
      if (job) child.send(job);
      else child.disconnect();
    };
    child.on('message', (message: Done | 'ready') => {
      if (message !== 'ready') take(message);
      next();
    });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a worker ended with ${code}`))));
  });
