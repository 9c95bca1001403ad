import { beforeEach, describe, expect, test } from 'vitest';
import { newId, signIn, type TestDevice } from '../support/device.ts';
import { assign, insert, log, register, set, transition } from '../support/operations.ts';
import { closeStores, stores } from '../support/stores.ts';
import { createWorld, type World } from '../support/world.ts';

closeStores();

describe.each(stores)('accepting changes on %s', (_, open) => {
  let world: World;
  let surveyor: TestDevice;
  let handler: TestDevice;
  beforeEach(async () => {
    world = await createWorld(await open());
    surveyor = await signIn(world, 'surveyor');
    handler = await signIn(world, 'handler');
  });

  test('[SY-53] a push of another epoch is stopped, executes nothing and says which epoch it is', async () => {
    const device = await signIn(world, 'surveyor');
    const change = device.change(newId(), [log()]);
    const push = (epoch: string | null) =>
      world.hub.push(device.who, { protocol: 2, requestId: newId(), epoch, ackSeen: 0, changes: [change] } as never);
    const stopped = await push('another');
    expect(stopped).toMatchObject({ ok: true, value: { ack: 0, verdicts: [], stopped: 'epoch' } });
    const epoch = stopped.ok ? stopped.value.epoch : '';
    expect(await push(epoch)).toMatchObject({ ok: true, value: { ack: 1, stopped: null } });
  });

  test('[SY-21] changes of a case get dense versions, and everybody who may see it holds the same list', async () => {
    const caseId = await register(surveyor);
    expect(await surveyor.does(caseId, log())).toEqual({ mid: 2, verdict: 'accepted', ver: 2 });
    expect(await handler.does(caseId, log())).toEqual({ mid: 1, verdict: 'accepted', ver: 3 });
    await surveyor.pull();
    await handler.pull();
    expect(surveyor.cases.get(caseId)?.ver).toBe(3);
    expect(handler.cases.get(caseId)).toEqual(surveyor.cases.get(caseId));
  });

  test('[SY-31] a change that comes again is not executed again and gets the same verdict', async () => {
    const caseId = newId();
    const made = surveyor.change(caseId, [insert('case', caseId, { reportNumber: 'R-1' })]);
    const wrong = surveyor.change(caseId, [insert('contactLog', newId(), { mood: 9 })]);
    const first = await surveyor.push(made, wrong);
    expect(first.verdicts.map(({ verdict }) => verdict)).toEqual(['accepted', 'refused']);
    const again = await surveyor.push(made, wrong);
    expect(again.verdicts).toEqual(first.verdicts);
    await surveyor.pull();
    expect(surveyor.cases.get(caseId)?.ver).toBe(1);
  });

  test('[SY-31] the same number with another content is another history: the device is told, nothing is executed', async () => {
    const caseId = await register(surveyor);
    const reply = await surveyor.push(surveyor.change(caseId, [log()], { mid: 1 }), surveyor.change(caseId, [log()], { mid: 2 }));
    expect(reply).toMatchObject({ stopped: 'device-rewound', ack: 1, verdicts: [] });
  });

  test('[SY-31] after a gap nothing is executed, and the answer says up to where', async () => {
    const caseId = await register(surveyor);
    surveyor.change(caseId, [log()]);
    const reply = await surveyor.push(surveyor.change(caseId, [log()]));
    expect(reply).toMatchObject({ stopped: 'gap', ack: 1, verdicts: [] });
  });

  test.each(['a\u0000b', '\ud800', '', 'x'.repeat(65), '案件'])(
    '[SY-11] a row under an id that no store keeps (%j) is refused, and so is what points at one; the next change goes in',
    async (id) => {
      const caseId = await register(surveyor);
      const hides = insert('voiding', newId(), { targetEntity: 'contactLog', targetId: id, reason: 'x', restores: false });
      const reply = await surveyor.push(
        surveyor.change(caseId, [{ ...log(), id }]),
        surveyor.change(caseId, [set('case', id, { ver: 1 }, { hospital: '一院' })]),
        surveyor.change(caseId, [transition('offer', id, ['draft', 'submitted'])]),
        surveyor.change(caseId, [hides]),
        surveyor.change(caseId, [insert('deduction', newId(), { itemId: id, amountFen: 1, reason: 'x' })]),
        surveyor.change(caseId, [log()]),
      );
      expect(reply.verdicts.map(({ verdict }) => verdict)).toEqual([...Array.from({ length: 5 }, () => 'refused'), 'accepted']);
      expect(reply.verdicts.slice(0, 3)).toMatchObject(Array.from({ length: 3 }, () => ({ code: 'malformed' })));
      const handed = await handler.push(handler.change(caseId, [assign(world.people.surveyor, id)]));
      expect(handed.verdicts).toMatchObject([{ verdict: 'refused' }]);
    },
  );

  test('[SY-32] a refused change is consumed and does not block the next one', async () => {
    const caseId = await register(surveyor);
    const reply = await surveyor.push(
      surveyor.change(caseId, [insert('contactLog', newId(), { mood: 9 })]),
      surveyor.change(caseId, [insert('nothingKnown', newId(), {})]),
      surveyor.change(caseId, [log()]),
    );
    expect(reply.ack).toBe(4);
    expect(reply.verdicts).toMatchObject([
      { verdict: 'refused', code: 'field-invalid' },
      { verdict: 'refused', code: 'entity-unknown' },
      { verdict: 'accepted', ver: 2 },
    ]);
  });

  test('[SY-10] operations are accepted together or not at all', async () => {
    const caseId = await register(surveyor);
    const kept = log();
    expect(await surveyor.does(caseId, kept, insert('contactLog', newId(), { mood: 9 }))).toMatchObject({ verdict: 'refused' });
    expect(await surveyor.does(caseId, kept)).toMatchObject({ verdict: 'accepted', ver: 2 });
  });

  test('[SY-33] a stale value does not override a newer one, and other fields of the row do not clash', async () => {
    const caseId = await register(surveyor, { hospital: '一院', plate: 'A' });
    expect(await handler.does(caseId, set('case', caseId, { ver: 1 }, { hospital: '二院' }))).toMatchObject({ verdict: 'accepted' });
    expect(await surveyor.does(caseId, set('case', caseId, { mid: 1 }, { plate: 'B' }))).toMatchObject({ verdict: 'accepted', ver: 3 });
    const conflict = { entity: 'case', id: caseId, field: 'hospital', value: '二院', ver: 2, byPersonId: world.people.handler };
    expect(await surveyor.does(caseId, set('case', caseId, { mid: 1 }, { hospital: '三院' }))).toMatchObject({
      verdict: 'conflict',
      fields: [conflict],
    });
    expect(await surveyor.does(caseId, set('case', caseId, { mid: 1 }, { hospital: '二院' }))).toMatchObject({ verdict: 'accepted' });
  });

  test('[SY-12] a base on an own change that was not accepted does not hold', async () => {
    const caseId = await register(surveyor, { hospital: '一院' });
    await handler.does(caseId, set('case', caseId, { ver: 1 }, { hospital: '二院' }));
    const [first, second] = [
      surveyor.change(caseId, [set('case', caseId, { ver: 1 }, { hospital: '三院' })]),
      surveyor.change(caseId, [set('case', caseId, { mid: 2 }, { hospital: '四院' })]),
    ];
    expect((await surveyor.push(first, second)).verdicts.map(({ verdict }) => verdict)).toEqual(['conflict', 'conflict']);
  });

  test('[SY-13] a state moves only from where it is, and only where the machine allows', async () => {
    const caseId = await register(surveyor);
    const id = newId();
    const promised = { what: '回电', side: 'us', dueAt: '2026-11-02T00:00:00.000Z' };
    expect(await surveyor.does(caseId, insert('promise', id, promised))).toMatchObject({ verdict: 'accepted' });
    expect(await handler.does(caseId, transition('promise', id, ['open', 'kept']))).toMatchObject({ verdict: 'accepted' });
    expect(await surveyor.does(caseId, transition('promise', id, ['open', 'broken']))).toMatchObject({
      verdict: 'conflict',
      fields: [{ field: null, value: 'kept' }],
    });
    expect(await surveyor.does(caseId, transition('promise', id, ['kept', 'moved']))).toMatchObject({ code: 'move-forbidden' });
  });

  test('[SY-22] a row id used in one case is never used in another, and cannot be reached from it', async () => {
    const [mine, other] = [await register(surveyor), await register(surveyor)];
    const made = log();
    await surveyor.does(mine, made);
    expect(await surveyor.does(other, made)).toMatchObject({ verdict: 'refused', code: 'row-exists' });
    expect(await surveyor.does(other, set('case', mine, { ver: 1 }, { plate: 'X' }))).toMatchObject({
      verdict: 'refused',
      code: 'other-case',
    });
    const other2 = surveyor.change(other, [log()]);
    const doubled = { ...surveyor.change(other, [log()]), changeId: other2.changeId };
    expect((await surveyor.push(other2, doubled)).verdicts).toMatchObject([{ verdict: 'accepted' }, { code: 'row-exists' }]);
  });

  test('[SY-37] who never was entitled is answered as if the case did not exist', async () => {
    const caseId = await register(surveyor);
    const strangers = [await signIn(world, 'surveyor2'), await signIn(world, 'handlerWest'), await signIn(world, 'supervisorFar')];
    for (const stranger of strangers) {
      expect(await stranger.does(caseId, log())).toEqual({ mid: 1, verdict: 'refused', code: 'case-unknown', facts: {} });
      expect(await stranger.does(newId(), log())).toEqual({ mid: 2, verdict: 'refused', code: 'case-unknown', facts: {} });
    }
  });

  test('[SY-38] what an open case allows waits for the handler when the case was closed meanwhile', async () => {
    const caseId = await register(surveyor);
    await handler.does(caseId, transition('case', caseId, ['open', 'closed'], { closingReason: '结' }));
    expect(await surveyor.does(caseId, insert('fact', newId(), factFields))).toMatchObject({ verdict: 'quarantined', code: 'case-closed' });
    expect(await surveyor.does(caseId, log())).toMatchObject({ verdict: 'accepted' });
  });

  test('[SY-17] two hand-overs made apart: the second one hears whose the case is now', async () => {
    const caseId = await register(surveyor);
    const supervisor = await signIn(world, 'supervisor');
    expect(await handler.does(caseId, assign(world.people.surveyor, world.people.surveyor2))).toMatchObject({ verdict: 'accepted' });
    expect(await supervisor.does(caseId, assign(world.people.surveyor, null))).toMatchObject({
      verdict: 'conflict',
      fields: [{ entity: 'assignment', field: null, value: world.people.surveyor2, byPersonId: world.people.handler }],
    });
    expect(await supervisor.does(caseId, assign(world.people.surveyor2, world.people.handler))).toMatchObject({ code: 'field-invalid' });
    expect(await handler.does(caseId, assign(world.people.surveyor2, null, world.places.west))).toMatchObject({ code: 'forbidden' });
    expect(await supervisor.does(caseId, assign(world.people.surveyor2, world.people.surveyorWest, world.places.west))).toMatchObject({
      verdict: 'accepted',
    });
    const west = await signIn(world, 'surveyorWest');
    await west.pull();
    expect(west.cases.get(caseId)?.entries.at(-1)?.flags.scope).toEqual({
      branchId: world.places.west,
      ownerId: world.people.surveyorWest,
    });
  });
});

const factFields = { topic: 'income', value: null, source: 'injured', saidAt: '2026-11-01T00:00:00.000Z' };
