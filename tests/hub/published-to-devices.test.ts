import { expect, test, vi } from 'vitest';
import { allHandlers } from '../../electron/core/features.ts';
import type { Call } from '../../electron/core/handlers.ts';
import { packInForce } from '../../electron/db/pack-rows.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';
import { aCase, aContact, aParty, must, refusalOf } from '../support/file.ts';
import { setMeta } from '../../hub/db/meta-rows.ts';
import { appOf } from './support/app.ts';
import { newId } from './support/device.ts';
import { post, seededNode, signInAt, stopNode, stopNodes } from './support/node.ts';

stopNodes();

const csv = (...rows: string[]) => new File([['地区,年度,指标,口径,数值,标记,来源', ...rows].join('\n')], '2026.csv');
const vehicles = [{ id: 'car', fault: 'main', ratio: 0.7, compulsory: { insured: true } }];

/** A case with one item whose money follows from the figures of Shanxi. */
const disabledCase = async (call: Call) => {
  const { session } = call;
  const caseId = aCase(session, { accidentAt: '2023-07-19T02:00:00.000Z' }) as CaseId;
  const partyId = aParty(session, caseId);
  const basis = { vehicles, statistics: { forumRegion: '山西', year: 2023 } };
  must(await allHandlers.settlement.saveBasis(call, { caseId, seen: 1e9, values: basis, draftKey: null } as never));
  const person = { gradedOn: '2024-01-10', age: 50 };
  must(await allHandlers.settlement.savePartyBasis(call, { caseId, partyId, seen: 1e9, values: person, draftKey: null } as never));
  const values = { partyId, kind: 'disabilityCompensation', inputs: { grades: [10] } };
  must(await allHandlers.damages.addItem(call, { caseId, values } as never));
  return caseId;
};

const lossOf = async (call: Call, caseId: string) => {
  const { settlement } = must(await allHandlers.settlement.compute(call, { caseId, mode: 'review' }));
  return [settlement?.standards.version, settlement?.summary.loss.fen];
};

const synced = async (call: Call, seen: () => Promise<void> | void) => {
  must(await allHandlers.sync.now(call, undefined));
  await vi.waitFor(seen, { timeout: 20_000, interval: 100 });
};

const publishPack = async (call: Call, value: string, [version, issuedOn]: [string, string]) => {
  const { importId } = must(await allHandlers.standards.read(call, { file: csv(`山西,2023,urbanIncome,,${value},P,公报`) }));
  return allHandlers.standards.publish(call, { importId, version, issuedOn, note: '' });
};

test('a pack of the administrator moves new cases of a colleague, leaves pinned ones to the fen, and works offline', async () => {
  const hub = await seededNode();
  const admin = await appOf(hub, 'admin');
  const handler = await appOf(hub, 'handler');
  const before = await disabledCase(handler.call);
  const kept = must(await allHandlers.settlement.calculate(handler.call, { caseId: before, purpose: 'review', note: '' }));
  const first = await lossOf(handler.call, before);
  expect(must(await publishPack(admin.call, '50000', ['2026-10-01', '2026-10-01']))).toEqual({ version: '2026-10-01', published: 1 });
  await synced(handler.call, () => expect(packInForce(handler.session.read).version).toBe('2026-10-01'));
  expect(await lossOf(handler.call, before)).toEqual(first);
  const replayed = must(await allHandlers.settlement.replay(handler.call, { caseId: before, calculationId: kept.id }));
  expect(replayed).toMatchObject({ same: true, untouched: true });
  await stopNode(hub.node);
  const offline = await disabledCase(handler.call);
  expect(await lossOf(handler.call, offline)).toEqual(['2026-10-01', 10_000_000]);
  expect(await lossOf(handler.call, before)).toEqual(first);
  expect(must(handler.core.vault.selfCheck())).toMatchObject({ ok: true });
});

test('two administrators at once: the second is told, looks at the first one’s and publishes over it; latecomers get both', async () => {
  const hub = await seededNode();
  const [one, two] = [await appOf(hub, 'admin'), await appOf(hub, 'admin')];
  const read = async ({ call }: { call: Call }, value: string) =>
    must(await allHandlers.standards.read(call, { file: csv(`山西,2023,urbanIncome,,${value},P,公报`) })).importId;
  const [mine, theirs] = [await read(one, '50000'), await read(two, '51000')];
  const publish = ({ call }: { call: Call }, importId: string, version: string) =>
    allHandlers.standards.publish(call, { importId, version, issuedOn: '2026-10-01', note: '' });
  must(await publish(one, mine, 'first'));
  expect(refusalOf(await publish(two, theirs, 'second'))).toBe('sync.newer-published @ -');
  await synced(two.call, () => expect(packInForce(two.session.read).version).toBe('first'));
  const again = await read(two, '51000');
  expect(
    refusalOf(await allHandlers.standards.publish(two.call, { importId: again, version: 'x', issuedOn: '2020-01-01', note: '' })),
  ).toBe('standards.too-early @ issuedOn');
  must(await publish(two, again, 'second'));
  const late = await appOf(hub, 'handler');
  await synced(late.call, async () => {
    const heads = must(await allHandlers.standards.list(late.call, undefined as never));
    expect(heads.map(({ version, source, inForce }) => [version, source, inForce])).toEqual([
      ['second', 'company', true],
      ['first', 'company', false],
      ['2026-05-15', 'shipped', false],
    ]);
  });
  expect(refusalOf(await allHandlers.standards.read(late.call, { file: csv() }))).toBe('forbidden @ -');
});

