import { beforeAll, expect, test } from 'vitest';
import { ownChange, wordOfChange } from '../../electron/core/sync/change-rows.ts';
import { readState } from '../../electron/db/sync-state.ts';
import { calmDay, verdictOf } from './calm.ts';
import { confirm } from './happenings.ts';
import type { SimDevice } from './sim-device.ts';
import { makeCompany, type Company } from './sim-hub.ts';

let company: Company;
beforeAll(async () => {
  company = await makeCompany();
});

type Day = Awaited<ReturnType<typeof calmDay>>;

const wordFor = (device: SimDevice, changeId: string): string => {
  const change = ownChange(device.store.read, changeId);
  return change ? wordOfChange(change, false) : 'none';
};

const until = async (day: Day, isSo: () => Promise<boolean> | boolean): Promise<void> => {
  for (let step = 0; step < 60_000 && !(await isSo()); step += 1) await day.until(day.run.queue.now() + 1);
  expect(await isSo()).toBe(true);
};

/** Heard, and certain: nobody asks about it again. */
const syncStable = async (day: Day, device: SimDevice): Promise<void> => {
  await day.sync(device);
  await day.run.hub.replicate();
  await day.sync(device);
};

const asidesOf = (device: SimDevice, code: string): void =>
  device.store.sync.keep((db) => void db.run(`UPDATE verdicts SET facts = json_set(facts, '$.outcome', 'discarded') WHERE code = ?`, code));

test.each(['the case is not given up', 'the process ends before it is'])(
  '[SY-54] a wrong backup that does not know the case, where %s, and the right one again: what it refused counts',
  async (how) => {
    const day = await calmDay(company);
    const [surveyor, handler] = [await day.comes('surveyor'), await day.comes('handler')];
    const isBraked = how === 'the case is not given up';
    if (!isBraked) day.registers(handler);
    await day.sync(handler);
    const wrong = day.run.hub.image();
    const caseId = day.registers(surveyor);
    for (const device of [surveyor, handler]) await day.sync(device);
    const withCase = day.run.hub.image();
    surveyor.online = false;
    const { changeId } = day.assigns(handler, caseId, { from: 'surveyor', to: 'surveyor2' });
    await day.sync(handler);
    const right = day.run.hub.image();
    await day.run.hub.restore(wrong);
    handler.runner?.wake('hand');
    await until(day, () => verdictOf(handler, changeId) === 'refused');
    await day.run.hub.replicate();
    if (isBraked) await day.until(day.run.queue.now() + 20_000);
    else await until(day, () => readState(handler.store.read, 'progress')?.stable === 2);
    handler.kill();
    await day.run.hub.restore(right);
    handler.restart();
    confirm(handler);
    await day.sync(handler);
    expect([verdictOf(handler, changeId), wordFor(handler, changeId)]).toEqual(['accepted', 'delivered']);
    await day.goesOnAnew(handler);
    await syncStable(day, handler);
    await day.run.hub.restore(withCase);
    for (let round = 0; round < 3; round += 1) await day.sync(handler);
    expect((await day.run.hub.changesKept()).has(changeId)).toBe(true);
    surveyor.online = true;
    expect(await day.ends()).toEqual([]);
  },
);

test('[SY-54] a conflict of another history that was put aside counts as taken in where the list names it', async () => {
  const day = await calmDay(company);
  const [surveyor, handler] = [await day.comes('surveyor'), await day.comes('handler')];
  const caseId = day.registers(surveyor);
  for (const device of [surveyor, handler]) await day.sync(device);
  const withCase = day.run.hub.image();
  const { changeId } = day.edits(surveyor, caseId, { hopes: '一次了结' });
  await day.sync(surveyor);
  const withBoth = day.run.hub.image();
  surveyor.online = false;
  await day.run.hub.restore(withCase);
  await day.sync(handler);
  day.edits(handler, caseId, { hopes: '分期' });
  await day.sync(handler);
  surveyor.online = true;
  await syncStable(day, surveyor);
  expect(verdictOf(surveyor, changeId)).toBe('conflict');
  asidesOf(surveyor, 'conflict');
  handler.online = false;
  await day.run.hub.restore(withBoth);
  await day.sync(surveyor);
  const verdict = surveyor.store.read.get('SELECT code, ver, facts FROM verdicts WHERE mid = 2');
  expect(verdict).toEqual({ code: 'accepted', ver: 2, facts: '{}' });
  handler.online = true;
  expect(await day.ends()).toEqual([]);
});

