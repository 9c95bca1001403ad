import { beforeAll, expect, test } from 'vitest';
import type { CaseId } from '../../shared/kernel/ids.ts';
import { bucketOf } from '../../shared/sync/digest.ts';
import { listLength } from './list-length.ts';
import { calmDay, verdictOf } from './calm.ts';
import { restoreHub, signIn } from './happenings.ts';
import { makeCompany, type Company } from './sim-hub.ts';

let company: Company;
beforeAll(async () => {
  company = await makeCompany();
});

const waits = (device: { store: { read: { get<T>(sql: string): T | undefined } } }): number =>
  device.store.read.get<{ n: number }>("SELECT count(*) AS n FROM journal WHERE origin = 'here' AND mid IS NOT NULL")?.n ?? 0;

test('[SY-50] seed 23: a copy uses numbers again that a fail-over has lost, as many of them; the other copy sends its own anew', async () => {
  const day = await calmDay(company);
  const original = await day.comes('surveyor');
  const caseId = day.registers(original);
  await day.sync(original);
  await day.run.hub.replicate();
  await day.sync(original);
  const copy = day.copies(original);
  const lost = [day.logs(copy, caseId), day.logs(copy, caseId)];
  original.online = false;
  await day.sync(copy);
  copy.online = false;
  await day.run.hub.failOver();
  original.online = true;
  day.logs(original, caseId);
  day.logs(original, caseId);
  await day.sync(original);
  copy.online = true;
  expect(await day.ends({ keepOpen: true })).toEqual([]);
  const kept = await day.run.hub.changesKept();
  expect(lost.map(({ changeId }) => kept.has(changeId))).toEqual([true, true]);
  expect(await listLength(day.run, caseId)).toBe(5);
  await day.close();
});

test('[SY-31] what an earlier id of a file had sent is sent again when a fail-over loses it', async () => {
  const day = await calmDay(company);
  const device = await day.comes('surveyor');
  const caseId = day.registers(device);
  await day.sync(device);
  await day.run.hub.replicate();
  await day.sync(device);
  const made = day.logs(device, caseId);
  await day.sync(device);
  device.store.sync.renew({ deviceId: day.run.newId() as never });
  device.kill();
  device.restart();
  await day.run.hub.failOver();
  expect(await day.ends({ keepOpen: true })).toEqual([]);
  expect((await day.run.hub.changesKept()).has(made.changeId)).toBe(true);
  await day.close();
});

test('[SY-54] a hub put back to a backup gets again what its devices hold, also what they take for certain', async () => {
  const day = await calmDay(company);
  const [surveyor, handler] = [await day.comes('surveyor'), await day.comes('handler')];
  const caseId = day.registers(surveyor);
  for (const device of [surveyor, handler]) await day.sync(device);
  const backup = day.run.hub.image();
  const made = [day.logs(surveyor, caseId), day.edits(handler, caseId, { plate: '京A1' })];
  for (const device of [surveyor, handler, surveyor]) await day.sync(device);
  await day.run.hub.replicate();
  for (const device of [surveyor, handler]) await day.sync(device);
  // An earlier id of the file is asked about by nobody.
  surveyor.store.sync.renew({ deviceId: day.run.newId() as never });
  surveyor.kill();
  surveyor.restart();
  await day.sync(surveyor);
  await day.run.hub.replicate();
  await day.sync(surveyor);
  await day.run.hub.restore(backup);
  expect(await day.ends({ keepOpen: true })).toEqual([]);
  const kept = await day.run.hub.changesKept();
  expect(made.map(({ changeId }) => kept.has(changeId))).toEqual([true, true]);
  await day.close();
});

test('[SY-54] a case the hub has lost altogether is not given up: an earlier id of the file had brought it there', async () => {
  const day = await calmDay(company);
  const device = await day.comes('surveyor');
  day.registers(device);
  await day.sync(device);
  const backup = day.run.hub.image();
  const lost = day.registers(device);
  const made = day.logs(device, lost);
  await day.sync(device);
  await day.run.hub.replicate();
  await day.sync(device);
  await day.goesOnAnew(device);
  await day.run.hub.replicate();
  await day.sync(device);
  await day.run.hub.restore(backup);
  expect(await day.ends({ keepOpen: true })).toEqual([]);
  expect((await day.run.hub.changesKept()).has(made.changeId)).toBe(true);
  expect(await listLength(day.run, lost)).toBe(2);
  await day.close();
});

