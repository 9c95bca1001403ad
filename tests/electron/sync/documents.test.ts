import { createHash } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { authorityHere } from '../../../electron/core/authority-here.ts';
import { listRules } from '../../../electron/core/clocks/change-rules.ts';
import { allHandlers } from '../../../electron/core/features.ts';
import type { Call } from '../../../electron/core/handlers.ts';
import { keepState } from '../../../electron/db/sync-state.ts';
import { keptPacks, packInForce, packOf } from '../../../electron/db/pack-rows.ts';
import type { WriteDb } from '../../../electron/db/handles.ts';
import { askAgainAfterUpgrade, documentLines, documentVersions, unconfirmDocuments } from '../../../electron/db/published-rows.ts';
import { shippedPack } from '../../../electron/shipped/shipped-pack.ts';
import { takeDocuments } from '../../../electron/sync/take-documents.ts';
import { defaultLimits } from '../../../shared/clocks/limits.ts';
import type { DocumentKind } from '../../../shared/sync/published.ts';
import { must, openFullCore, workAs } from '../../support/file.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const publishedAt = '2026-11-20T02:00:00.000Z';

/** A file with the device's own way in for what a hub publishes. */
const setUp = async () => {
  const test = await openFullCore(onTestFinished);
  const { core, session } = test;
  const store = core.vault.current()?.store;
  if (!store) throw new Error('no file is open');
  const log: string[] = [];
  const ports = { read: session.read, store: store.sync, ids: session.ids, sha256, log: (code: string) => void log.push(code) };
  const takeAsked = (have: object, ...given: [DocumentKind, number, unknown][]) => {
    const documents = given.map(([kind, version, body]) => ({ kind, version, publishedAt, hash: sha256(JSON.stringify(body)), body }));
    return takeDocuments(ports as never, { requestId: 'r', documents } as never, have);
  };
  const take = (...given: [DocumentKind, number, unknown][]) => takeAsked(documentVersions(session.read), ...given);
  const call = { core, session, signal: new AbortController().signal } as Call;
  return { ...test, call, store, take, takeAsked, log };
};

const pack = (version: string, issuedOn: string, value = '50000') => ({
  ...shippedPack,
  version,
  issuedOn,
  figures: shippedPack.figures.map((figure) => (figure.region === '山西' && figure.kind === 'urbanIncome' ? { ...figure, value } : figure)),
});
const limitsOf = (handler: number) => ({ limitsFen: { surveyor: 0, handler, supervisor: 100, admin: 0 } });
const clocks = (visitHours: number) => ({ ownerName: '总公司', reason: '试行', limits: { ...defaultLimits, visitHours } });

test('a pack of the company stands on the shelf with its version, is in force, and survives a rebuild', async () => {
  const { core, session, call, take } = await setUp();
  expect(take(['standards-pack', 1, pack('2026-10-01', '2026-10-01')])).toEqual({ of: 'documents' });
  const [first] = must(await allHandlers.standards.list(call, undefined as never));
  expect(first).toMatchObject({ version: '2026-10-01', source: 'company', publishedVersion: 1, inForce: true });
  expect(packInForce(session.read).figures.find(({ region, kind }) => region === '山西' && kind === 'urbanIncome')?.value).toBe('50000');
  must(core.vault.repair());
  expect(packInForce(session.read).version).toBe('2026-10-01');
});

test('several packs at once are all kept, the latest issued is in force, and an older version changes nothing', async () => {
  const { session, take } = await setUp();
  take(['standards-pack', 2, pack('2026-11-01', '2026-11-01')], ['standards-pack', 1, pack('2026-10-01', '2026-10-01')]);
  expect(keptPacks(session.read).map((one) => [one.pack.version, one.publishedVersion])).toEqual([
    [shippedPack.version, null],
    ['2026-10-01', 1],
    ['2026-11-01', 2],
  ]);
  take(['standards-pack', 1, pack('2026-12-01', '2026-12-01')], ['clocks', 2, clocks(8)]);
  take(['clocks', 1, clocks(2)], ['clocks', 2, clocks(8)]);
  expect(packInForce(session.read).version).toBe('2026-11-01');
  expect(listRules(session).versions.map(({ limits }) => limits.visitHours)).toEqual([8, 24]);
});

test('once the company has published, a pack of this machine stands behind, and cases that name it keep it', async () => {
  const { session, take } = await setUp();
  const local = pack('2027-01-01', '2027-01-01', '60000');
  const fields = {
    packId: 'x',
    version: local.version,
    issuedOn: local.issuedOn,
    content: local,
    fileName: null,
    note: null,
    publishedVersion: null,
  };
  must(
    session.commit({
      kind: 'publish-standards',
      caseId: null,
      ops: [{ op: 'insert', entity: 'standardsPack', id: session.ids.next(), fields }],
    }),
  );
  expect(packInForce(session.read).version).toBe('2027-01-01');
  take(['standards-pack', 1, pack('2026-10-01', '2026-10-01')]);
  expect(packInForce(session.read).version).toBe('2026-10-01');
  expect(packOf(session.read, '2027-01-01')).toEqual(local);
  // Published as it was here already: the same pack, now the company's, and the latest issued.
  take(['standards-pack', 2, local]);
  expect(keptPacks(session.read).at(-1)).toMatchObject({ source: 'company', publishedVersion: 2, pack: { version: '2027-01-01' } });
});

