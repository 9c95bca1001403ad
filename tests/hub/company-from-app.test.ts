import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createCore, type Core } from '../../electron/core/app.ts';
import { allHandlers } from '../../electron/core/features.ts';
import { projectors } from '../../electron/core/workflows/projectors.ts';
import { testOptions } from '../support/core.ts';
import { must, refusalOf } from '../support/file.ts';
import { appOf } from './support/app.ts';
import { seededNode, stopNodes } from './support/node.ts';

stopNodes();

const registered = (core: Core): number => core.vault.current()?.store.read.get<{ n: number }>('SELECT count(*) AS n FROM cases')?.n ?? -1;

test('the administrator sees the company, adds somebody who can sign in, and suspends them', async () => {
  const hub = await seededNode();
  const { call } = await appOf(hub, 'admin');
  const before = must(await allHandlers.sync.company(call, undefined));
  expect(before.people.map(({ loginName }) => loginName).toSorted()).toEqual(hub.signIns.map(({ loginName }) => loginName).toSorted());
  const branchId = before.branches[0]?.id ?? '';
  const person = { loginName: 'wu', name: '吴查勘', role: 'surveyor', branchId, password: 'ten letters!' } as const;
  must(await allHandlers.sync.addColleague(call, person));
  expect(refusalOf(await allHandlers.sync.addColleague(call, person))).toContain('sync.login-name-taken');
  const wu = await appOf(hub, 'wu', person.password);
  expect(wu.signedIn.ok).toBe(true);
  const { people } = must(await allHandlers.sync.company(call, undefined));
  const personId = people.find(({ loginName }) => loginName === 'wu')?.personId ?? '';
  must(await allHandlers.sync.changeColleague(call, { personId, active: false }));
  expect((await appOf(hub, 'wu', person.password)).signedIn.ok).toBe(false);
  const me = people.find(({ role }) => role === 'admin')?.personId ?? '';
  expect(refusalOf(await allHandlers.sync.changeColleague(call, { personId: me, active: false }))).toContain('sync.own-account');
});

test('the administrator adds and renames regions and branches, and moves somebody there', async () => {
  const hub = await seededNode();
  const { call } = await appOf(hub, 'admin');
  must(await allHandlers.sync.keepRegion(call, { id: null, name: '北区' }));
  const made = must(await allHandlers.sync.company(call, undefined)).regions.find(({ name }) => name === '北区');
  must(await allHandlers.sync.keepRegion(call, { id: made?.id ?? '', name: '北方大区' }));
  must(await allHandlers.sync.keepBranch(call, { id: null, regionId: made?.id ?? '', name: '北门' }));
  const { regions, branches, people } = must(await allHandlers.sync.company(call, undefined));
  expect(regions.filter(({ id }) => id === made?.id)).toEqual([{ id: made?.id, name: '北方大区' }]);
  const branch = branches.find(({ name }) => name === '北门');
  expect(branch?.regionId).toBe(made?.id);
  // A branch keeps its region, and one of a region that is not there is refused.
  const other = regions.find(({ id }) => id !== made?.id)?.id ?? '';
  expect((await allHandlers.sync.keepBranch(call, { id: branch?.id ?? '', regionId: other, name: '北门' })).ok).toBe(false);
  const nowhere = call.session.ids.next();
  expect(refusalOf(await allHandlers.sync.keepBranch(call, { id: null, regionId: nowhere, name: '无区' }))).toContain('not-found');
  const handler = people.find(({ loginName }) => loginName === 'handler2')?.personId ?? '';
  must(await allHandlers.sync.changeColleague(call, { personId: handler, name: '新理赔', role: 'handler', branchId: branch?.id ?? '' }));
  const after = must(await allHandlers.sync.company(call, undefined)).people.find(({ personId }) => personId === handler);
  expect(after).toMatchObject({ name: '新理赔', branchId: branch?.id });
});

test('nobody but the administrator is let in, whatever the app asks', async () => {
  const hub = await seededNode();
  const { call } = await appOf(hub, 'supervisor');
  expect(refusalOf(await allHandlers.sync.company(call, undefined))).toContain('forbidden');
  expect(refusalOf(await allHandlers.sync.revokeDevice(call, { deviceId: 'x'.repeat(36) }))).not.toBe('ok');
});

test('[SY-56] a revoked device hands over what the hub lacks, destroys its key, and says so after a restart', async () => {
  const hub = await seededNode();
  const admin = await appOf(hub, 'admin');
  const field = await appOf(hub, 'surveyor');
  // On hold, so that it certainly was not sent; what is held is handed over all the same.
  must(await allHandlers.sync.hold(field.call, { on: true }));
  must(await allHandlers.cases.register(field.call, { values: { reportNumber: 'R-REVOKED', insuredName: '郑远航' } }));
  expect(registered(field.core)).toBe(1);
  const { devices, people } = must(await allHandlers.sync.company(admin.call, undefined));
  const surveyor = people.find(({ loginName }) => loginName === 'surveyor')?.personId;
  const deviceId = devices.find(({ personId }) => personId === surveyor)?.deviceId ?? '';
  must(await allHandlers.sync.revokeDevice(admin.call, { deviceId }));
  must(await allHandlers.sync.now(field.call, undefined));
  await vi.waitFor(() => expect(field.core.vault.status().state).toBe('fresh'), { timeout: 20_000 });
  await vi.waitFor(() => expect(existsSync(join(field.dataDir, 'liubu.db'))).toBe(false), { timeout: 5_000 });
  expect(existsSync(join(field.dataDir, 'keys.json'))).toBe(false);
  expect(field.core.vault.status()).toMatchObject({ state: 'fresh', revoked: true });
  field.core.close();
  const again = createCore(testOptions(field.dataDir, { projectors }));
  onTestFinished(() => again.close());
  expect(again.vault.status()).toMatchObject({ state: 'fresh', revoked: true });
  must(await again.vault.setUp({ passcode: 'open sesame 7', personName: '周岚', role: 'surveyor', branch: '' }));
  expect(again.vault.status()).toMatchObject({ state: 'open', revoked: false });
  const handler = await appOf(hub, 'handler');
  await vi.waitFor(async () => {
    const [line] = must(await allHandlers.sync.inbox(handler.call, undefined));
    expect(line).toMatchObject({ code: 'device-revoked', kind: 'register-case' });
  });
});