test('[SY-50] a version of a lost history is no base: what goes over a value nobody here has seen is a conflict', async () => {
  const day = await calmDay(company);
  const [surveyor, handler] = [await day.comes('surveyor'), await day.comes('handler')];
  const caseId = day.registers(surveyor);
  for (const device of [surveyor, handler]) await day.sync(device);
  const backup = day.run.hub.image();
  day.edits(surveyor, caseId, { hopes: 'seen' });
  for (const device of [surveyor, handler]) await day.sync(device);
  for (const device of [surveyor, handler]) device.online = false;
  const { changeId } = day.edits(handler, caseId, { hopes: 'instead of what was seen' });
  await day.run.hub.restore(backup);
  const second = await day.comes('surveyor');
  await day.sync(second);
  day.edits(second, caseId, { hopes: 'never seen' });
  await day.sync(second);
  handler.online = true;
  await day.sync(handler);
  expect(verdictOf(handler, changeId)).toBe('conflict');
  surveyor.online = true;
  expect(await day.ends()).toEqual([]);
});

test('[SY-50] seed 1385: what a restored hub has lost goes out anew on what it rested on, not on the version of a lost list', async () => {
  const day = await calmDay(company);
  const [surveyor, handler] = [await day.comes('surveyor'), await day.comes('handler')];
  const caseId = day.registers(surveyor);
  for (const device of [surveyor, handler]) await day.sync(device);
  const backup = day.run.hub.image();
  const copy = day.copies(surveyor);
  copy.online = false;
  day.edits(handler, caseId, { hopes: 'seen' });
  for (const device of [handler, surveyor]) await day.sync(device);
  const { changeId } = day.edits(surveyor, caseId, { hopes: 'instead of what was seen' });
  await day.sync(surveyor);
  await day.run.hub.replicate();
  await day.sync(surveyor);
  for (const device of [surveyor, handler]) device.online = false;
  await day.run.hub.restore(backup);
  const second = await day.comes('surveyor');
  await day.sync(second);
  day.edits(second, caseId, { hopes: 'never seen' });
  await day.sync(second);
  // The copy uses the number again, so that the hub seems to have carried it out.
  copy.online = true;
  day.logs(copy, caseId);
  await day.sync(copy);
  await day.run.hub.replicate();
  surveyor.online = true;
  for (let round = 0; round < 2; round += 1) await day.sync(surveyor);
  expect(verdictOf(surveyor, changeId)).toBe('conflict');
  handler.online = true;
  expect(await day.ends()).toEqual([]);
});

test('[SY-50] a server fails between comparison and plan: no list counts that was compared with its predecessor only', async () => {
  const day = await calmDay(company);
  const [surveyor, handler] = [await day.comes('surveyor'), await day.comes('handler')];
  const lost = day.registers(surveyor);
  const other = Array.from({ length: 64 }, () => day.run.newId()).find((id) => bucketOf(id as CaseId) !== bucketOf(lost as CaseId));
  day.registers(surveyor, other);
  for (const device of [surveyor, handler]) await day.sync(device);
  await day.run.hub.replicate();
  day.logs(handler, lost);
  for (const device of [handler, surveyor]) await day.sync(device);
  day.logs(handler, other ?? '');
  surveyor.online = false;
  await day.sync(handler);
  handler.online = false;
  surveyor.online = true;
  surveyor.runner?.wake('hand');
  while (!day.run.queue.log.at(-1)?.includes('surveyor hears compare ok')) await day.until(day.run.queue.now() + 1);
  await day.run.hub.failOver();
  await day.sync(surveyor);
  handler.online = true;
  expect(await day.ends()).toEqual([]);
});

test('[SY-47] a release is told in the epoch of the hub that hears it', async () => {
  const day = await calmDay(company);
  const [surveyor, handler] = [await day.comes('surveyor'), await day.comes('handler')];
  const caseId = day.registers(surveyor);
  for (const device of [surveyor, handler]) await day.sync(device);
  surveyor.online = false;
  day.assigns(handler, caseId, { from: 'surveyor', to: 'surveyor2' });
  await day.sync(handler);
  await day.run.hub.replicate();
  surveyor.online = true;
  const held = (): boolean => surveyor.store.read.get('SELECT 1 FROM cases WHERE id = ?', caseId) !== undefined;
  const late = day.run.queue.now() + 60_000;
  surveyor.runner?.wake('hand');
  while (held() && day.run.queue.now() < late) await day.until(day.run.queue.now() + 1);
  expect(held()).toBe(false);
  await day.run.hub.failOver();
  await day.sync(surveyor);
  await day.sync(surveyor);
  expect(await day.run.hub.query('SELECT case_id AS "caseId" FROM releases')).toEqual([{ caseId }]);
  expect(await day.ends()).toEqual([]);
});