test('of one day the company counts before the shipped pack, never one issued before it', async () => {
  const { session, take } = await setUp();
  take(['standards-pack', 1, pack('old', '2020-01-01')]);
  expect(packInForce(session.read).version).toBe(shippedPack.version);
  take(['standards-pack', 2, pack('same day', shippedPack.issuedOn)]);
  expect(packInForce(session.read).version).toBe('same day');
});

const bad: [string, unknown, string, string][] = [
  ['a damaged one', { ...pack('2026-10-01', '2026-10-01'), figures: 'many' }, 'shape', 'figures'],
  ['an unknown format', { ...pack('2026-10-01', '2026-10-01'), tables: [] }, 'shape', 'body'],
  ['one without figures', { ...pack('2026-10-01', '2026-10-01'), figures: [] }, 'empty', 'figures'],
  [
    'another content under a name that is used here',
    pack(shippedPack.version, '2026-10-01'),
    'version-taken',
    `version.${shippedPack.version}`,
  ],
];
test.each(bad)('of packs %s is refused whole, with the reason, and the former stays', async (_name, body, reason, place) => {
  const { session, call, take, log } = await setUp();
  take(['standards-pack', 1, pack('2026-09-01', '2026-09-01')]);
  expect(take(['standards-pack', 2, body], ['authority-limits', 1, limitsOf(7)])).toEqual({ of: 'documents' });
  expect(packInForce(session.read).version).toBe('2026-09-01');
  expect(keptPacks(session.read)).toHaveLength(2);
  expect(must(await allHandlers.sync.documents(call, undefined as never))).toMatchObject([
    { kind: 'authority-limits', version: 1, refused: false },
    { kind: 'standards-pack', version: 1, refused: false },
    { kind: 'standards-pack', version: 2, refused: true, reason, place },
  ]);
  expect(log).toEqual(['sync.document-refused']);
  // Neither is asked for again; the next one that can be used ends the matter.
  expect(documentVersions(session.read)).toMatchObject({ 'standards-pack': 2, 'authority-limits': 1 });
  take(['standards-pack', 3, pack('2026-11-01', '2026-11-01')]);
  expect(documentLines(session.read).filter(({ refused }) => refused)).toEqual([]);
  expect(packInForce(session.read).version).toBe('2026-11-01');
});

test('limits that cannot be read leave the former ones in force, not the built-in', async () => {
  const { session, take } = await setUp();
  take(['authority-limits', 1, limitsOf(7)]);
  take(['authority-limits', 2, { limitsFen: { handler: -1 } }]);
  expect(authorityHere(session.read, '2026-11-28')).toMatchObject({ version: 1, limitsFen: { handler: 7 } });
});

test('clock limits count from their publication on every device, with the version of the company', async () => {
  const { session, take, clock } = await setUp();
  clock.set('2026-11-25T00:00:00.000Z');
  take(['clocks', 3, clocks(8)]);
  expect(listRules(session).versions[0]).toMatchObject({ publishedVersion: 3, countsFrom: publishedAt, limits: { visitHours: 8 } });
  take(['clocks', 4, { ...clocks(8), limits: { ...defaultLimits, paymentDays: 11 } }]);
  expect(listRules(session).versions[0]).toMatchObject({ publishedVersion: 3 });
  expect(documentLines(session.read).at(-1)).toMatchObject({ kind: 'clocks', version: 4, reason: 'shape', place: 'limits.paymentDays' });
});

test('another version of the app asks again for what the last one could not use, and keeps what is in force', async () => {
  const { store, session, take } = await setUp();
  take(['standards-pack', 1, pack('2026-09-01', '2026-09-01')], ['standards-pack', 2, {}]);
  store.sync.keep((db) => askAgainAfterUpgrade(db, '9.9.9'));
  expect(documentVersions(session.read)).toEqual({ 'standards-pack': 1 });
  expect(packInForce(session.read).version).toBe('2026-09-01');
});

const fallBack = (store: { sync: { keep(work: (db: WriteDb) => void): void } }) => store.sync.keep(unconfirmDocuments);

