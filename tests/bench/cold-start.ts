import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { alone, median, type Figure } from './figure.ts';

const child = fileURLToPath(new URL('cold-start-child.ts', import.meta.url));
const runs = 5;

type Start = { totalMs: number; openMs: number; kdfMs: number; rssMb: number };

const startOnce = (dataDir: string): Start => {
  const { stdout, status } = spawnSync(process.execPath, [child, dataDir], { encoding: 'utf8' });
  if (status !== 0) throw new Error('the cold start failed');
  return JSON.parse(stdout) as Start;
};

/** Core start to first usable list in a fresh process, with the share of opening SQLite and of deriving the passcode key; and its memory. */
export const benchColdStart = (dataDir: string): Figure[] => {
  const starts = Array.from({ length: runs }, () => startOnce(dataDir));
  const of = (key: keyof Start): number => median(starts.map((start) => start[key]));
  const note = `of which opening SQLite ${of('openMs').toFixed(1)} ms, passcode key ${of('kdfMs').toFixed(0)} ms`;
  return [
    alone('cold-start', { value: of('totalMs'), unit: 'ms', runs, note }),
    alone('rss', { value: of('rssMb'), unit: 'MB', runs, note: 'core after the first list' }),
  ];
};