test('[SY-39] what two copies of a revoked file hand over under one number survives a fail-over', async () => {
  const day = await calmDay(company);
  const [original] = [await day.comes('surveyor'), await day.comes('surveyor2'), await day.comes('handler')];
  const caseId = day.registers(original);
  await day.sync(original);
  const copy = day.copies(original);
  for (const device of [original, copy]) device.online = false;
  const made = [day.logs(original, caseId), day.logs(copy, caseId)];
  await day.run.hub.revoke(original.store.sync.deviceId());
  original.online = true;
  await day.sync(original);
  await day.run.hub.replicate();
  copy.online = true;
  await day.sync(copy);
  expect([original.forgotten, copy.forgotten]).toEqual([true, true]);
  await day.run.hub.failOver();
  expect(await day.ends({ keepOpen: true })).toEqual([]);
  const kept = await day.run.hub.changesKept();
  expect(made.map(({ changeId }) => kept.has(changeId))).toEqual([true, true]);
  await day.close();
});

test('[SY-56] a revoked copy hands over all it has to a hub put back to before, which knows its numbers from the other copy', async () => {
  const day = await calmDay(company, { photos: true });
  const [original] = [await day.comes('surveyor'), await day.comes('handler')];
  const caseId = day.registers(original);
  await day.sync(original);
  const copy = day.copies(original);
  for (const device of [original, copy]) device.online = false;
  const made = [day.logs(original, caseId), day.photographs(copy, caseId)];
  await day.run.hub.revoke(original.store.sync.deviceId());
  original.online = true;
  await day.sync(original);
  const backup = day.run.hub.image();
  copy.online = true;
  // Its file does not get through, so that it may not forget yet.
  copy.lane?.close();
  await day.sync(copy);
  expect([original.forgotten, copy.forgotten]).toEqual([true, false]);
  await day.run.hub.restore(backup);
  copy.kill();
  copy.restart();
  expect(await day.ends({ keepOpen: true })).toEqual([]);
  const kept = await day.run.hub.changesKept();
  expect([copy.forgotten, ...made.map(({ changeId }) => kept.has(changeId))]).toEqual([true, true, true]);
  await day.close();
});

test('[SY-56] seeds 507, 1083: a revoked device hands over, too, what went out under an earlier id of its file and a restored hub has lost', async () => {
  const day = await calmDay(company, { photos: true });
  const [device] = [await day.comes('surveyor'), await day.comes('handler')];
  const caseId = day.registers(device);
  await day.sync(device);
  const backup = day.run.hub.image();
  const made = [day.logs(device, caseId), day.photographs(device, caseId)];
  await day.sync(device);
  await day.run.hub.replicate();
  await day.sync(device);
  await day.revokedAnew(device, backup);
  await day.sync(device);
  expect(await day.ends({ keepOpen: true })).toEqual([]);
  const kept = await day.run.hub.changesKept();
  expect([device.forgotten, ...made.map(({ changeId }) => kept.has(changeId))]).toEqual([true, true, true]);
  await day.close();
});

test('a backup put back on a device goes on as another device: what waited then is sent once, what came later comes again', async () => {
  const day = await calmDay(company);
  const device = await day.comes('surveyor');
  const caseId = day.registers(device);
  await day.sync(device);
  device.online = false;
  const waiting = day.logs(device, caseId);
  const backup = device.image();
  device.online = true;
  const later = day.logs(device, caseId);
  await day.sync(device);
  await day.run.hub.replicate();
  device.goBackTo(backup, { newDevice: true });
  device.restart();
  expect(waits(device)).toBe(2);
  day.logs(device, caseId);
  expect(await day.ends({ keepOpen: true })).toEqual([]);
  const kept = await day.run.hub.changesKept();
  expect([waiting, later].map(({ changeId }) => kept.has(changeId))).toEqual([true, true]);
  expect(await listLength(day.run, caseId)).toBe(4);
  await day.close();
});