test('[SY-50] after the hub was put back to a backup, its documents count as they are now, under whichever number they come', async () => {
  const { session, store, take, takeAsked } = await setUp();
  take(['authority-limits', 1, limitsOf(7)], ['authority-limits', 2, limitsOf(8)], ['standards-pack', 1, pack('a', '2026-10-01')]);
  take(['standards-pack', 2, pack('lost', '2026-11-01')], ['clocks', 1, clocks(8)], ['clocks', 2, clocks(6)]);
  fallBack(store);
  // In force until the hub has answered, but asked for as if it were not here.
  expect(authorityHere(session.read, '2026-11-28')).toMatchObject({ version: 2, limitsFen: { handler: 8 } });
  expect(documentVersions(session.read)).toEqual({});
  takeAsked(
    {},
    ['authority-limits', 1, limitsOf(7)],
    ['authority-limits', 2, limitsOf(9)],
    ['standards-pack', 1, pack('a', '2026-10-01')],
    ['clocks', 1, clocks(8)],
  );
  expect(authorityHere(session.read, '2026-11-28')).toMatchObject({ version: 2, limitsFen: { handler: 9 } });
  expect(documentVersions(session.read)).toEqual({ 'authority-limits': 2, clocks: 1, 'standards-pack': 1 });
  // The pack the hub has lost stays for cases that name it, and is not the company's any more.
  expect(packInForce(session.read).version).toBe('a');
  expect(keptPacks(session.read).map((one) => [one.pack.version, one.source])).toContainEqual(['lost', 'local']);
  expect(listRules(session).versions[0]).toMatchObject({ publishedVersion: 1, limits: { visitHours: 8 } });
  // What is here already is not written down twice, and its next number may be used again.
  const rules = listRules(session).versions.length;
  fallBack(store);
  takeAsked({}, ['authority-limits', 1, limitsOf(7)], ['clocks', 1, clocks(8)], ['standards-pack', 1, pack('a', '2026-10-01')]);
  expect(authorityHere(session.read, '2026-11-28')).toMatchObject({ version: 1, limitsFen: { handler: 7 } });
  expect(listRules(session).versions).toHaveLength(rules);
  take(['standards-pack', 2, pack('b', '2026-12-01')], ['clocks', 2, clocks(5)]);
  expect(packInForce(session.read).version).toBe('b');
  expect(listRules(session).versions[0]).toMatchObject({ publishedVersion: 2, limits: { visitHours: 5 } });
});

test('[SY-50] what the hub no longer has is no longer in force, and a bad one leaves the former', async () => {
  const { session, store, take, takeAsked } = await setUp();
  take(['authority-limits', 1, limitsOf(7)]);
  fallBack(store);
  takeAsked({}, ['authority-limits', 1, { limitsFen: {} }]);
  expect(authorityHere(session.read, '2026-11-28')).toMatchObject({ source: 'published', limitsFen: { handler: 7 } });
  fallBack(store);
  takeAsked({});
  expect(authorityHere(session.read, '2026-11-28')).toMatchObject({ source: 'built-in' });
  expect(documentLines(session.read)).toEqual([]);
});

test('[SY-50] the same number with another content is of another history and is taken', async () => {
  const { session, take } = await setUp();
  take(['authority-limits', 3, limitsOf(7)]);
  take(['authority-limits', 3, limitsOf(9)]);
  expect(authorityHere(session.read, '2026-11-28').limitsFen.handler).toBe(9);
});

test('limits count from their day; until it comes the former ones do, and a newer version overtakes one that waits', async () => {
  const { session, take } = await setUp();
  const from = (handler: number, effectiveOn: string) => ({ ...limitsOf(handler), effectiveOn, reason: '年度调整' });
  take(['authority-limits', 1, limitsOf(7)], ['authority-limits', 2, from(8, '2026-12-01')]);
  const on = (day: string) => authorityHere(session.read, day);
  expect(on('2026-11-30')).toMatchObject({ version: 1, from: '2026-11-20', limitsFen: { handler: 7 } });
  expect(on('2026-12-01')).toMatchObject({ version: 2, from: '2026-12-01', limitsFen: { handler: 8 } });
  take(['authority-limits', 3, from(5, '2026-11-29')]);
  expect(on('2026-11-28')).toMatchObject({ version: 1 });
  expect(on('2026-12-02')).toMatchObject({ version: 3, limitsFen: { handler: 5 } });
});

test('in a company only its administrator brings in figures and limits', async () => {
  const { call, session, store } = await setUp();
  const state = {
    address: 'https://hub.example',
    hubId: 'h',
    personId: 'p',
    personName: '高远',
    role: 'supervisor',
    connectedAt: publishedAt,
  };
  workAs(session, 'supervisor');
  expect(must(await allHandlers.standards.desk(call, undefined as never))).toMatchObject({ forCompany: false, mayPublish: true });
  expect(listRules(session).mayChange).toBe(true);
  store.sync.keep((db) => keepState(db, 'hub', state as never));
  expect(must(await allHandlers.standards.desk(call, undefined as never))).toMatchObject({
    forCompany: true,
    mayPublish: false,
    mayMove: true,
  });
  expect(listRules(session)).toMatchObject({ mayChange: false, forCompany: true });
  store.sync.keep((db) => keepState(db, 'hub', null));
  workAs(session, 'admin');
  store.sync.keep((db) => keepState(db, 'hub', state as never));
  expect(must(await allHandlers.standards.desk(call, undefined as never))).toMatchObject({ mayPublish: true, mayMove: false });
  expect(listRules(session).mayChange).toBe(true);
});
