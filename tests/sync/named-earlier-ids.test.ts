import { beforeAll, expect, test } from 'vitest';
import { calmDay, verdictOf } from './calm.ts';
import { makeCompany, type Company } from './sim-hub.ts';

let company: Company;
beforeAll(async () => {
  company = await makeCompany();
});

/** A case of the surveyor's, and what an earlier id of the file was refused in it; the hub has a backup of before. */
const refusedEarlier = async (backedUp: 'with the case' | 'without the case') => {
  const day = await calmDay(company);
  const [surveyor, handler] = [await day.comes('surveyor'), await day.comes('handler')];
  await day.comes('surveyor2');
  day.registers(surveyor);
  for (const device of [surveyor, handler]) await day.sync(device);
  const before = day.run.hub.image();
  const caseId = day.registers(handler);
  await day.sync(handler);
  day.assigns(handler, caseId, { from: null, to: 'surveyor' });
  for (const device of [handler, surveyor]) await day.sync(device);
  const backup = backedUp === 'with the case' ? day.run.hub.image() : before;
  const { changeId } = day.assigns(surveyor, caseId, { from: 'surveyor', to: 'surveyor2' });
  await day.sync(surveyor);
  expect(verdictOf(surveyor, changeId)).toBe('refused');
  await day.run.hub.replicate();
  await day.sync(surveyor);
  surveyor.store.sync.renew({ deviceId: day.run.newId() as never });
  surveyor.kill();
  surveyor.restart();
  await day.sync(surveyor);
  return { day, surveyor, handler, caseId, changeId, backup };
};

test('[SY-54] seed 6193: what was refused under an earlier id goes out again before the case goes, also where its list was compared', async () => {
  const { day, surveyor, handler, caseId, changeId, backup } = await refusedEarlier('with the case');
  await day.run.hub.restore(backup);
  await day.sync(surveyor);
  expect((await day.run.hub.changesKept()).has(changeId)).toBe(false);
  day.assigns(handler, caseId, { from: 'surveyor', to: 'surveyor2' });
  await day.sync(handler);
  for (let round = 0; round < 2; round += 1) await day.sync(surveyor);
  expect((await day.run.hub.changesKept()).has(changeId)).toBe(true);
  expect(surveyor.store.read.get('SELECT 1 FROM cases WHERE id = ?', caseId)).toBeUndefined();
  expect(await day.ends()).toEqual([]);
});

test('[SY-54] what the hub of this epoch had refused under an earlier id goes with its case, without another sign-in', async () => {
  const { day, surveyor, handler, caseId, changeId } = await refusedEarlier('with the case');
  const deviceId = surveyor.store.sync.deviceId();
  day.assigns(handler, caseId, { from: 'surveyor', to: 'surveyor2' });
  for (const device of [handler, surveyor]) await day.sync(device);
  expect(surveyor.store.read.get('SELECT origin FROM journal WHERE change_id = ?', changeId)).toEqual({ origin: 'gone' });
  expect(surveyor.store.sync.deviceId()).toBe(deviceId);
  expect(await day.ends()).toEqual([]);
});

test('[SY-54] what was refused under an earlier id goes out again also where a restored hub does not know its case', async () => {
  const { day, surveyor, handler, caseId, changeId, backup } = await refusedEarlier('without the case');
  handler.online = false;
  await day.run.hub.restore(backup);
  for (let round = 0; round < 2; round += 1) await day.sync(surveyor);
  expect((await day.run.hub.changesKept()).has(changeId)).toBe(true);
  expect(surveyor.store.read.get('SELECT 1 FROM cases WHERE id = ?', caseId)).toBeUndefined();
  handler.online = true;
  expect(await day.ends()).toEqual([]);
});