test('[SY-62] seed 4628: a file left over from a handed-over case arrives although a restored hub has lost what was given back there', async () => {
  const day = await calmDay(company, { photos: true });
  const [surveyor, handler] = [await day.comes('surveyor'), await day.comes('handler')];
  await day.comes('surveyor2');
  const caseId = day.registers(surveyor);
  for (const device of [surveyor, handler]) await day.sync(device);
  surveyor.lane?.close();
  day.photographs(surveyor, caseId);
  await day.sync(surveyor);
  const backup = day.run.hub.image();
  const givenBack = day.logs(surveyor, caseId);
  for (const device of [surveyor, handler]) await day.sync(device);
  day.assigns(handler, caseId, { from: 'surveyor', to: 'surveyor2' });
  await day.sync(handler);
  await day.run.hub.replicate();
  for (let round = 0; round < 2; round += 1) await day.sync(surveyor);
  expect(surveyor.store.read.all('SELECT lane FROM content_left')).toHaveLength(2);
  surveyor.online = false;
  await day.run.hub.restore(backup);
  // Its content is nowhere any more: that is what backups are about.
  day.run.excused.add(givenBack.changeId);
  // The case is with the other one again before its former surveyor comes back.
  for (let round = 0; round < 2; round += 1) await day.sync(handler);
  surveyor.online = true;
  day.registers(surveyor);
  surveyor.kill();
  surveyor.restart();
  expect(await day.ends({ keepOpen: true })).toEqual([]);
  expect(surveyor.store.read.all('SELECT lane FROM content_left')).toEqual([]);
  await day.close();
});

/** What the surveyor brings to a case under an earlier id of the file; then the hub is put back to before it, and the case goes to another. */
type Work = 'logs' | 'assigns';
const goesAfterRestore: readonly [name: string, what: Work][] = [
  ['seed 4758: what an earlier id of the file had brought there goes out again first', 'logs'],
  ['seed 28: what was refused under an earlier id goes out again as well', 'assigns'],
];

test.each(goesAfterRestore)('[SY-54] a case goes to another after a restore; %s', async (_name, what) => {
  const day = await calmDay(company);
  const [surveyor, handler] = [await day.comes('surveyor'), await day.comes('handler')];
  await day.comes('surveyor2');
  const caseId = day.registers(surveyor);
  for (const device of [surveyor, handler]) await day.sync(device);
  const backup = day.run.hub.image();
  const { changeId } = what === 'logs' ? day.logs(surveyor, caseId) : day.assigns(surveyor, caseId, { from: 'surveyor', to: 'surveyor2' });
  await day.sync(surveyor);
  expect(verdictOf(surveyor, changeId)).toBe(what === 'logs' ? 'accepted' : 'refused');
  await day.run.hub.replicate();
  await day.sync(surveyor);
  surveyor.store.sync.renew({ deviceId: day.run.newId() as never });
  surveyor.kill();
  surveyor.restart();
  await day.sync(surveyor);
  surveyor.online = false;
  await day.run.hub.restore(backup);
  await day.sync(handler);
  day.assigns(handler, caseId, { from: 'surveyor', to: 'surveyor2' });
  await day.sync(handler);
  surveyor.online = true;
  expect(await day.ends({ keepOpen: true })).toEqual([]);
  expect((await day.run.hub.changesKept()).has(changeId)).toBe(true);
  await day.close();
});

test('[SY-62] seed 5508: a revoked device keeps the photo of what a restored hub has lost, and delivers it after its change', async () => {
  const day = await calmDay(company, { photos: true });
  const [device] = [await day.comes('surveyor'), await day.comes('handler')];
  device.online = false;
  const made = day.photographs(device, day.registers(device));
  await day.run.hub.revoke(device.store.sync.deviceId());
  const backup = day.run.hub.image();
  device.online = true;
  device.runner?.wake('hand');
  while (verdictOf(device, made.changeId) === undefined) await day.until(day.run.queue.now() + 1);
  // Its files follow at once, to a hub that does not know of them any more.
  await day.run.hub.restore(backup);
  expect(await day.ends({ keepOpen: true })).toEqual([]);
  expect([device.forgotten, (await day.run.hub.changesKept()).has(made.changeId)]).toEqual([true, true]);
  await day.close();
});

