import { bounded, median, round, type Figure } from '../figure.ts';
import { countsOf, syncOnce } from './processes.ts';
import { startWatched } from './watched.ts';

const rounds = 15;

/** What a sync costs when nothing has changed, with 500 and with 5,000 cases on the device. */
export const benchIdle = async (postgres: string): Promise<Figure[]> => [await idleWith(postgres, 500), await idleWith(postgres, 5_000)];

const idleWith = async (postgres: string, cases: number): Promise<Figure> => {
  const watched = await startWatched(postgres, { cases, logs: 0 });
  try {
    await syncOnce(watched.device, 0);
    const times: number[] = [];
    const before = await countsOf(watched.hub);
    for (let n = 0; n < rounds; n += 1) times.push(await syncOnce(watched.device, 0));
    const after = await countsOf(watched.hub);
    const bytes = round((after.received + after.sent - before.received - before.sent) / rounds);
    const common = { unit: 'ms', floor: null, ratio: null, bytes, runs: rounds };
    const note = 'from the wish to sync until the device is at rest again; bytes both ways, HTTP headers included';
    return bounded({ bench: `sync-idle-${cases}`, value: round(median(times)), ...common, note }, { of: 'bytes', most: 4_000 });
  } finally {
    await watched.end();
  }
};
