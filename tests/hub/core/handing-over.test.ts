import { beforeEach, describe, expect, test } from 'vitest';
import { revokeDevice } from '../../../hub/core/admin.ts';
import { changeColleague } from '../../../hub/core/people.ts';
import { digestOf } from '../../../shared/sync/digest.ts';
import { newId, signIn, type TestDevice } from '../support/device.ts';
import { assign, insert, log, register, set } from '../support/operations.ts';
import { closeStores, stores } from '../support/stores.ts';
import { createWorld, type World } from '../support/world.ts';

closeStores();

const dayMs = 86_400_000;

describe.each(stores)('handing over on %s', (_, open) => {
  let world: World;
  let old: TestDevice;
  let next: TestDevice;
  let handler: TestDevice;
  let caseId: string;
  beforeEach(async () => {
    world = await createWorld(await open());
    old = await signIn(world, 'surveyor');
    next = await signIn(world, 'surveyor2');
    handler = await signIn(world, 'handler');
    caseId = await register(old, { hospital: '一院' });
    await old.pull();
    await handler.does(caseId, assign(world.people.surveyor, world.people.surveyor2));
  });

  const waiting = async () => {
    const listed = await world.hub.inbox(handler.who, { protocol: 1, requestId: newId() } as never);
    return listed.ok ? listed.value.waiting : [];
  };
  const decides = (device: TestDevice, id: string, outcome: 'taken' | 'dropped', reason: string | null = null) =>
    world.hub.decide(device.who, { protocol: 1, requestId: newId(), id, outcome, reason } as never);

  test('[SY-35] work of before comes in late and marked, once, and the new owner sees it', async () => {
    const changes = Array.from({ length: 10 }, () => old.change(caseId, [log()]));
    const reply = await old.push(...changes);
    expect(reply.verdicts).toEqual(changes.map(({ mid }, index) => ({ mid, verdict: 'late', ver: index + 3 })));
    expect((await old.push(...changes)).verdicts).toEqual(reply.verdicts);
    await old.pull();
    expect(old.cases.has(caseId)).toBe(false);
    expect(old.evicted).toEqual([{ caseId, reason: 'reassigned', late: 10, waiting: 0 }]);
    await next.pull();
    const late = next.cases.get(caseId)?.entries.filter(({ flags }) => flags.late === true);
    expect(late?.map(({ byPersonId }) => byPersonId)).toEqual(changes.map(() => world.people.surveyor));
  });

  test('[SY-35] a decision of before waits whole for the handler, who may take it; its maker hears so', async () => {
    const verdict = await old.does(caseId, set('case', caseId, { ver: 1 }, { hospital: '二院' }), log());
    expect(verdict).toEqual({ mid: 2, verdict: 'quarantined', code: 'reassigned' });
    expect((await handler.compare()).inbox).toBe(1);
    expect((await next.compare()).inbox).toBe(0);
    const [row] = await waiting();
    expect(row).toMatchObject({ caseId, personId: world.people.surveyor, code: 'reassigned', change: { mid: 2 } });
    await next.does(caseId, set('case', caseId, { ver: 1 }, { hospital: '三院' }));
    expect(await decides(handler, row!.id, 'taken')).toMatchObject({ ok: true, value: { ver: 4 } });
    expect(await decides(handler, row!.id, 'taken')).toMatchObject({
      error: { code: 'wrong-state' },
    });
    await next.pull();
    expect(next.cases.get(caseId)?.entries.at(-1)).toMatchObject({
      byPersonId: world.people.surveyor,
      flags: { takenBy: world.people.handler },
    });
    expect((await old.compare({ quarantined: [2] })).resolutions).toMatchObject([{ mid: 2, outcome: 'taken', ver: 4 }]);
    expect((await handler.compare()).inbox).toBe(0);
  });

  test('[SY-80] dropping needs a reason, and only those in whose scope the case is decide', async () => {
    await old.does(caseId, set('case', caseId, { ver: 1 }, { hospital: '二院' }));
    const [row] = await waiting();
    const drop = (device: TestDevice, reason: string | null) => decides(device, row!.id, 'dropped', reason);
    expect(await drop(next, '不要')).toMatchObject({ error: { code: 'forbidden' } });
    expect(await drop(await signIn(world, 'handlerWest'), '不要')).toMatchObject({ error: { code: 'not-found' } });
    expect(await drop(await signIn(world, 'supervisorFar'), '不要')).toMatchObject({ error: { code: 'not-found' } });
    expect(await drop(handler, ' ')).toMatchObject({ error: { code: 'malformed' } });
    expect(await drop(handler, '不要')).toMatchObject({ ok: true, value: { ver: null } });
    expect((await old.compare({ quarantined: [2] })).resolutions).toMatchObject([{ mid: 2, outcome: 'dropped', ver: null }]);
  });

  test('[SY-36] after the release nothing comes late any more; before it, and after getting the case back, it does', async () => {
    expect(await old.does(caseId, log())).toMatchObject({ verdict: 'late' });
    await old.pull();
    const { epoch } = await old.compare();
    // Said in another history of the hub, it is about other numbers.
    await old.compare({ epoch: newId(), released: [{ caseId, mid: old.lastMid() }] });
    expect(await old.does(caseId, log())).toMatchObject({ verdict: 'late' });
    await old.compare({ epoch, released: [{ caseId, mid: old.lastMid() }] });
    expect(await old.does(caseId, log())).toMatchObject({ verdict: 'refused', code: 'released' });
    world.clock.move(60_000);
    await handler.does(caseId, assign(world.people.surveyor2, world.people.surveyor));
    expect(await old.does(caseId, log())).toMatchObject({ verdict: 'accepted' });
    world.clock.move(60_000);
    await handler.does(caseId, assign(world.people.surveyor, world.people.surveyor2));
    expect(await old.does(caseId, log())).toMatchObject({ verdict: 'late' });
  });

  test('[SY-36] a device cannot release what its person may see', async () => {
    const { epoch } = await next.compare();
    await next.compare({ epoch, released: [{ caseId, mid: 0 }] });
    expect(await next.does(caseId, log())).toMatchObject({ verdict: 'accepted' });
  });

  test('[SY-47] what was said of a case that was still theirs, or unknown, counts for nothing either when it comes again later', async () => {
    const { epoch } = await next.compare();
    const later = newId();
    const says = () => next.compare({ epoch, released: [caseId, later].map((one) => ({ caseId: one, mid: 0 })) });
    await says();
    await next.does(later, insert('case', later, { reportNumber: 'R-later' }));
    world.clock.move(60_000);
    for (const one of [caseId, later]) await handler.does(one, assign(world.people.surveyor2, world.people.surveyor));
    await says();
    for (const one of [caseId, later]) expect(await next.does(one, log())).toMatchObject({ verdict: 'late' });
  });

  test('[SY-36] after sixty days even a log waits for the handler', async () => {
    world.clock.move(61 * dayMs);
    expect(await old.does(caseId, log())).toMatchObject({ verdict: 'quarantined', code: 'too-late' });
  });

  test('[SY-35] inserts that decide something wait as well', async () => {
    const target = { targetEntity: 'contactLog', targetId: newId(), reason: '错', restores: false };
    expect(await old.does(caseId, insert('voiding', newId(), target))).toMatchObject({ verdict: 'quarantined' });
    expect(await old.does(caseId, assign(world.people.surveyor2, world.people.surveyor))).toMatchObject({ verdict: 'quarantined' });
    expect(await old.does(caseId, insert('stepEvent', newId(), { step: 1, event: 'reopened', reason: '重做' }))).toMatchObject({
      verdict: 'quarantined',
    });
  });

  test('[SY-34] a handler who moved to another branch writes late in the old one and sees nothing of it', async () => {
    const admin = await signIn(world, 'admin');
    await handler.pull();
    await changeColleague(world.ports, admin.who, { personId: world.people.handler, branchId: world.places.west });
    expect(await handler.does(caseId, log())).toMatchObject({ verdict: 'late' });
    await handler.pull();
    expect(handler.cases.size).toBe(0);
    expect(handler.evicted).toMatchObject([{ reason: 'rights', late: 1 }]);
  });

  test('[SY-56] a revoked device hears so, surrenders what the hub lacks, and nothing of it goes in unseen', async () => {
    const admin = await signIn(world, 'admin');
    const unsent = next.change(caseId, [log()]);
    expect(await revokeDevice(world.ports, admin.who, next.deviceId)).toMatchObject({ ok: true });
    const push = { protocol: 1, requestId: newId(), epoch: null, ackSeen: 0, changes: [unsent] };
    expect(await world.hub.push(next.who, push as never)).toMatchObject({ error: { code: 'revoked' } });
    expect(await world.hub.authenticate(next.session.accessToken)).toMatchObject({ error: { code: 'revoked' } });
    const { refreshToken } = next.session;
    expect(await world.hub.refresh({ protocol: 1, refreshToken, deviceId: next.deviceId as never })).toMatchObject({
      error: { code: 'revoked' },
    });
    const surrendered = { protocol: 1, requestId: newId(), refreshToken, deviceId: next.deviceId, changes: [unsent] };
    const reply = await world.hub.surrender(surrendered as never);
    expect(reply).toMatchObject({ ok: true, value: { verdicts: [{ mid: 1, verdict: 'quarantined', code: 'device-revoked' }] } });
    expect(await world.hub.surrender(surrendered as never)).toMatchObject({ ok: true, value: { verdicts: [{ verdict: 'quarantined' }] } });
    expect(await world.hub.surrender({ ...surrendered, deviceId: old.deviceId } as never)).toMatchObject({ error: { code: 'relogin' } });
    const [row] = await waiting();
    expect(await decides(handler, row!.id, 'taken')).toMatchObject({ ok: true });
  });

  test('[SY-56] a revoked device whose session is lost signs in for one thing alone: to hand over', async () => {
    const admin = await signIn(world, 'admin');
    const unsent = next.change(caseId, [log()]);
    await revokeDevice(world.ports, admin.who, next.deviceId);
    const device = { deviceId: next.deviceId, machine: 'test', appVersion: '1' };
    const session = await world.hub.login({ protocol: 2, loginName: 'surveyor2', password: 'surveyor2', device } as never, 'here');
    const { refreshToken, accessToken } = session.ok ? session.value : { refreshToken: '', accessToken: '' };
    expect(await world.hub.authenticate(accessToken)).toMatchObject({ error: { code: 'revoked' } });
    const asked = { protocol: 2, requestId: newId(), epoch: null };
    const compare = { ...asked, digest: digestOf([]), ackSeen: 0, documents: {}, quarantined: [], released: [] };
    expect(await world.hub.compare(next.who, compare as never)).toMatchObject({ error: { code: 'revoked' } });
    expect(await world.hub.refresh({ protocol: 2, refreshToken, deviceId: next.deviceId as never })).toMatchObject({
      error: { code: 'revoked' },
    });
    const surrendered = { protocol: 2, requestId: newId(), refreshToken, deviceId: next.deviceId, changes: [unsent] };
    expect(await world.hub.surrender(surrendered as never)).toMatchObject({ value: { verdicts: [{ verdict: 'quarantined' }] } });
  });

  test('[SY-31] a change that comes again from a renewed device waits for the handler once, and both hear how it ended', async () => {
    const waits = old.change(caseId, [set('case', caseId, { ver: 1 }, { hospital: '二院' })]);
    await old.push(waits);
    const renewed = await signIn(world, 'surveyor');
    const again = { ...waits, mid: renewed.change(caseId, [log()]).mid };
    expect((await renewed.push(again)).verdicts).toEqual([{ mid: 1, verdict: 'quarantined', code: 'reassigned' }]);
    const rows = await waiting();
    expect(rows).toHaveLength(1);
    expect((await handler.compare()).inbox).toBe(1);
    await decides(handler, rows[0]!.id, 'taken');
    const ended = [{ outcome: 'taken', ver: 3 }];
    expect((await old.compare({ quarantined: [waits.mid] })).resolutions).toMatchObject(ended);
    expect((await renewed.compare({ quarantined: [1] })).resolutions).toMatchObject(ended);
    const third = await signIn(world, 'surveyor');
    const taken = { ...waits, mid: third.change(caseId, [log()]).mid };
    expect((await third.push(taken)).verdicts).toMatchObject([{ verdict: 'refused', code: 'row-exists', facts: { entity: 'change' } }]);
  });

  test('[SY-31] what was said of a change is never said to somebody else who names its id', async () => {
    const waits = old.change(caseId, [set('case', caseId, { ver: 1 }, { hospital: '二院' })]);
    await old.push(waits);
    expect((await next.push({ ...waits, mid: next.change(caseId, [log()]).mid })).verdicts).toMatchObject([{ verdict: 'accepted' }]);
  });

  test('[SY-56] two copies of a revoked file hand over different changes under one number: both wait', async () => {
    const admin = await signIn(world, 'admin');
    const [mine, copys] = [next.change(caseId, [log()]), next.change(caseId, [log()])];
    await revokeDevice(world.ports, admin.who, next.deviceId);
    const of = (...changes: unknown[]) => {
      const { refreshToken } = next.session;
      return world.hub.surrender({ protocol: 1, requestId: newId(), refreshToken, deviceId: next.deviceId, changes } as never);
    };
    const kept = [{ mid: mine.mid, verdict: 'quarantined', code: 'device-revoked' }];
    expect(await of(mine)).toMatchObject({ value: { verdicts: kept, stopped: null } });
    for (let time = 0; time < 2; time += 1) {
      expect(await of({ ...copys, mid: mine.mid })).toMatchObject({ value: { ack: mine.mid, verdicts: kept, stopped: null } });
    }
    // One of them sends it anew as what an earlier id of its file had made: it waits once all the same.
    expect(await of({ ...copys, mid: 9 })).toMatchObject({ value: { ack: 9, verdicts: [{ mid: 9, verdict: 'quarantined' }] } });
    expect((await waiting()).map(({ change }) => change.changeId).toSorted()).toEqual([mine.changeId, copys.changeId].toSorted());
  });

  test('[SY-31] what was handed over under a used number waits once, also when a device that goes on brings it, and that hears how it ended', async () => {
    const admin = await signIn(world, 'admin');
    const [mine, copys] = [next.change(caseId, [log()]), next.change(caseId, [log()])];
    await revokeDevice(world.ports, admin.who, next.deviceId);
    const { refreshToken } = next.session;
    const asked = { protocol: 1, requestId: newId(), refreshToken, deviceId: next.deviceId };
    for (const change of [mine, { ...copys, mid: mine.mid }]) await world.hub.surrender({ ...asked, changes: [change] } as never);
    const renewed = await signIn(world, 'surveyor2');
    expect((await renewed.push({ ...copys, mid: 1 })).verdicts).toEqual([{ mid: 1, verdict: 'quarantined', code: 'device-revoked' }]);
    const rows = await waiting();
    expect(rows.map(({ change }) => change.changeId).toSorted()).toEqual([mine.changeId, copys.changeId].toSorted());
    await decides(handler, rows.find(({ change }) => change.changeId === copys.changeId)!.id, 'dropped', '不要');
    expect((await renewed.compare({ quarantined: [1] })).resolutions).toMatchObject([{ mid: 1, outcome: 'dropped' }]);
    // Somebody else who names its id hears nothing of it.
    const other = await signIn(world, 'surveyor');
    expect((await other.push({ ...copys, mid: 1 })).verdicts).toMatchObject([{ verdict: 'late' }]);
  });

  test('[SY-56] a revoked device that had given something back hands over what is left, whatever its number', async () => {
    const admin = await signIn(world, 'admin');
    const [, gone, left] = [next.change(caseId, [log()]), next.change(caseId, [log()]), next.change(caseId, [log()])];
    await revokeDevice(world.ports, admin.who, next.deviceId);
    const of = (...changes: unknown[]) => {
      const { refreshToken } = next.session;
      return world.hub.surrender({ protocol: 1, requestId: newId(), refreshToken, deviceId: next.deviceId, changes } as never);
    };
    const said = ({ mid }: { mid: number }) => [{ mid, verdict: 'quarantined', code: 'device-revoked' }];
    expect(await of(left)).toMatchObject({ value: { ack: left.mid, verdicts: said(left), stopped: null } });
    // A copy of the file may still have what this one has given back.
    expect(await of(gone)).toMatchObject({ value: { ack: left.mid, verdicts: said(gone), stopped: null } });
    expect((await waiting()).map(({ change }) => change.changeId).toSorted()).toEqual([gone.changeId, left.changeId].toSorted());
  });

  test('[SY-56] a device that was not revoked cannot surrender', async () => {
    const request = { protocol: 1, requestId: newId(), refreshToken: next.session.refreshToken, deviceId: next.deviceId, changes: [] };
    expect(await world.hub.surrender(request as never)).toMatchObject({ error: { code: 'relogin' } });
  });
});
