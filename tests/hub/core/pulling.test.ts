import { beforeEach, describe, expect, test } from 'vitest';
import { maxEntriesPerPage } from '../../../shared/sync/pull-messages.ts';
import { newId, signIn, type TestDevice } from '../support/device.ts';
import { assign, log, register, set, transition } from '../support/operations.ts';
import { closeStores, stores } from '../support/stores.ts';
import { createWorld, type Colleague, type World } from '../support/world.ts';

closeStores();

const dayMs = 86_400_000;

describe.each(stores)('pulling from %s', (_, open) => {
  let world: World;
  let surveyor: TestDevice;
  beforeEach(async () => {
    world = await createWorld(await open());
    surveyor = await signIn(world, 'surveyor');
  });

  test('[SY-41] nothing to do when everything is as the device has it', async () => {
    await register(surveyor);
    expect((await surveyor.compare()).same).toBe(false);
    const documents = Object.fromEntries((await surveyor.compare()).documents.map(({ kind, version }) => [kind, version]));
    await surveyor.pull();
    expect(await surveyor.compare({ documents })).toMatchObject({ same: true, buckets: [], ack: 1, stable: 1, behind: false });
  });

  test('[SY-42] each role sees its own cases and no other', async () => {
    const west = await signIn(world, 'surveyorWest');
    const [east1, east2, west1] = [await register(surveyor), await register(surveyor), await register(west)];
    const seen = async (name: Colleague): Promise<string[]> => {
      const device = await signIn(world, name);
      await device.pull();
      return [...device.cases.keys()].toSorted();
    };
    expect(await seen('surveyor')).toEqual([east1, east2].toSorted());
    expect(await seen('surveyor2')).toEqual([]);
    expect(await seen('handler')).toEqual([east1, east2].toSorted());
    expect(await seen('handlerWest')).toEqual([west1]);
    expect(await seen('supervisor')).toEqual([east1, east2, west1].toSorted());
    expect(await seen('supervisorFar')).toEqual([]);
    expect(await seen('admin')).toEqual([]);
  });

  test('[SY-42] a closed case leaves the handlers after ninety days and stays with the others', async () => {
    const caseId = await register(surveyor);
    const [handler, supervisor] = [await signIn(world, 'handler'), await signIn(world, 'supervisor')];
    await handler.does(caseId, transition('case', caseId, ['open', 'closed'], { closingReason: '结' }));
    world.clock.move(89 * dayMs);
    for (const device of [handler, supervisor, surveyor]) await device.pull();
    expect([handler, supervisor, surveyor].map(({ cases }) => cases.has(caseId))).toEqual([true, true, true]);
    world.clock.move(2 * dayMs);
    for (const device of [handler, supervisor, surveyor]) await device.pull();
    expect([handler, supervisor, surveyor].map(({ cases }) => cases.has(caseId))).toEqual([false, true, true]);
    expect(handler.evicted).toEqual([{ caseId, reason: 'closed', late: 0, waiting: 0 }]);
  });

  test('[SY-43] a long list comes in pages and none of it is missing', async () => {
    const caseId = await register(surveyor);
    const logs = Array.from({ length: maxEntriesPerPage + 150 }, () => log({ body: '字'.repeat(200) }));
    for (let at = 0; at < logs.length; at += 200)
      await surveyor.push(...logs.slice(at, at + 200).map((one) => surveyor.change(caseId, [one])));
    const small = await register(surveyor);
    const handler = await signIn(world, 'handler');
    const { pages, entries } = await handler.pull();
    expect(entries).toBe(maxEntriesPerPage + 152);
    expect(pages).toBeGreaterThan(1);
    expect(handler.cases.get(caseId)?.entries.map(({ ver }) => ver)).toEqual(logs.map((_log, index) => index + 1).concat(logs.length + 1));
    expect(handler.cases.get(small)?.ver).toBe(1);
  });

  test('[SY-44] a device gets only what it lacks; another history is replaced whole', async () => {
    const caseId = await register(surveyor);
    const handler = await signIn(world, 'handler');
    await handler.pull();
    await surveyor.does(caseId, log());
    expect((await handler.pull()).entries).toBe(1);
    handler.cases.set(caseId, { ...handler.cases.get(caseId)!, hash: 'f'.repeat(64) });
    expect((await handler.pull()).entries).toBe(2);
    handler.cases.set(caseId, { ...handler.cases.get(caseId)!, ver: 9, hash: 'e'.repeat(64) });
    expect((await handler.pull()).entries).toBe(2);
    expect(handler.cases.get(caseId)?.ver).toBe(2);
  });

  test('[SY-46] every eviction says why, and of a case one never had nothing is said', async () => {
    const [mine, others] = [await register(surveyor), await register(await signIn(world, 'surveyorWest'))];
    const handler = await signIn(world, 'handler');
    await surveyor.pull();
    await handler.does(mine, assign(world.people.surveyor, world.people.surveyor2));
    const nowhere = newId();
    for (const caseId of [others, nowhere]) surveyor.cases.set(caseId, { ver: 1, hash: 'a'.repeat(64), entries: [] });
    await surveyor.pull();
    expect(surveyor.cases.size).toBe(0);
    const reasons = Object.fromEntries(surveyor.evicted.map(({ caseId, reason }) => [caseId, reason]));
    expect(reasons).toEqual({ [mine]: 'reassigned', [others]: 'unknown', [nowhere]: 'unknown' });
  });

  test('[SY-41] entries of a case one may not see are not given, whatever head is named', async () => {
    const caseId = await register(surveyor);
    await surveyor.pull();
    const { ver, hash } = surveyor.cases.get(caseId)!;
    const stranger = await signIn(world, 'surveyor2');
    const asked = {
      protocol: 1,
      requestId: newId(),
      epoch: null,
      cases: [
        [caseId, 0, '0'.repeat(64)],
        [caseId, ver, hash],
      ],
    };
    const reply = await world.hub.entries(stranger.who, asked as never);
    expect(reply).toMatchObject({ ok: true, value: { cases: [], evict: [{ caseId, reason: 'unknown', late: 0, waiting: 0 }], left: 0 } });
  });

  test('[SY-51] a hub that has lost what it acknowledged says so', async () => {
    await register(surveyor);
    const { epoch } = await surveyor.compare();
    expect(await surveyor.compare({ epoch, ackSeen: 1 })).toMatchObject({ behind: false });
    expect(await surveyor.compare({ epoch, ackSeen: 2 })).toMatchObject({ behind: true });
    expect(await surveyor.compare({ epoch: 'another', ackSeen: 2 })).toMatchObject({ behind: false });
    expect(world.logged).toContain('sync.behind');
  });

  test('what moved is announced to those who may see it, before and after a hand-over', async () => {
    const caseId = await register(surveyor);
    const handler = await signIn(world, 'handler');
    await handler.does(caseId, set('case', caseId, { ver: 1 }, { plate: 'B' }));
    world.announced.length = 0;
    await handler.does(caseId, assign(world.people.surveyor, world.people.surveyor2));
    expect(world.announced.map(({ ownerId }) => ownerId)).toEqual([world.people.surveyor, world.people.surveyor2]);
  });
});
