import { beforeEach, describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { beginEpoch, keepBranch, keepRegion, readCompany } from '../../../hub/core/admin.ts';
import { publishDocument } from '../../../hub/core/publish-document.ts';
import { prepareHub } from '../../../hub/core/prepare.ts';
import { seedHub } from '../../../hub/core/seed.ts';
import type { Claims, HubPorts } from '../../../hub/core/ports.ts';
import { newId, signIn, type TestDevice } from '../support/device.ts';
import { closeStores, stores } from '../support/stores.ts';
import { createWorld, type Colleague, type World } from '../support/world.ts';

const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../../resources/${path}`, import.meta.url), 'utf8'));

closeStores();

describe.each(stores)('the company on %s', (_, open) => {
  let world: World;
  let admin: TestDevice;
  beforeEach(async () => {
    world = await createWorld(await open());
    admin = await signIn(world, 'admin');
  });

  const documents = async (device: TestDevice, have: object = {}) => {
    const reply = await world.hub.documents(device.who, { protocol: 1, requestId: newId(), have } as never);
    return reply.ok ? reply.value.documents : [];
  };

  test('everybody gets the newest documents, once, and no sign-in name is among them', async () => {
    const surveyor = await signIn(world, 'surveyor');
    const first = await documents(surveyor);
    expect(first.map(({ kind, version }) => [kind, version])).toEqual([
      ['people', 1],
      ['branches', 1],
      ['regions', 1],
      ['authority-limits', 1],
    ]);
    const people = first[0]?.body as object[];
    expect(Object.keys(people[0] ?? {}).toSorted()).toEqual(['active', 'branchId', 'id', 'name', 'role']);
    const have = Object.fromEntries(first.map(({ kind, version }) => [kind, version]));
    expect(await documents(surveyor, have)).toEqual([]);
    await keepRegion(world.ports, admin.who, { id: newId(), name: '新大区' });
    expect((await documents(surveyor, have)).map(({ kind, version }) => [kind, version])).toEqual([['regions', 2]]);
    expect((await surveyor.compare({ documents: have })).documents).toEqual([{ kind: 'regions', version: 2 }]);
  });

  test('the administrator publishes limits that hold from then on; a body that does not fit is refused', async () => {
    const limits = { limitsFen: { surveyor: 0, handler: 1, supervisor: 2, admin: 0 } };
    expect(await publishDocument(world.ports, admin.who, { kind: 'authority-limits', body: limits })).toMatchObject({
      ok: true,
      value: { version: 2 },
    });
    expect(await publishDocument(world.ports, admin.who, { kind: 'authority-limits', body: limits })).toMatchObject({
      value: { version: 2 },
    });
    const bad = { limitsFen: { ...limits.limitsFen, handler: -1 } };
    expect(await publishDocument(world.ports, admin.who, { kind: 'authority-limits', body: bad })).toMatchObject({
      error: { code: 'malformed' },
    });
    expect(await publishDocument(world.ports, admin.who, { kind: 'people', body: [] })).toMatchObject({ error: { code: 'malformed' } });
  });

  test('a pack or wording rules that no device could read are refused, with the place; those of the app are taken', async () => {
    const rules = readJson('wording/rules.json') as { rules: object[] };
    const { id, version, issuedOn } = readJson('standards/pack.json') as Record<string, unknown>;
    const [figures, periods, practice] = ['statistics', 'periods', 'practice'].map((name) => readJson(`standards/${name}.json`));
    const pack = { id, version, issuedOn, figures, periods, practice };
    const publishes = (kind: 'wording-rules' | 'standards-pack', body: unknown) => publishDocument(world.ports, admin.who, { kind, body });
    const broken = { rules: [{ ...rules.rules[0], phrases: [] }] };
    expect(await publishes('wording-rules', broken)).toMatchObject({
      error: { code: 'malformed', facts: { field: `rules.${(rules.rules[0] as { id: string }).id}` } },
    });
    expect(await publishes('wording-rules', {})).toMatchObject({ error: { code: 'malformed', facts: { field: 'rules' } } });
    expect(await publishes('standards-pack', { ...pack, figures: 'many' })).toMatchObject({ error: { facts: { field: 'figures' } } });
    expect(await publishes('wording-rules', rules)).toMatchObject({ ok: true });
    expect(await publishes('standards-pack', pack)).toMatchObject({ ok: true });
  });

  const works: [string, (ports: HubPorts, who: Claims) => Promise<{ ok: boolean }>][] = [
    ['read the company', readCompany],
    ['keep a region', (ports, who) => keepRegion(ports, who, { id: newId(), name: 'x' })],
    [
      'publish',
      (ports, who) =>
        publishDocument(ports, who, {
          kind: 'authority-limits',
          body: { limitsFen: { surveyor: 0, handler: 1, supervisor: 2, admin: 0 } },
        }),
    ],
    ['begin an epoch', beginEpoch],
  ];
  test.each(works)('nobody but the administrator may %s', async (_name, work) => {
    for (const name of ['surveyor', 'handler', 'supervisor'] as Colleague[]) {
      expect(await work(world.ports, (await signIn(world, name)).who)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    }
    expect(await work(world.ports, admin.who)).toMatchObject({ ok: true });
  });

  test('a branch stays in its region', async () => {
    const { east, farRegion, region } = world.places;
    expect(await keepBranch(world.ports, admin.who, { id: east, regionId: farRegion, name: '城东' })).toMatchObject({
      error: { code: 'wrong-state' },
    });
    expect(await keepBranch(world.ports, admin.who, { id: newId(), regionId: newId(), name: '新' })).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(await keepBranch(world.ports, admin.who, { id: east, regionId: region, name: '城东二部' })).toMatchObject({ ok: true });
  });

  test('what the administrator reads holds no password, and an administrator sees no case', async () => {
    const company = await readCompany(world.ports, admin.who);
    expect(JSON.stringify(company)).not.toContain('hash of');
    expect(company).toMatchObject({ ok: true, value: { devices: [{ personId: world.people.admin }] } });
  });

  test('[SY-50] another server under the same data is another epoch; the same one is not', async () => {
    const before = (await admin.compare()).epoch;
    await prepareHub(world.ports, async () => 'server-1');
    expect((await admin.compare()).epoch).toBe(before);
    await prepareHub(world.ports, async () => 'server-2');
    const promoted = (await admin.compare()).epoch;
    expect(promoted).not.toBe(before);
    await beginEpoch(world.ports, admin.who);
    expect((await admin.compare()).epoch).not.toBe(promoted);
  });

  test('a hub without people is seeded once, with passwords that work', async () => {
    const db = await open();
    const ports = { ...world.ports, db };
    await prepareHub(ports, async () => 'server-1');
    const made = await seedHub(ports, { adminOnly: false });
    expect(made.map(({ role }) => role).toSorted()).toEqual(['admin', 'handler', 'handler', 'supervisor', 'surveyor', 'surveyor']);
    expect(new Set(made.map(({ password }) => password)).size).toBe(made.length);
    expect(await seedHub(ports, { adminOnly: false })).toEqual([]);
    expect(await seedHub(world.ports, { adminOnly: true })).toEqual([]);
  });
});
