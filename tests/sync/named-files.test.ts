import { beforeAll, expect, test } from 'vitest';
import { calmDay, verdictOf } from './calm.ts';
import { makeCompany, type Company } from './sim-hub.ts';

let company: Company;
beforeAll(async () => {
  company = await makeCompany();
});

test('[SY-62] seed 103: a photo stays with its change that a restored hub could not take, also when the case goes', async () => {
  const day = await calmDay(company, { photos: true });
  const [surveyor, handler] = [await day.comes('surveyor'), await day.comes('handler')];
  day.registers(surveyor);
  await day.sync(surveyor);
  const backup = day.run.hub.image();
  const caseId = day.registers(surveyor);
  for (const device of [surveyor, handler]) await day.sync(device);
  surveyor.online = false;
  // Without an edit beside it, which would clash.
  Object.assign(day.run.dice, { chance: () => false });
  const { changeId } = day.photographs(handler, caseId);
  await day.run.hub.restore(backup);
  for (let round = 0; round < 2; round += 1) await day.sync(handler);
  expect(verdictOf(handler, changeId)).toBe('refused');
  expect(handler.store.read.get('SELECT 1 FROM cases WHERE id = ?', caseId)).toBeUndefined();
  // Put back once more; the surveyor brings the case before the handler comes.
  handler.online = false;
  await day.run.hub.restore(backup);
  surveyor.online = true;
  await day.sync(surveyor);
  handler.online = true;
  expect(await day.ends({ keepOpen: true })).toEqual([]);
  expect(verdictOf(handler, changeId)).toBe('accepted');
  await day.close();
});