test('clock limits of the administrator govern the board of a colleague, from the moment they were published', async () => {
  const hub = await seededNode();
  const admin = await appOf(hub, 'admin');
  const handler = await appOf(hub, 'handler');
  const rules = must(await allHandlers.clocks.rules(admin.call, undefined as never));
  const limits = { ...rules.versions[0]?.limits, visitHours: 6 };
  const change = { seen: 1, ownerName: '理赔管理部', reason: '试行', limits } as never;
  expect(refusalOf(await allHandlers.clocks.changeRules(handler.call, change))).toBe('forbidden @ -');
  must(await allHandlers.clocks.changeRules(admin.call, change));
  await synced(handler.call, async () => {
    const { versions } = must(await allHandlers.clocks.rules(handler.call, undefined as never));
    expect(versions[0]).toMatchObject({ publishedVersion: 1, ownerName: '理赔管理部', limits: { visitHours: 6 } });
  });
  const { session } = handler;
  const caseId = aCase(session, { reportedAt: session.clock.now().at });
  aParty(session, caseId, { hospital: '市二院', hospitalKnownAt: session.clock.now().at });
  const { clocks } = must(await allHandlers.cases.open(handler.call, { caseId }));
  const visit = clocks.find(({ kind }) => kind === 'visit');
  expect(Date.parse(visit?.dueAt ?? '') - Date.parse(visit?.startedAt ?? '')).toBe(6 * 3_600_000);
});

test('words of the administrator reach a colleague, are told and kept with their version offline, and bad ones are named', async () => {
  const hub = await seededNode();
  const admin = await appOf(hub, 'admin');
  const handler = await appOf(hub, 'handler');
  const file = must(await allHandlers.wording.template(admin.call, undefined as never)) as File;
  const words = JSON.parse(await file.text()) as { topics: { id: string; card: { zh: string; en?: string } }[] };
  const [topic] = words.topics;
  if (topic === undefined) throw new Error('no topic');
  const edited = (card: object) => new File([JSON.stringify({ ...words, topics: [{ ...topic, card }] })], 'words.json');
  const lacking = await allHandlers.wording.read(admin.call, { file: edited({ zh: '只有中文' }) });
  expect(lacking).toMatchObject({
    error: { code: 'sync.document-flaw', facts: { reason: 'language', place: `topics.${topic.id}.card.en` } },
  });
  const good = edited({ zh: '公司的说法', en: 'What the company says' });
  const { seen } = must(await allHandlers.wording.read(admin.call, { file: good }));
  expect(refusalOf(await allHandlers.wording.publish(handler.call, { file: good, seen }))).toBe('forbidden @ -');
  expect(must(await allHandlers.wording.publish(admin.call, { file: good, seen }))).toEqual({ version: 1 });
  expect(refusalOf(await allHandlers.wording.publish(admin.call, { file: edited({ zh: '另一种', en: 'Another' }), seen: 0 }))).toBe(
    'sync.newer-published @ -',
  );
  const version = async () => must(await allHandlers.wording.here(handler.call, undefined as never)).version;
  await synced(handler.call, async () => expect(await version()).toBe(1));
  await stopNode(hub.node);
  const { session } = handler;
  const caseId = aCase(session);
  aContact(session, caseId, { disclosures: [{ topic: topic.id, words: null, understood: 'yes' } as never] });
  const { disclosures } = must(await allHandlers.cases.open(handler.call, { caseId }));
  expect(disclosures.map(({ card }) => card)).toEqual([{ version: 1, zh: '公司的说法', en: 'What the company says' }]);
});

