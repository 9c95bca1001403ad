import { beforeAll, expect, test } from 'vitest';
import { lastSurrendered } from '../../electron/db/surrender-rows.ts';
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
  await day.goesOnAnew(surveyor);
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

test.each(['refused', 'quarantined'])(
  '[SY-54] seed 7181: what another history had %s counts as taken in where the list names it, and is missed when lost',
  async (heard) => {
    const day = await calmDay(company);
    const [surveyor, handler] = [await day.comes('surveyor'), await day.comes('handler')];
    day.registers(handler);
    await day.sync(handler);
    const withoutCase = day.run.hub.image();
    const caseId = day.registers(surveyor);
    for (const device of [surveyor, handler]) await day.sync(device);
    const withCase = day.run.hub.image();
    surveyor.online = false;
    const { changeId } = day.assigns(handler, caseId, { from: 'surveyor', to: 'surveyor2' });
    const isTakenIn = async () => (await day.run.hub.changesKept()).has(changeId);
    handler.runner?.wake('hand');
    for (let step = 0; step < 1_000 && !(await isTakenIn()); step += 1) await day.until(day.run.queue.now() + 5);
    expect([await isTakenIn(), verdictOf(handler, changeId)]).toEqual([true, undefined]);
    handler.kill();
    const withBoth = day.run.hub.image();
    await day.run.hub.restore(withoutCase);
    handler.restart();
    await day.sync(handler);
    expect(verdictOf(handler, changeId)).toBe('refused');
    handler.store.sync.keep((db) => db.run('UPDATE verdicts SET code = ? WHERE code = ?', heard, 'refused'));
    await day.run.hub.replicate();
    await day.sync(handler);
    await day.goesOnAnew(handler);
    await day.run.hub.restore(withBoth);
    await day.sync(handler);
    expect(verdictOf(handler, changeId)).toBe('accepted');
    await day.run.hub.restore(withCase);
    for (let round = 0; round < 2; round += 1) await day.sync(handler);
    expect(await isTakenIn()).toBe(true);
    surveyor.online = true;
    expect(await day.ends()).toEqual([]);
  },
);

test('[SY-56] seed 2845: what is written while changes of an earlier id are handed over does not take their answer for its own', async () => {
  const day = await calmDay(company);
  const device = await day.comes('surveyor');
  await day.comes('handler');
  const caseId = day.registers(device);
  await day.sync(device);
  const backup = day.run.hub.image();
  const earlier = day.logs(device, caseId);
  await day.sync(device);
  await day.run.hub.replicate();
  await day.sync(device);
  await day.revokedAnew(device, backup);
  device.runner?.wake('hand');
  const isAnswered = async () => (await day.run.hub.changesKept()).has(earlier.changeId);
  for (let step = 0; step < 1_000 && !(await isAnswered()); step += 1) await day.until(day.run.queue.now() + 5);
  // The hub has it, and the device has not heard so yet.
  expect([await isAnswered(), lastSurrendered(device.store.read, device.store.sync.deviceId())]).toEqual([true, 0]);
  const meanwhile = day.logs(device, caseId);
  await day.sync(device);
  expect(await day.ends({ keepOpen: true })).toEqual([]);
  const kept = await day.run.hub.changesKept();
  expect([device.forgotten, ...[earlier, meanwhile].map(({ changeId }) => kept.has(changeId))]).toEqual([true, true, true]);
  await day.close();
});

test.each([
  { hub: 'refused', code: 'conflict', heard: 'conflict', found: 0, what: 'another refusal, which the device did hear, is no fault' },
  { hub: 'refused', code: 'conflict', heard: null, found: 1, what: 'another refusal, which it never heard, is one' },
  { hub: 'refused', code: 'quarantined', heard: 'quarantined', found: 1, what: 'what is no refusal is one, whatever was heard' },
  { hub: 'accepted', code: 'refused', heard: 'refused', found: 1, what: 'what the hub has is refused nowhere' },
])('[I6] the simulator, where device and hub tell of a change differently: $what', async ({ hub, code, heard, found }) => {
  const day = await calmDay(company);
  const device = await day.comes('surveyor');
  const caseId = day.registers(device);
  await day.sync(device);
  const { changeId } = hub === 'accepted' ? day.logs(device, caseId) : day.assigns(device, caseId, { from: 'surveyor', to: 'surveyor2' });
  await day.sync(device);
  await day.run.hub.replicate();
  await day.sync(device);
  expect(verdictOf(device, changeId)).toBe(hub);
  device.store.sync.keep((db) => db.run('UPDATE verdicts SET code = ? WHERE mid = 2', code));
  if (heard !== null) day.run.refused.add(`${device.store.sync.deviceId()} 2 ${heard}`);
  const words = (await day.ends()).filter(({ invariant }) => invariant === 'I6').map(({ detail }) => detail);
  const fault =
    hub === 'accepted'
      ? `surveyor: ${changeId} is in the list and the device says ${code}`
      : `surveyor: the hub said ${hub} of ${changeId}, the device says ${code}`;
  expect(words).toEqual(Array.from({ length: found }, () => fault));
});
