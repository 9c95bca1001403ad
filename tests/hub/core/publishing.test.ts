import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { headsOf } from '../../../hub/db/case-rows.ts';
import { publishDocument } from '../../../hub/core/publish-document.ts';
import { defaultLimits } from '../../../shared/clocks/limits.ts';
import type { DocumentKind } from '../../../shared/sync/published.ts';
import { newId, signIn, type TestDevice } from '../support/device.ts';
import { insert, register, transition } from '../support/operations.ts';
import { closeStores, stores } from '../support/stores.ts';
import { createWorld, type Colleague, type World } from '../support/world.ts';

const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../../resources/${path}`, import.meta.url), 'utf8'));
const [figures, periods, practice] = ['statistics', 'periods', 'practice'].map((name) => readJson(`standards/${name}.json`));
const pack = (version: string, issuedOn: string) => ({ id: 'cn', version, issuedOn, figures, periods, practice });
const rules = readJson('wording/rules.json') as { rules: { id: string }[] };
const topics = (readJson('wording/topics.json') as { topics: { id: string; card: object }[] }).topics;
const clocks = (visitHours: number) => ({ ownerName: '总公司', reason: '试行', limits: { ...defaultLimits, visitHours } });
const bodies: [DocumentKind, unknown][] = [
  ['authority-limits', { limitsFen: { surveyor: 0, handler: 1, supervisor: 2, admin: 0 } }],
  ['standards-pack', pack('2026-10-01', '2026-10-01')],
  ['wording-rules', { ...rules, topics }],
  ['clocks', clocks(8)],
];

closeStores();

describe.each(stores)('publishing on %s', (_, open) => {
  let world: World;
  let admin: TestDevice;
  beforeEach(async () => {
    world = await createWorld(await open());
    admin = await signIn(world, 'admin');
  });
  const publish = (kind: DocumentKind, body: unknown, base?: number) => publishDocument(world.ports, admin.who, { kind, body, base });
  const documents = async (have: object) => {
    const surveyor = await signIn(world, 'surveyor');
    const reply = await world.hub.documents(surveyor.who, { protocol: 1, requestId: newId(), have } as never);
    return reply.ok ? reply.value.documents.map(({ kind, version }) => [kind, version]) : [];
  };

  test.each(bodies)('nobody but the administrator publishes %s', async (kind, body) => {
    for (const name of ['surveyor', 'handler', 'supervisor'] as Colleague[]) {
      const { who } = await signIn(world, name);
      expect(await publishDocument(world.ports, who, { kind, body })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    }
    expect(await publish(kind, body)).toMatchObject({ ok: true, value: { kind } });
  });

  test('approval limits decide from their day on, and none begins on a day that has passed', async () => {
    const limits = (handler: number, effectiveOn?: string) => ({
      limitsFen: { surveyor: 0, handler, supervisor: 1_000_000, admin: 0 },
      ...(effectiveOn && { effectiveOn, reason: '年度调整' }),
    });
    await publish('authority-limits', limits(1_000_000));
    expect(await publish('authority-limits', limits(1, '2026-10-31'))).toMatchObject({
      error: { code: 'wrong-state', facts: { field: 'effectiveOn', today: '2026-11-01' } },
    });
    expect(await publish('authority-limits', limits(1, '2026-11-03'))).toMatchObject({ ok: true });
    const supervisor = await signIn(world, 'supervisor');
    const surveyor = await signIn(world, 'surveyor');
    const caseId = await register(surveyor);
    const asked = async () => {
      const id = newId();
      const fields = { kind: 'accommodation', ask: '通融', amountFen: 500_000 };
      await surveyor.does(caseId, insert('escalation', id, fields), transition('escalation', id, ['draft', 'submitted']));
      await supervisor.pull();
      const facts = { decisionReason: '同意', decidedFen: 500_000 };
      const made = world.ports.db.snapshot((reads) => headsOf(reads, [caseId]));
      const base = { ver: (await made)[0]?.ver ?? 0 };
      return supervisor.does(caseId, transition('escalation', id, ['submitted', 'approved'], facts, base));
    };
    await publish('authority-limits', { limitsFen: { surveyor: 0, handler: 1, supervisor: 499_999, admin: 0 }, effectiveOn: '2026-11-03' });
    expect(await asked()).toMatchObject({ verdict: 'accepted' });
    world.clock.move(2 * 86_400_000);
    expect(await asked()).toMatchObject({ verdict: 'refused', code: 'over-authority', facts: { limitFen: 499_999 } });
  });

  test('of two who began from the same version the second is refused and told of the first', async () => {
    expect(await publish('clocks', clocks(8), 0)).toMatchObject({ value: { version: 1 } });
    expect(await publish('clocks', clocks(9), 0)).toMatchObject({ error: { code: 'conflict', facts: { field: 'base', version: 1 } } });
    expect(await publish('clocks', clocks(9), 1)).toMatchObject({ value: { version: 2 } });
  });

  test('of two at the very same moment one is taken, and no version is given twice', async () => {
    const both = await Promise.all([publish('clocks', clocks(8), 0), publish('clocks', clocks(9), 0)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'conflict' } });
    expect(await documents({})).toContainEqual(['clocks', 1]);
    expect(await documents({ clocks: 1 })).not.toContainEqual(['clocks', 2]);
  });

  test('a pack uses no name again and is never issued before the last one; the same again makes no version', async () => {
    expect(await publish('standards-pack', pack('a', '2026-10-01'))).toMatchObject({ value: { version: 1 } });
    expect(await publish('standards-pack', pack('a', '2026-10-01'))).toMatchObject({ value: { version: 1 } });
    expect(await publish('standards-pack', pack('a', '2026-11-01'))).toMatchObject({
      error: { code: 'taken', facts: { field: 'version' } },
    });
    const early = { code: 'wrong-state', facts: { field: 'issuedOn', newest: '2026-10-01' } };
    expect(await publish('standards-pack', pack('b', '2026-09-30'))).toMatchObject({ error: early });
    expect(await publish('standards-pack', pack('b', '2026-10-01'))).toMatchObject({ value: { version: 2 } });
  });

  test('a device gets every pack and every set of clocks and limits it lacks, of the rest the newest, and nothing older than it has', async () => {
    await publish('standards-pack', pack('a', '2026-10-01'));
    await publish('standards-pack', pack('b', '2026-11-01'));
    for (const hours of [8, 9, 10]) await publish('clocks', clocks(hours));
    await publish('authority-limits', bodies[0]?.[1]);
    const of = (kind: string, rows: unknown[][]) => rows.filter(([one]) => one === kind).map(([, version]) => version);
    const all = await documents({});
    expect([of('standards-pack', all), of('clocks', all), of('authority-limits', all)]).toEqual([
      [1, 2],
      [1, 2, 3],
      [1, 2],
    ]);
    for (const count of [1, 2]) await publish('wording-rules', { ...rules, topics: topics.slice(0, count) });
    expect(of('wording-rules', await documents({}))).toEqual([2]);
    expect(of('clocks', await documents({ clocks: 2 }))).toEqual([3]);
    expect(of('clocks', await documents({ clocks: 7 }))).toEqual([]);
    const ahead = await admin.compare({
      documents: { people: 9, branches: 9, regions: 9, 'authority-limits': 9, 'standards-pack': 9, clocks: 9 },
    });
    // It is told of the ones here: its numbers are of a history that a backup took away.
    expect(ahead.documents.map(({ kind, version }) => [kind, version])).toContainEqual(['standards-pack', 2]);
    expect((await admin.compare({ documents: Object.fromEntries((await documents({})) as never) })).documents).toEqual([]);
  });

  const withTopic = (card: object) => ({ ...rules, topics: [{ ...topics[0], card }] });
  const twice = { ...pack('c', '2026-10-01'), figures: [(figures as object[])[0], (figures as object[])[0]] };
  const broken: [string, DocumentKind, unknown, string, unknown][] = [
    ['wording without English', 'wording-rules', withTopic({ zh: '告知' }), 'language', `topics.${topics[0]?.id}.card.en`],
    [
      'wording with Chinese for English',
      'wording-rules',
      withTopic({ zh: '告知', en: '告知' }),
      'language',
      `topics.${topics[0]?.id}.card.en`,
    ],
    [
      'a payment clock beyond the law',
      'clocks',
      { ...clocks(8), limits: { ...defaultLimits, paymentDays: 11 } },
      'shape',
      'limits.paymentDays',
    ],
    ['clocks without an owner', 'clocks', { ...clocks(8), ownerName: '' }, 'shape', 'ownerName'],
    [
      'a negative limit',
      'authority-limits',
      { limitsFen: { surveyor: 0, handler: -1, supervisor: 2, admin: 0 } },
      'shape',
      'limitsFen.handler',
    ],
    ['a pack without figures', 'standards-pack', { ...pack('c', '2026-10-01'), figures: [] }, 'empty', 'figures'],
    ['a pack with a figure twice', 'standards-pack', twice, 'double', expect.stringMatching(/^figures\./)],
  ];
  test.each(broken)('%s is refused with the reason and the place', async (_name, kind, body, reason, field) => {
    expect(await publish(kind, body)).toMatchObject({ error: { code: 'malformed', facts: { reason, field } } });
  });
});
