/** `npm run kill-rounds -- --rounds 100 [--seed 1]`: real hub nodes, a real PostgreSQL and real devices under SIGKILL. */
import { parseArgs } from 'node:util';
import { killRounds } from './rounds.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } } });
const [rounds, seed] = [Number(values.rounds), Number(values.seed)];
const began = Date.now();
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const { found, kills, verdicts, ...counts } = await killRounds({ rounds, seed, say });
const words = (record: Record<string, number>): string =>
  Object.entries(record)
    .map(([name, n]) => `${name} ${n}`)
    .join(', ');
say(`killed: ${words(kills)}`);
say(`lines: ${counts.cuts} cuts, ${counts.delays} delays, ${counts.duplicates} duplicates`);
say(`verdicts: ${words(verdicts)}`);
for (const one of found.slice(0, 20)) say(`FOUND ${one}`);
const seconds = Math.round((Date.now() - began) / 1_000);
say(
  `${counts.rounds} rounds, ${counts.stored} stored, ${counts.entries} entries, ${counts.files} files, ${found.length} found (seed ${seed}, ${seconds} s)`,
);
process.exit(found.length === 0 ? 0 : 1);
