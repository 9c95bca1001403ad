import { expect, it } from 'vitest';
import { killRounds } from './kills/rounds.ts';

const rounds = 8;

it(
  'two nodes, their PostgreSQL and two devices under SIGKILL and bad lines lose nothing, repeat nothing and end up equal',
  { timeout: 240_000 },
  async () => {
    const outcome = await killRounds({ rounds, seed: 8 });
    expect(outcome.found).toEqual([]);
    expect(outcome.stored).toBeGreaterThan(100);
    expect(Object.values(outcome.kills).reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(rounds);
    expect(outcome.entries).toBeGreaterThan(50);
    expect(outcome.files).toBeGreaterThan(0);
    expect(outcome.cuts + outcome.delays + outcome.duplicates).toBeGreaterThan(0);
  },
);
