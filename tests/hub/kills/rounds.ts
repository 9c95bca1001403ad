import { seededDice, type Dice } from '../../sync/dice.ts';
import { openArena, type Arena } from './arena.ts';
import { checkBlobs, checkDevice, checkHub, checkView, hubState } from './check.ts';
import type { DeviceReport } from './device-order.ts';
import type { Victim } from './victim.ts';

export type Outcome = {
  rounds: number;
  kills: Record<string, number>;
  stored: number;
  entries: number;
  verdicts: Record<string, number>;
  files: number;
  cuts: number;
  delays: number;
  duplicates: number;
  found: string[];
};

type Options = { rounds: number; seed: number; say?: (text: string) => void };

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Kills one of the processes, now and then two, or PostgreSQL, round after round under load; then lets everything come to rest and looks. */
export const killRounds = async ({ rounds, seed, say = () => undefined }: Options): Promise<Outcome> => {
  const dice = seededDice(seed);
  const arena = await openArena(dice);
  const kills: Record<string, number> = {};
  try {
    for (let round = 1; round <= rounds; round += 1) {
      await pause(250 + dice.below(900));
      await killSome(arena, dice, kills);
      if (round % 10 === 0) say(`${round} rounds, ${storedBy(arena)} changes stored`);
    }
    await pause(1_000);
    return { rounds, kills, ...(await lookAt(arena, say)) };
  } finally {
    await arena.close();
  }
};

const storedBy = ({ devices }: Arena): number => devices.reduce((sum, { victim }) => sum + storedOf(victim).length, 0);

const storedOf = ({ lines }: Victim): string[] =>
  lines.flatMap((line) => ((line as { stored?: string }).stored === undefined ? [] : [(line as { stored: string }).stored]));

const killSome = async (arena: Arena, dice: Dice, kills: Record<string, number>): Promise<void> => {
  const count = (name: string): void => {
    kills[name] = (kills[name] ?? 0) + 1;
  };
  if (dice.chance(0.1)) {
    count('PostgreSQL');
    return arena.server.restart();
  }
  const all = [...arena.nodes, ...arena.devices.map(({ victim }) => victim)];
  const victims = new Set([dice.pick(all), ...(dice.chance(0.25) ? [dice.pick(all)] : [])].filter((one) => one !== undefined));
  await Promise.all([...victims].map((one) => one.kill()));
  await pause(dice.below(600));
  for (const { name } of victims) count(name);
  await Promise.all([...victims].map((one) => one.start()));
};

const rest = (victim: Victim): Promise<DeviceReport> => victim.ask('rest', (said) => (said as { rest?: DeviceReport } | undefined)?.rest);

const lookAt = async (arena: Arena, say: (text: string) => void): Promise<Omit<Outcome, 'rounds' | 'kills'>> => {
  const { devices, databaseUrl, blobFolder } = arena;
  for (const { line } of devices) line.calm();
  say('coming to rest');
  // Both stop working before either looks for the last time.
  await Promise.all(devices.map(({ victim }) => rest(victim)));
  const reports = await Promise.all(devices.map(({ victim }) => rest(victim)));
  const newcomers = await Promise.all(devices.map(async ({ order }) => rest(await arena.newcomer(order))));
  const hub = await hubState(databaseUrl);
  const surveyorId = hub.entries.find(({ changeId }) => reports[0]?.own.some((one) => one.changeId === changeId))?.entry.byPersonId ?? null;
  const seen = devices.map(({ victim, order }, i) => ({
    name: victim.name,
    report: reports[i]!,
    newcomer: newcomers[i]!,
    stored: storedOf(victim),
    ownerId: order.loginName === 'surveyor' ? surveyorId : null,
  }));
  const found = [
    ...seen.flatMap((one) => checkDevice(one, hub)),
    ...checkHub(hub, seen),
    ...seen.flatMap((one) => checkView(one, hub)),
    ...(await checkBlobs(hub, blobFolder)),
  ];
  const sum = (name: 'cuts' | 'delays' | 'duplicates'): number => devices.reduce((all, { line }) => all + line.counts[name], 0);
  return {
    stored: storedBy(arena),
    entries: hub.entries.length,
    verdicts: countBy(reports.flatMap(({ own }) => own.map(({ verdict, code }) => [verdict ?? 'none', code].filter(Boolean).join(' ')))),
    files: hub.blobs.length,
    cuts: sum('cuts'),
    delays: sum('delays'),
    duplicates: sum('duplicates'),
    found,
  };
};

const countBy = (words: readonly string[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(words, (word) => word)].map(([word, all]) => [word, all.length]));
