import { beforeAll, expect, test } from 'vitest';
import { columnName } from '../../shared/sync/entity.ts';
import { entities } from '../../shared/sync/entities.ts';
import { calmDay } from './calm.ts';
import type { SimDevice } from './sim-device.ts';
import { makeCompany, type Company } from './sim-hub.ts';

let company: Company;
beforeAll(async () => {
  company = await makeCompany();
});

type Kill = { device: number } | { hub: number } | null;

/** What a device shows, without the times at which it was written down: who was killed writes a little later. */
const shownAt = ({ store }: SimDevice): string => {
  const tables = entities.filter(({ scope }) => scope === 'case');
  return JSON.stringify(
    tables.map(({ table, fields }) =>
      store.read.all(`SELECT id, case_id, void_reason, ${Object.keys(fields).map(columnName).join(', ')} FROM ${table} ORDER BY id`),
    ),
  );
};

/** A fixed day of two people; whoever is killed in the middle of something does it again. Returns what remains of it. */
const theDay = async (kill: Kill) => {
  const day = await calmDay(company);
  const [surveyor, handler] = [await day.comes('surveyor'), await day.comes('handler')];
  if (kill && 'device' in kill) surveyor.killIn = kill.device;
  if (kill && 'hub' in kill) day.run.hub.killIn(kill.hub);
  const does = async (device: SimDevice, id: string, work: () => unknown): Promise<void> => {
    const isDone = (): boolean => device.store.read.get('SELECT 1 FROM journal WHERE instr(ops, ?) > 0', id) !== undefined;
    for (let time = 0; time < 2 && !isDone(); time += 1) await day.guarded(device, work);
  };
  const ids = Array.from({ length: 4 }, () => day.run.newId());
  const [caseId, ...logs] = ids as [string, ...string[]];
  await does(surveyor, caseId, () => day.registers(surveyor, caseId));
  for (const id of logs) await does(surveyor, id, () => day.logs(surveyor, caseId, id));
  await day.sync(surveyor);
  await day.sync(handler);
  await does(handler, '京A1', () => day.edits(handler, caseId, { plate: '京A1' }));
  await day.sync(handler);
  await does(surveyor, '怕留疤', () => day.edits(surveyor, caseId, { worries: '怕留疤' }));
  await day.sync(surveyor);
  const steps = kill && 'device' in kill ? surveyor.killIn : day.run.hub.killLeft();
  const [mine, theirs] = await (async () => {
    const violations = await day.ends({ keepOpen: true });
    expect([kill, violations]).toEqual([kill, []]);
    return [shownAt(surveyor), shownAt(handler)];
  })();
  await day.close();
  expect([kill, mine]).toEqual([kill, theirs]);
  return { shown: mine, steps };
};

const farAway = 1_000_000;

/** Every n-th step from the first on: all parts of the day are met. */
const sampled = (steps: number, every: number): number[] =>
  Array.from({ length: Math.ceil(steps / every) }, (_, index) => 1 + index * every);

test('[I11] a device killed at any step and started again ends up as one that was never killed', async () => {
  const undisturbed = await theDay({ device: farAway });
  const steps = farAway - undisturbed.steps;
  expect(steps).toBeGreaterThan(50);
  for (const device of sampled(steps, 5)) expect([device, (await theDay({ device })).shown]).toEqual([device, undisturbed.shown]);
}, 300_000);

test('[I11] a hub node killed at any statement and started again ends up as one that was never killed', async () => {
  const undisturbed = await theDay({ hub: farAway });
  const steps = farAway - undisturbed.steps;
  expect(steps).toBeGreaterThan(100);
  for (const hub of sampled(steps, 23)) expect([hub, (await theDay({ hub })).shown]).toEqual([hub, undisturbed.shown]);
}, 300_000);