test('approval limits published at the hub reach a device, and a broken document is named there while the former stays', async () => {
  const hub = await seededNode();
  const handler = await appOf(hub, 'handler');
  const sign = hub.signIns.find(({ role }) => role === 'admin');
  const { accessToken: token } = await signInAt(hub.url, sign as never);
  const body = { limitsFen: { surveyor: 0, handler: 123_400, supervisor: 9_000_000, admin: 0 } };
  expect((await post(`${hub.url}/admin/documents`, { kind: 'authority-limits', body }, { token })).status).toBe(200);
  const ownFen = async () => must(await allHandlers.people.authority(handler.call, undefined as never)).ownFen;
  await synced(handler.call, async () => expect(await ownFen()).toBe(123_400));
  const bad = await post(`${hub.url}/admin/documents`, { kind: 'authority-limits', body: { limitsFen: { handler: -5 } } }, { token });
  expect([bad.status, bad.body['code']]).toEqual([400, 'malformed']);
  expect(await ownFen()).toBe(123_400);
});

const limits = async ({ call }: { call: Call }) => must(await allHandlers.people.limits(call, undefined as never));
const inForce = async (app: { call: Call }) => (await limits(app)).versions.find(({ state }) => state === 'in-force');

test('the administrator publishes approval limits from a day on; a day that has passed is said at its field', async () => {
  const hub = await seededNode();
  const admin = await appOf(hub, 'admin');
  const handler = await appOf(hub, 'handler');
  await synced(admin.call, async () => expect((await limits(admin)).versions).toMatchObject([{ version: 1, state: 'in-force' }]));
  const { today, mayPublish } = await limits(admin);
  expect([mayPublish, (await limits(handler)).mayPublish]).toEqual([true, false]);
  const order = { seen: 1, limitsFen: { handler: 1_234_567, supervisor: 200_000_000 }, effectiveOn: today, reason: '年度调整' };
  const publish = ({ call }: { call: Call }, over: object = {}) => allHandlers.people.publishLimits(call, { ...order, ...over });
  expect(refusalOf(await publish(handler))).toBe('forbidden @ -');
  expect(refusalOf(await publish(admin, { effectiveOn: '2020-01-01' }))).toBe('limits.day-passed @ effectiveOn');
  expect(refusalOf(await publish(admin, { reason: ' ' }))).toBe('reason-needed @ reason');
  expect(refusalOf(await publish(admin, { seen: 0 }))).toBe('sync.newer-published @ -');
  expect(must(await publish(admin))).toEqual({ version: 2 });
  await synced(handler.call, async () => expect(await inForce(handler)).toMatchObject({ version: 2, from: today, reason: '年度调整' }));
  expect(must(await allHandlers.people.authority(handler.call, undefined as never))).toMatchObject({ version: 2, ownFen: 1_234_567 });
  await synced(admin.call, async () => expect(await inForce(admin)).toMatchObject({ version: 2 }));
  expect(refusalOf(await publish(admin, { seen: 2 }))).toBe('limits.same @ -');
  must(await publish(admin, { seen: 2, effectiveOn: '2999-01-01', limitsFen: { handler: 0, supervisor: 1 } }));
  await synced(handler.call, async () =>
    expect((await limits(handler)).versions.map(({ state }) => state)).toEqual(['planned', 'in-force', 'past']),
  );
});

test.each([true, false])(
  '[SY-50] a hub put back to a backup (new epoch: %s) gives a number again: devices go by the new content',
  async (begins) => {
    const hub = await seededNode();
    const admin = await appOf(hub, 'admin');
    const handler = await appOf(hub, 'handler');
    const publish = async (seen: number, handlerFen: number) => {
      const { today } = await limits(admin);
      const limitsFen = { handler: handlerFen, supervisor: 2_000 };
      return must(await allHandlers.people.publishLimits(admin.call, { seen, limitsFen, effectiveOn: today, reason: '调整' }));
    };
    const handlerFen = async (app: { call: Call }) => [(await inForce(app))?.version, (await inForce(app))?.limitsFen.handler];
    await synced(admin.call, async () => expect((await inForce(admin))?.version).toBe(1));
    const first = (await inForce(admin))?.limitsFen.handler;
    await publish(1, 800);
    for (const app of [admin, handler]) await synced(app.call, async () => expect(await handlerFen(app)).toEqual([2, 800]));
    // What a backup takes away.
    await hub.node.ports.db.transaction((tx) => tx.run("DELETE FROM documents WHERE kind = 'authority-limits' AND version > 1"));
    if (begins) await hub.node.ports.db.transaction((tx) => setMeta(tx, 'epoch', newId()));
    // In a new epoch also a device that was away meanwhile finds out.
    for (const app of begins ? [admin] : [handler, admin]) {
      await synced(app.call, async () => expect(await handlerFen(app)).toEqual([1, first]));
    }
    expect(await publish(1, 900)).toEqual({ version: 2 });
    for (const app of [admin, handler]) await synced(app.call, async () => expect(await handlerFen(app)).toEqual([2, 900]));
  },
);