/** The surveyor's edit of a case that went to somebody else meanwhile; it waits for the handler, and the surveyor has not heard. */
const waitsForHandler = async () => {
  const day = await calmDay(company);
  const [surveyor, handler] = [await day.comes('surveyor'), await day.comes('handler')];
  await day.comes('surveyor2');
  day.registers(surveyor);
  for (const device of [surveyor, handler]) await day.sync(device);
  const withoutCase = day.run.hub.image();
  const caseId = day.registers(handler);
  day.assigns(handler, caseId, { from: null, to: 'surveyor' });
  for (const device of [handler, surveyor]) await day.sync(device);
  const withCase = day.run.hub.image();
  surveyor.online = false;
  const { changeId } = day.edits(surveyor, caseId, { hopes: '一次了结' });
  day.assigns(handler, caseId, { from: 'surveyor', to: 'surveyor2' });
  await day.sync(handler);
  const waiting = async (): Promise<string | undefined> =>
    (await day.run.hub.query<{ id: string }>('SELECT quarantine_id AS id FROM quarantine WHERE change_id = $1', changeId))[0]?.id;
  surveyor.online = true;
  surveyor.runner?.wake('hand');
  await until(day, async () => (await waiting()) !== undefined);
  expect(verdictOf(surveyor, changeId)).toBeUndefined();
  const decides = async (outcome: 'taken' | 'dropped'): Promise<void> =>
    expect((await day.run.hub.decide((await waiting()) ?? '', outcome)).ok).toBe(true);
  /** The handler takes it, and the case comes back to the surveyor with a list that names it. */
  const takesAndReturns = async (): Promise<void> => {
    await decides('taken');
    await day.sync(handler);
    day.assigns(handler, caseId, { from: 'surveyor2', to: 'surveyor' });
    await day.sync(handler);
  };
  return { day, surveyor, handler, caseId, changeId, withoutCase, withCase, decides, takesAndReturns };
};

test('[SY-54] what one history refused and the handler took in the next is told as delivered', async () => {
  const { day, surveyor, handler, changeId, withoutCase, takesAndReturns } = await waitsForHandler();
  surveyor.kill();
  surveyor.online = false;
  await takesAndReturns();
  const right = day.run.hub.image();
  handler.online = false;
  await day.run.hub.restore(withoutCase);
  surveyor.online = true;
  surveyor.restart();
  await syncStable(day, surveyor);
  expect(verdictOf(surveyor, changeId)).toBe('refused');
  await day.goesOnAnew(surveyor);
  await day.run.hub.restore(right);
  for (let round = 0; round < 2; round += 1) await day.sync(surveyor);
  expect([verdictOf(surveyor, changeId), wordFor(surveyor, changeId)]).toEqual(['quarantined', 'delivered']);
  handler.online = true;
  expect(await day.ends()).toEqual([]);
});

test.each(['let drop by the handler in another history', 'put aside by its maker'])(
  '[SY-54] what was %s, and is taken, is told as delivered',
  async (how) => {
    const { day, surveyor, changeId, decides, takesAndReturns } = await waitsForHandler();
    await syncStable(day, surveyor);
    expect(verdictOf(surveyor, changeId)).toBe('quarantined');
    if (how === 'put aside by its maker') asidesOf(surveyor, 'quarantined');
    else {
      const waiting = day.run.hub.image();
      await decides('dropped');
      await day.sync(surveyor);
      await day.run.hub.restore(waiting);
    }
    await takesAndReturns();
    for (let round = 0; round < 2; round += 1) await day.sync(surveyor);
    expect([verdictOf(surveyor, changeId), wordFor(surveyor, changeId)]).toEqual(['quarantined', 'delivered']);
    expect(await day.ends()).toEqual([]);
  },
);

test('[SY-54] what the handler took, and a restored hub has lost, goes out again under whichever id it went', async () => {
  const { day, surveyor, changeId, withCase, takesAndReturns } = await waitsForHandler();
  await syncStable(day, surveyor);
  await takesAndReturns();
  await syncStable(day, surveyor);
  expect(wordFor(surveyor, changeId)).toBe('delivered');
  await day.goesOnAnew(surveyor);
  await syncStable(day, surveyor);
  await day.run.hub.restore(withCase);
  for (let round = 0; round < 3; round += 1) await day.sync(surveyor);
  expect((await day.run.hub.changesKept()).has(changeId)).toBe(true);
  expect(await day.ends()).toEqual([]);
});
