import { beforeEach, describe, expect, test } from 'vitest';
import { logout } from '../../../hub/core/authenticate.ts';
import { addColleague, changeColleague } from '../../../hub/core/people.ts';
import { newId, signIn } from '../support/device.ts';
import { closeStores, stores } from '../support/stores.ts';
import { createWorld, type World } from '../support/world.ts';

closeStores();

describe.each(stores)('sessions on %s', (_, open) => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld(await open());
  });

  const login = (loginName: string, password: string, deviceId = newId(), address = '10.0.0.1') =>
    world.hub.login({ protocol: 1, loginName, password, device: { deviceId, machine: 'm', appVersion: '1' } } as never, address);
  const refresh = (refreshToken: string, deviceId: string) => world.hub.refresh({ protocol: 1, refreshToken, deviceId: deviceId as never });

  test('a wrong password and an unknown name get the same answer', async () => {
    expect(await login('surveyor', 'no')).toEqual({ ok: false, error: { code: 'login.wrong', facts: {} } });
    expect(await login('nobody', 'no')).toEqual({ ok: false, error: { code: 'login.wrong', facts: {} } });
  });

  test('after five wrong tries a name waits, longer each time, whatever the password; another name does not', async () => {
    for (let at = 0; at < 5; at += 1) expect(await login('surveyor', 'no')).toMatchObject({ error: { code: 'login.wrong' } });
    expect(await login('surveyor', 'surveyor')).toEqual({ ok: false, error: { code: 'login.wait', facts: { seconds: 30 } } });
    expect(await login('handler', 'handler')).toMatchObject({ ok: true });
    world.clock.move(31_000);
    expect(await login('surveyor', 'no')).toMatchObject({ error: { code: 'login.wrong' } });
    expect(await login('surveyor', 'surveyor')).toMatchObject({ error: { code: 'login.wait', facts: { seconds: 60 } } });
    world.clock.move(61_000);
    expect(await login('surveyor', 'surveyor')).toMatchObject({ ok: true });
    expect(await login('surveyor', 'no')).toMatchObject({ error: { code: 'login.wrong' } });
  });

  test('a hundred tries at once count as a hundred', async () => {
    const tries = await Promise.all(Array.from({ length: 100 }, () => login('surveyor', 'no')));
    const codes = tries.map((one) => (one.ok ? 'ok' : one.error.code));
    expect(codes.filter((code) => code === 'login.wrong').length).toBeLessThanOrEqual(5);
  });

  test('one address that tries many names waits, too', async () => {
    for (let at = 0; at < 40; at += 1) await login(`name-${at}`, 'no');
    expect(await login('surveyor', 'surveyor')).toMatchObject({ error: { code: 'login.wait' } });
    expect(await login('surveyor', 'surveyor', newId(), '10.0.0.2')).toMatchObject({ ok: true });
  });

  test('[SY-10] a device belongs to one person', async () => {
    const deviceId = newId();
    expect(await login('surveyor', 'surveyor', deviceId)).toMatchObject({ ok: true });
    expect(await login('handler', 'handler', deviceId)).toMatchObject({ error: { code: 'device.other-person' } });
  });

  test('[SY-55] a refresh token works once; the one before it once more while its reply may be lost', async () => {
    const { session, deviceId } = await signIn(world, 'surveyor');
    const second = await refresh(session.refreshToken, deviceId);
    if (!second.ok) throw new Error('refresh');
    const lost = await refresh(session.refreshToken, deviceId);
    if (!lost.ok) throw new Error('grace');
    expect(await refresh(lost.value.refreshToken, deviceId)).toMatchObject({ ok: true });
    expect(await refresh(second.value.refreshToken, deviceId)).toMatchObject({ error: { code: 'relogin' } });
    expect(await refresh(lost.value.refreshToken, deviceId)).toMatchObject({ error: { code: 'relogin' } });
    expect(world.logged).toContain('session.misused');
  });

  test('[SY-55] an old token that comes again ends the session and its access tokens', async () => {
    const { session, deviceId } = await signIn(world, 'surveyor');
    const second = await refresh(session.refreshToken, deviceId);
    world.clock.move(121_000);
    expect(await refresh(session.refreshToken, deviceId)).toMatchObject({ error: { code: 'relogin' } });
    if (!second.ok) throw new Error('refresh');
    expect(await refresh(second.value.refreshToken, deviceId)).toMatchObject({ error: { code: 'relogin' } });
    expect(await world.hub.authenticate(second.value.accessToken)).toMatchObject({ error: { code: 'relogin' } });
  });

  test('[SY-55] a token used by another device ends the session', async () => {
    const [one, other] = [await signIn(world, 'surveyor'), await signIn(world, 'handler')];
    expect(await refresh(one.session.refreshToken, other.deviceId)).toMatchObject({ error: { code: 'relogin' } });
    expect(await refresh(one.session.refreshToken, one.deviceId)).toMatchObject({ error: { code: 'relogin' } });
    expect(await refresh(other.session.refreshToken, other.deviceId)).toMatchObject({ ok: true });
  });

  test('forged and malformed refresh tokens are answered alike', async () => {
    const { session, deviceId } = await signIn(world, 'surveyor');
    const [sessionId] = session.refreshToken.split('.');
    for (const token of ['x'.repeat(40), `${newId()}.${'A'.repeat(43)}`, `${sessionId}.`]) {
      expect(await refresh(token, deviceId)).toEqual({ ok: false, error: { code: 'relogin', facts: {} } });
    }
  });

  test('signing out, a new password and leaving the company end sessions', async () => {
    const admin = await signIn(world, 'admin');
    const one = await signIn(world, 'surveyor');
    await logout(world.ports, one.who);
    expect(await world.hub.authenticate(one.session.accessToken)).toMatchObject({ error: { code: 'relogin' } });
    const two = await signIn(world, 'surveyor');
    await changeColleague(world.ports, admin.who, { personId: world.people.surveyor, password: 'another-one' });
    expect(await refresh(two.session.refreshToken, two.deviceId)).toMatchObject({ error: { code: 'relogin' } });
    const three = await signIn(world, 'handler');
    await changeColleague(world.ports, admin.who, { personId: world.people.handler, active: false });
    expect(await refresh(three.session.refreshToken, three.deviceId)).toMatchObject({ error: { code: 'revoked' } });
    expect(await login('handler', 'handler')).toMatchObject({ error: { code: 'login.wrong' } });
  });

  test('[SY-71] a protocol that is not served is answered before anything else', async () => {
    const { who } = await signIn(world, 'surveyor');
    const request = { requestId: newId(), epoch: null, ackSeen: 0, changes: [] };
    expect(await world.hub.push(who, { ...request, protocol: 99 } as never)).toMatchObject({ error: { code: 'protocol.too-new' } });
    expect(await world.hub.push(who, { ...request, protocol: 0 } as never)).toMatchObject({ error: { code: 'protocol.too-old' } });
  });

  test('only an administrator adds people, and a sign-in name is given once', async () => {
    const [admin, supervisor] = [await signIn(world, 'admin'), await signIn(world, 'supervisor')];
    const person = { loginName: 'new', name: '新人', role: 'surveyor', branchId: world.places.east, password: 'long enough' } as const;
    expect(await addColleague(world.ports, supervisor.who, person)).toMatchObject({ error: { code: 'forbidden' } });
    expect(await addColleague(world.ports, admin.who, { ...person, branchId: null })).toMatchObject({ error: { code: 'malformed' } });
    expect(await addColleague(world.ports, admin.who, person)).toMatchObject({ ok: true });
    expect(await addColleague(world.ports, admin.who, person)).toMatchObject({ error: { code: 'taken' } });
    expect(await changeColleague(world.ports, admin.who, { personId: world.people.admin, active: false })).toMatchObject({
      error: { code: 'wrong-state' },
    });
    expect(await login('new', 'long enough')).toMatchObject({ ok: true });
  });
});