test('[SY-50] a case that goes and comes back in another epoch: what waits there does not rest on a version of the lost list', async () => {
  const day = await calmDay(company);
  const [surveyor, handler] = [await day.comes('surveyor'), await day.comes('handler')];
  await day.comes('surveyor2');
  const caseId = day.registers(surveyor);
  for (const device of [surveyor, handler]) await day.sync(device);
  const backup = day.run.hub.image();
  day.edits(handler, caseId, { hopes: 'seen' });
  for (const device of [handler, surveyor]) await day.sync(device);
  surveyor.online = false;
  const { changeId } = day.edits(surveyor, caseId, { hopes: 'instead of what was seen' });
  day.assigns(handler, caseId, { from: 'surveyor', to: 'surveyor2' });
  await day.sync(handler);
  surveyor.online = true;
  surveyor.runner?.wake('hand');
  const held = (): boolean => surveyor.store.read.get('SELECT 1 FROM cases WHERE id = ?', caseId) !== undefined;
  while (held()) await day.until(day.run.queue.now() + 1);
  // The case has gone, and the line is cut before the edit is sent.
  for (const device of [surveyor, handler]) device.online = false;
  await day.run.hub.restore(backup);
  const second = await day.comes('surveyor');
  await day.sync(second);
  day.edits(second, caseId, { hopes: 'never seen' });
  await day.sync(second);
  surveyor.online = true;
  for (let round = 0; round < 2; round += 1) await day.sync(surveyor);
  expect(verdictOf(surveyor, changeId)).toBe('conflict');
  handler.online = true;
  expect(await day.ends()).toEqual([]);
});

test('[SY-54] a case goes to another after its list of a restored hub has come: what that list lacks goes out again first', async () => {
  const day = await calmDay(company);
  const [surveyor, handler] = [await day.comes('surveyor'), await day.comes('handler')];
  await day.comes('surveyor2');
  const caseId = day.registers(surveyor);
  for (const device of [surveyor, handler]) await day.sync(device);
  const backup = day.run.hub.image();
  const made = day.logs(surveyor, caseId);
  await day.sync(surveyor);
  await day.run.hub.replicate();
  await day.sync(surveyor);
  surveyor.goBackTo(surveyor.image(), { newDevice: true });
  await signIn(day.run, surveyor);
  await day.sync(surveyor);
  surveyor.online = false;
  await day.run.hub.restore(backup);
  surveyor.online = true;
  surveyor.runner?.wake('hand');
  while (!day.run.queue.log.at(-1)?.includes('surveyor hears entries ok')) await day.until(day.run.queue.now() + 1);
  surveyor.online = false;
  await day.sync(handler);
  day.assigns(handler, caseId, { from: 'surveyor', to: 'surveyor2' });
  await day.sync(handler);
  surveyor.online = true;
  for (let round = 0; round < 2; round += 1) await day.sync(surveyor);
  expect([(await day.run.hub.changesKept()).has(made.changeId), verdictOf(surveyor, made.changeId)]).toEqual([true, 'late']);
  expect(surveyor.store.read.get('SELECT 1 FROM cases WHERE id = ?', caseId)).toBeUndefined();
  expect(await day.ends()).toEqual([]);
});

// The answer that takes a case away is on its way while the hub is put back: nothing could tell the device. Any other loss counts.
test.each([
  { asked: 'plan', isGone: true },
  { asked: 'compare', isGone: false },
])(
  'seed 5417: a hub put back while it answers $asked takes what a device gives back on that answer: $isGone',
  async ({ asked, isGone }) => {
    const day = await calmDay(company);
    const [surveyor, handler] = [await day.comes('surveyor'), await day.comes('handler')];
    await day.comes('surveyor2');
    const caseId = day.registers(surveyor);
    for (const device of [surveyor, handler]) await day.sync(device);
    day.run.images.set('hub', day.run.hub.image());
    const { changeId } = day.logs(surveyor, caseId);
    for (const device of [surveyor, handler]) await day.sync(device);
    await day.run.hub.replicate();
    await day.sync(surveyor);
    surveyor.online = false;
    day.assigns(handler, caseId, { from: 'surveyor', to: 'surveyor2' });
    await day.sync(handler);
    surveyor.online = true;
    surveyor.runner?.wake('hand');
    while (!day.run.queue.log.at(-1)?.includes(`surveyor asks ${asked}`)) await day.until(day.run.queue.now() + 1);
    await restoreHub(day.run);
    expect(await day.ends({ keepOpen: true })).toEqual([]);
    expect([day.run.excused.has(changeId), (await day.run.hub.changesKept()).has(changeId)]).toEqual([isGone, !isGone]);
    await day.close();
  },
);
