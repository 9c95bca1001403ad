import { bounded, median, round, type Figure } from '../figure.ts';
import { doTask, syncOnce } from './processes.ts';
import { startWatched, type Watched } from './watched.ts';

const rounds = 15;
const cases = 100;
const logs = 99;
const total = 1_000_000;

/** Ten changes of a colleague, fetched by a device that has 10,000 entries: alone at the hub, and among a million. They take turns. */
export const benchDelta = async (postgres: string): Promise<Figure> => {
  const few = await startWatched(postgres, { cases, logs });
  const many = await startWatched(postgres, { cases, logs, foreign: total - cases * (logs + 1) });
  try {
    const times = { few: [] as number[], many: [] as number[] };
    for (let n = 0; n <= rounds; n += 1) {
      const once = { few: await tenMore(few, n), many: await tenMore(many, n) };
      // The first one warms both.
      if (n > 0) for (const side of ['few', 'many'] as const) times[side].push(once[side]);
    }
    const [value, floor] = [median(times.many), median(times.few)];
    const note = 'until ten new entries are written; the floor is the same with 10,000 entries at the hub';
    const figure: Figure = {
      bench: 'sync-delta',
      value: round(value),
      unit: 'ms',
      floor: round(floor),
      ratio: round(value / floor),
      runs: rounds,
      note,
    };
    return bounded(figure, { of: 'ratio', most: 1.5 });
  } finally {
    await few.end();
    await many.end();
  }
};

const tenMore = async ({ hub, device, logs: before }: Watched, n: number): Promise<number> => {
  await doTask(hub, 'ten');
  return syncOnce(device, before + 10 * (n + 1));
};
