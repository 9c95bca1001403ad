import { expect, test } from 'vitest';
import { unreleased } from '../../../electron/db/evict-case.ts';
import { openMemoryStore } from '../../../electron/db/open.ts';
import { casesInDoubt, lostChanges } from '../../../electron/db/lost-changes.ts';
import { nextBatch } from '../../../electron/db/sync-outbox.ts';
import { lastSurrendered, nextSurrendered, sortedAnswers } from '../../../electron/db/surrender-rows.ts';
import { keepState } from '../../../electron/db/sync-state.ts';
import { projectors } from '../../../electron/core/workflows/projectors.ts';
import type { CaseId, DeviceId } from '../../../shared/kernel/ids.ts';
import { fakeClock } from '../../support/clock.ts';
import { fakeIds } from '../../support/ids.ts';
import { hubList, progressOf } from '../../support/hub-list.ts';
import { contactFields, insertOf, moveOf, setOf } from '../../support/store.ts';

const limits = { changes: 200, bytes: 256_000 };

const portsOf = (ids = fakeIds()) => ({
  clock: fakeClock(),
  ids,
  projectors,
  announce: () => undefined,
  clockSkewMs: () => 0,
  machine: { fingerprint: 'm' },
});

const begin = () => {
  const ports = portsOf();
  const { ids } = ports;
  const store = openMemoryStore(ports);
  store.commitLocal((db) => {
    keepState(db, 'hub', { address: 'https://hub', hubId: 'h', personId: 'p', personName: '周岚', role: 'surveyor', connectedAt: '' });
  });
  const caseId = ids.next() as CaseId;
  const list = hubList(caseId);
  const first = list.other([{ op: 'insert', entity: 'case', id: caseId, fields: { reportNumber: 'R-1', insuredName: '欧阳娜娜' } }]);
  store.sync.take({ progress: progressOf(), updates: [first] });
  const plate = () => store.read.get<{ plate: string | null; rev: number }>('SELECT plate, rev FROM cases WHERE id = ?', caseId);
  const setPlate = (value: string, seen = plate()?.rev ?? 0) =>
    store.commit({ kind: 'edit-case', caseId, ops: [setOf('case', { id: caseId, seen }, { plate: value })] }, null);
  const log = () =>
    store.commit(
      { kind: 'record-contact', caseId, ops: [insertOf('contactLog', ids.next(), { ...contactFields, body: '欧阳说腿疼' })] },
      null,
    );
  const batch = () => nextBatch(store.read, store.sync.deviceId(), limits).changes;
  const sound = () => store.selfCheck();
  return { store, ids, caseId, list, plate, setPlate, log, batch, sound };
};

const theirs = (id: string, plate: string, ver: number) => [
  { op: 'set' as const, entity: 'case', id, fields: { plate: { value: plate, base: { ver } } } },
];

test('entries of others become rows, and an edit names the version it was made on', () => {
  const t = begin();
  t.store.sync.take({ progress: progressOf(), updates: [t.list.other(theirs(t.caseId, '京A1', 1))] });
  expect(t.plate()).toMatchObject({ plate: '京A1' });
  expect(t.setPlate('京A2').ok).toBe(true);
  expect(t.batch()[0]?.ops).toEqual([{ op: 'set', entity: 'case', id: t.caseId, fields: { plate: { value: '京A2', base: { ver: 2 } } } }]);
  expect(t.setPlate('京A3').ok).toBe(true);
  expect(t.batch()[1]?.ops[0]).toMatchObject({ fields: { plate: { base: { mid: 1 } } } });
  expect(t.sound()).toMatchObject({ ok: true });
});

test('own changes that wait stand on top of what others wrote, and the tables equal a rebuild', () => {
  const t = begin();
  t.setPlate('mine');
  t.log();
  t.store.sync.take({ progress: progressOf(), updates: [t.list.other(theirs(t.caseId, 'theirs', 1))] });
  expect(t.plate()?.plate).toBe('mine');
  expect(t.sound()).toMatchObject({ ok: true });
  const before = t.store.selfCheck().tables.map(({ table, rows }) => [table, rows]);
  t.store.repair();
  expect(t.store.selfCheck().tables.map(({ table, rows }) => [table, rows])).toEqual(before);
});

test('a person who has not seen the newer value clashes at once, one who has seen it does not', () => {
  const t = begin();
  const seen = t.plate()?.rev ?? 0;
  t.log();
  t.store.sync.take({ progress: progressOf(), updates: [t.list.other(theirs(t.caseId, 'theirs', 1))] });
  expect(t.setPlate('blind', seen)).toMatchObject({ ok: false, error: { code: 'conflict', theirs: 'theirs' } });
  expect(t.setPlate('seen').ok).toBe(true);
});

test('own changes that come back in their order change no row and are named by their version from then on', () => {
  const t = begin();
  t.setPlate('mine');
  const [change] = t.batch();
  t.store.sync.take({ progress: progressOf({ ack: 1 }), verdicts: [{ mid: 1, code: 'accepted', ver: 2, facts: {} }] });
  expect([t.plate()?.plate, t.batch()]).toEqual(['mine', []]);
  t.store.sync.take({ progress: progressOf({ ack: 1 }), updates: [t.list.take([change!], { deviceId: t.store.sync.deviceId() })] });
  t.setPlate('again');
  expect(t.batch()[0]?.ops[0]).toMatchObject({ fields: { plate: { base: { ver: 2 } } } });
  expect(t.sound()).toMatchObject({ ok: true });
});

test.each(['conflict', 'refused', 'quarantined'] as const)(
  'after the verdict %s the row shows what counts and the change is still here',
  (code) => {
    const t = begin();
    t.setPlate('mine');
    t.log();
    t.store.sync.take({ progress: progressOf({ ack: 1 }), verdicts: [{ mid: 1, code, ver: null, facts: {} }] });
    expect(t.plate()?.plate).toBe(null);
    expect(t.store.read.get("SELECT 1 FROM journal WHERE mid = 1 AND instr(ops, 'mine') > 0")).toBeDefined();
    expect(t.batch().map(({ mid }) => mid)).toEqual([2]);
    expect(t.sound()).toMatchObject({ ok: true });
  },
);

test('a verdict that would leave a gap is not kept', () => {
  const t = begin();
  t.log();
  t.log();
  t.store.sync.take({ progress: progressOf({ ack: 2 }), verdicts: [{ mid: 2, code: 'accepted', ver: 3, facts: {} }] });
  expect(t.batch().map(({ mid }) => mid)).toEqual([1, 2]);
});

test('[SY-56] a revoked device offers all it still has; only what was given back leaves a gap', () => {
  const t = begin();
  for (let n = 0; n < 3; n += 1) t.log();
  const verdicts = [1, 2, 3].map((mid) => ({ mid, code: 'quarantined' as const, ver: null, facts: {} }));
  t.store.sync.take({ progress: progressOf({ ack: 3, stable: 3 }), verdicts });
  t.store.sync.keep((db) => db.run("UPDATE journal SET ops = '[]', origin = 'gone' WHERE mid = 2"));
  t.store.sync.take({ progress: progressOf({ epoch: 'e2', ack: 1, stable: 1 }), offerAll: true });
  const offered = () => nextBatch(t.store.read, t.store.sync.deviceId(), { ...limits, everything: true }).changes.map(({ mid }) => mid);
  expect(offered()).toEqual([1, 3]);
  t.store.sync.take({ progress: progressOf({ epoch: 'e2', ack: 3, stable: 3 }), verdicts: verdicts.slice(2) });
  expect(offered()).toEqual([1, 3]);
  t.store.sync.take({ progress: progressOf({ epoch: 'e2', ack: 3, stable: 3 }), verdicts: [verdicts[0]!, verdicts[2]!] });
  expect(offered()).toEqual([]);
});

test('[SY-56] what went out under earlier ids is offered after the rest, page by page, and anew to a hub that has fallen back', () => {
  const t = begin();
  for (let n = 0; n < 3; n += 1) t.log();
  const accepted = (...mids: number[]) => mids.map((mid) => ({ mid, code: 'accepted' as const, ver: mid + 1, facts: {} }));
  const made = t.batch();
  const listed = t.list.take(made, { deviceId: t.store.sync.deviceId() });
  t.store.sync.take({ progress: progressOf({ ack: 3, stable: 3 }), verdicts: accepted(1, 2, 3), updates: [listed] });
  t.store.sync.renew({ deviceId: t.ids.next() as DeviceId });
  t.log();
  const offered = (changes = 200) =>
    nextSurrendered(t.store.read, t.store.sync.deviceId(), { ...limits, changes }).map(({ mid, changeId }) => [mid, changeId]);
  const own = offered();
  expect(own.map(([mid]) => mid)).toEqual([1]);
  const earlier = made.map(({ changeId }, at) => [2 + at, changeId]);
  const kept = (...mids: number[]) => mids.map((mid) => ({ mid, code: 'quarantined' as const, ver: null, facts: {} }));
  t.store.sync.take({ progress: progressOf({ epoch: 'e2', ack: 1, stable: 1 }), verdicts: kept(1) });
  expect(offered()).toEqual([]);
  t.store.sync.take({ progress: progressOf({ epoch: 'e2', ack: 1, stable: 1 }), offerAll: true });
  expect(offered()).toEqual(own);
  t.store.sync.take({ progress: progressOf({ epoch: 'e2', ack: 1, stable: 1 }), verdicts: kept(1) });
  expect([offered(2), offered()]).toEqual([earlier.slice(0, 2), earlier]);
  t.store.sync.take({ progress: progressOf({ epoch: 'e2', ack: 3, stable: 3 }), earlier: kept(2, 3) });
  expect([offered(), lastSurrendered(t.store.read, t.store.sync.deviceId())]).toEqual([earlier.slice(2), 3]);
  // An answer to other numbers is no answer to these.
  t.store.sync.take({ progress: progressOf({ epoch: 'e2', ack: 5, stable: 5 }), earlier: kept(5) });
  expect(offered()).toEqual(earlier.slice(2));
  t.store.sync.take({ progress: progressOf({ epoch: 'e2', ack: 2, stable: 2 }) });
  expect(offered()).toEqual(earlier.slice(1));
  t.store.sync.take({ progress: progressOf({ epoch: 'e3', ack: 0, stable: 0 }), offerAll: true });
  expect(offered()).toEqual(own);
  t.store.sync.take({ progress: progressOf({ epoch: 'e3', ack: 4, stable: 4 }), verdicts: kept(1), earlier: kept(2, 3, 4) });
  expect([offered(), t.sound().ok]).toEqual([[], true]);
});

test('[SY-56] seed 2845: an answer is about the change that was asked about, not about one written meanwhile under its number', () => {
  const t = begin();
  t.log();
  t.store.sync.renew({ deviceId: t.ids.next() as DeviceId });
  const deviceId = t.store.sync.deviceId();
  const kept = (...mids: number[]) => mids.map((mid) => ({ mid, code: 'quarantined' as const, ver: null, facts: {} }));
  const earlier = { mid: 2, changeId: 'of an earlier id' as never };
  const asked = [...t.batch(), earlier];
  t.log();
  const sorted = (about: typeof asked) => sortedAnswers(t.store.read, deviceId, { verdicts: kept(1, 2), asked: about });
  expect(sorted(asked)).toEqual({ own: kept(1), earlier: kept(2) });
  expect(sorted(t.batch())).toEqual({ own: kept(1, 2), earlier: [] });
});

test('a hub that has fallen back makes later changes wait again', () => {
  const t = begin();
  t.setPlate('mine');
  t.log();
  const verdicts = [1, 2].map((mid) => ({ mid, code: 'accepted' as const, ver: mid + 1, facts: {} }));
  t.store.sync.take({ progress: progressOf({ ack: 2, stable: 1 }), verdicts });
  expect(t.batch()).toEqual([]);
  t.store.sync.take({ progress: progressOf({ epoch: 'e2', ack: 1 }) });
  expect(t.batch().map(({ mid }) => mid)).toEqual([2]);
  expect([t.plate()?.plate, t.sound().ok]).toEqual(['mine', true]);
});

test('[SY-50] in a new epoch numbers that were not certain are told again, even where the hub has executed as many', () => {
  const t = begin();
  t.setPlate('mine');
  t.log();
  const verdicts = [1, 2].map((mid) => ({ mid, code: 'accepted' as const, ver: mid + 1, facts: {} }));
  t.store.sync.take({ progress: progressOf({ ack: 2, stable: 1 }), verdicts });
  t.store.sync.take({ progress: progressOf({ epoch: 'e2', ack: 2, stable: 2 }) });
  expect(t.batch().map(({ mid }) => mid)).toEqual([2]);
  t.store.sync.take({ progress: progressOf({ epoch: 'e2', ack: 2, stable: 2 }), verdicts: verdicts.slice(1) });
  t.store.sync.take({ progress: progressOf({ epoch: 'e3', ack: 2, stable: 2 }) });
  expect([t.batch(), t.sound().ok]).toEqual([[], true]);
});

test('[SY-50] an edit of what the hub has taken in and not yet listed names its number, which no lost history gives away', () => {
  const t = begin();
  t.setPlate('京A1');
  t.store.sync.take({ progress: progressOf({ ack: 1 }), verdicts: [{ mid: 1, code: 'accepted', ver: 2, facts: {} }] });
  t.setPlate('京A2');
  expect(t.batch()[0]?.ops).toMatchObject([{ fields: { plate: { base: { mid: 1 } } } }]);
  // The server fails over and has lost the first; its second version is somebody else's now.
  const other = t.list.other(theirs(t.caseId, '京B9', 1), { epoch: 'e2' });
  t.store.sync.take({ progress: progressOf({ epoch: 'e2' }), updates: [other] });
  expect(t.batch().map(({ ops }) => ops)).toMatchObject([
    [{ fields: { plate: { base: { ver: 1 } } } }],
    [{ fields: { plate: { base: { mid: 1 } } } }],
  ]);
});

test('[SY-50] what rests on an own change that a fallen-back hub has lost follows it out of the list', () => {
  const t = begin();
  t.setPlate('京A1');
  const mine = hubList(t.caseId);
  const first = mine.other([{ op: 'insert', entity: 'case', id: t.caseId, fields: { reportNumber: 'R-1', insuredName: '欧阳娜娜' } }]);
  const listed = mine.take(t.batch(), { deviceId: t.store.sync.deviceId() });
  t.store.sync.take({ progress: progressOf({ ack: 1 }), verdicts: [{ mid: 1, code: 'accepted', ver: 2, facts: {} }], updates: [listed] });
  t.setPlate('京A2');
  expect(t.batch()[0]?.ops).toMatchObject([{ fields: { plate: { base: { ver: 2 } } } }]);
  const both = mine.take(t.batch(), { deviceId: t.store.sync.deviceId() });
  t.store.sync.take({ progress: progressOf({ ack: 2 }), verdicts: [{ mid: 2, code: 'accepted', ver: 3, facts: {} }], updates: [both] });
  const now = t.list.other(theirs(t.caseId, '京B9', 1), { epoch: 'e2' });
  const update = { ...now, reset: true, entries: [...first.entries, ...now.entries] };
  t.store.sync.take({ progress: progressOf({ epoch: 'e2' }), updates: [update] });
  expect(t.batch().map(({ ops }) => ops)).toMatchObject([
    [{ fields: { plate: { base: { ver: 1 } } } }],
    [{ fields: { plate: { base: { mid: 1 } } } }],
  ]);
  expect(t.sound()).toMatchObject({ ok: true });
});

test('[SY-50] bases follow into another list also where the hub had judged what names them: it may have lost that', () => {
  const t = begin();
  const accepted = (mid: number, ver: number) => [{ mid, code: 'accepted' as const, ver, facts: {} }];
  const certain = { ack: 2, stable: 2 };
  t.store.sync.take({ progress: progressOf(), updates: [t.list.other(theirs(t.caseId, '京B1', 1))] });
  t.setPlate('mine');
  t.setPlate('mine too');
  t.store.sync.take({ progress: progressOf(certain), verdicts: [...accepted(1, 3), ...accepted(2, 4)] });
  t.setPlate('waits');
  const [waits] = t.batch();
  expect(waits?.ops).toMatchObject([{ fields: { plate: { base: { mid: 2 } } } }]);
  // Put back to the first version; a copy of this file has used its numbers, so that their verdicts seem to hold.
  const other = hubList(t.caseId);
  const first = other.other([{ op: 'insert', entity: 'case', id: t.caseId, fields: { reportNumber: 'R-1', insuredName: '欧阳娜娜' } }]);
  const never = other.take([{ ...waits!, mid: 9, changeId: t.ids.next() as never, ops: theirs(t.caseId, '京B9', 1) }]);
  const updates = [{ ...never, reset: true, entries: [...first.entries, ...never.entries] }];
  t.store.sync.take({ progress: progressOf({ epoch: 'e2', ...certain }), updates });
  const clashes = { base: { mid: 999_999_999 } };
  expect(t.batch()[0]?.ops).toMatchObject([{ fields: { plate: clashes } }]);
  t.setPlate('over what is lost', 1_000);
  t.store.sync.renew({ deviceId: t.ids.next() as DeviceId });
  const sent = t.batch();
  expect(sent.map(({ ops }) => ops)).toMatchObject([
    [{ fields: { plate: { value: 'mine', ...clashes } } }],
    [{ fields: { plate: { value: 'mine too', base: { mid: 1 } } } }],
    [{ fields: { plate: { value: 'waits', ...clashes } } }],
    [{ fields: { plate: { value: 'over what is lost', base: { mid: 3 } } } }],
  ]);
  // What stands in the other list under another number is named by its version there.
  const anew = hubList(t.caseId);
  const again = anew.other([{ op: 'insert', entity: 'case', id: t.caseId, fields: { reportNumber: 'R-1', insuredName: '欧阳娜娜' } }]);
  const byCopy = anew.take([{ ...sent[0]!, mid: 7 }]);
  const entries = [...again.entries, ...byCopy.entries];
  t.store.sync.take({ progress: progressOf({ epoch: 'e3' }), updates: [{ ...byCopy, reset: true, entries }] });
  expect(t.batch()[1]?.ops).toMatchObject([{ fields: { plate: { base: { ver: 2 } } } }]);
  expect(t.sound().ok).toBe(true);
});

test('a reset swaps the list in whole and keeps what waits', () => {
  const t = begin();
  t.store.sync.take({ progress: progressOf(), updates: [t.list.other(theirs(t.caseId, 'old', 1))] });
  t.log();
  const fresh = hubList(t.caseId);
  const first = fresh.other([{ op: 'insert', entity: 'case', id: t.caseId, fields: { reportNumber: 'R-1', plate: 'new' } }]);
  t.store.sync.take({ progress: progressOf({ epoch: 'e2' }), updates: [{ ...first, reset: true }] });
  expect(t.plate()?.plate).toBe('new');
  expect(t.store.read.get<{ n: number }>('SELECT count(*) AS n FROM contact_logs')?.n).toBe(1);
  expect(t.sound()).toMatchObject({ ok: true });
});

const holds = (image: Uint8Array, word: string): boolean => Buffer.from(image).includes(Buffer.from(word, 'utf8'));

test('a case that is handed over leaves nothing behind, and what the hub has not got stays until it has', () => {
  const t = begin();
  t.store.commitLocal((db) => void db.run('PRAGMA secure_delete = ON'));
  t.log();
  const evict = [{ caseId: t.caseId, reason: 'reassigned' as const, late: 0, waiting: 0 }];
  t.store.sync.take({ progress: progressOf(), evict });
  expect(t.store.read.get('SELECT 1 FROM cases')).toBeUndefined();
  expect(t.store.read.get('SELECT report_number FROM handed_over')).toEqual({ report_number: 'R-1' });
  expect([holds(t.store.image(), '欧阳娜娜'), t.batch().length]).toEqual([false, 1]);
  const progress = progressOf({ ack: 1 });
  t.store.sync.take({ progress, verdicts: [{ mid: 1, code: 'late', ver: 2, facts: {} }] });
  expect(holds(t.store.image(), '欧阳')).toBe(true);
  t.store.sync.take({ progress: { ...progress, stable: 1 } });
  for (const word of ['欧阳', '阳娜', '腿疼']) expect([word, holds(t.store.image(), word)]).toEqual([word, false]);
  expect(t.store.read.all('SELECT mid, code FROM verdicts')).toEqual([{ mid: 1, code: 'late' }]);
  expect(t.sound()).toMatchObject({ ok: true });
});

test('with a case go the values others wrote over its conflicts, and what was settled in it stays settled', () => {
  const t = begin();
  t.setPlate('mine');
  const changeId = t.store.read.get<{ id: string }>("SELECT change_id AS id FROM journal WHERE origin = 'here' AND mid = 1")?.id ?? '';
  const fields = [{ entity: 'case', id: t.caseId, field: 'plate', value: '京A-theirs', ver: 2, byPersonId: 'p', at: '' }];
  t.store.sync.take({ progress: progressOf({ ack: 1 }), verdicts: [{ mid: 1, code: 'conflict', ver: null, facts: { fields } }] });
  const said = { changeId, kind: 'edit-case', choice: 'theirs', mine: {}, theirs: {} };
  t.store.commit({ kind: 'settle-conflict', caseId: t.caseId, ops: [insertOf('resolution', t.ids.next(), said)] }, null);
  t.store.sync.take({ progress: progressOf({ ack: 1 }), evict: [{ caseId: t.caseId, reason: 'reassigned', late: 0, waiting: 0 }] });
  const [verdict] = t.store.read.all<{ facts: string }>('SELECT facts FROM verdicts WHERE mid = 1');
  expect(JSON.parse(verdict?.facts ?? '')).toEqual({ outcome: 'settled' });
});

test('under a new device id everything that waits keeps its order and its bases', () => {
  const t = begin();
  t.setPlate('one');
  const [one] = t.batch();
  t.store.sync.take({ progress: progressOf({ ack: 1, stable: 1 }), verdicts: [{ mid: 1, code: 'accepted', ver: 2, facts: {} }] });
  t.store.sync.take({ progress: progressOf({ ack: 1, stable: 1 }), updates: [t.list.take([one!], { deviceId: t.store.sync.deviceId() })] });
  t.store.commit({ kind: 'add-person', caseId: null, ops: [insertOf('person', t.ids.next(), { name: '某', role: 'handler' })] }, null);
  t.setPlate('two');
  t.setPlate('three');
  const old = t.store.sync.deviceId();
  t.store.sync.renew({ deviceId: t.ids.next() as DeviceId });
  expect(t.store.sync.deviceId()).not.toBe(old);
  expect(t.batch().map(({ mid, ops }) => [mid, (ops[0] as unknown as { fields: { plate: unknown } }).fields.plate])).toEqual([
    [1, { value: 'two', base: { ver: 2 } }],
    [2, { value: 'three', base: { mid: 1 } }],
  ]);
  t.setPlate('four');
  expect(t.batch().at(-1)).toMatchObject({ mid: 3, ops: [{ fields: { plate: { base: { mid: 2 } } } }] });
  expect(t.sound()).toMatchObject({ ok: true });
});

test('[SY-54] seed 347: of a case in doubt everything goes out again, whatever was said of it, so that it is not in doubt for ever', () => {
  const t = begin();
  const edits = (plate: string) => {
    const seen = t.plate()?.rev ?? 0;
    t.store.commit({ kind: 'edit-case', caseId: t.caseId, ops: [setOf('case', { id: t.caseId, seen }, { plate })] }, 'p' as never);
  };
  const judged = (mid: number, code: 'accepted' | 'refused') =>
    t.store.sync.take({ progress: { ...progressOf(), ack: mid, stable: mid }, verdicts: [{ mid, code, ver: null, facts: {} }] });
  edits('earlier');
  judged(1, 'refused');
  t.store.sync.renew({ deviceId: t.ids.next() as DeviceId });
  edits('present');
  judged(1, 'refused');
  t.store.sync.keep((db) => keepState(db, 'progress', { ...progressOf(), epoch: 'another', ack: 1, stable: 1, seenAt: '' }));
  expect(casesInDoubt(t.store.read, [t.caseId])).toEqual([t.caseId]);
  t.store.sync.keep((db) => keepState(db, 'lostCases', { caseIds: [t.caseId] }));
  t.store.sync.renew({ deviceId: t.ids.next() as DeviceId });
  expect(t.batch().map(({ mid }) => mid)).toEqual([1, 2]);
  for (const mid of [1, 2]) judged(mid, 'refused');
  expect(casesInDoubt(t.store.read, [t.caseId])).toEqual([]);
});

test('[SY-54] seed 1344: what was given back, proved uncertain and came back in a list has its verdict from that list', () => {
  const t = begin();
  const gone = { caseId: t.caseId, reason: 'reassigned' as const, late: 0, waiting: 0 };
  const own = () =>
    t.store.read.get<{ origin: string; ops: string }>('SELECT origin, ops FROM journal WHERE change_id = ?', sent!.changeId);
  t.log();
  const [sent] = t.batch();
  const deviceId = t.store.sync.deviceId();
  const verdicts = [{ mid: 1, code: 'accepted' as const, ver: 2, facts: {} }];
  t.store.sync.take({ progress: progressOf({ ack: 1, stable: 1 }), verdicts, evict: [gone] });
  expect(own()).toEqual({ origin: 'gone', ops: '[]' });
  // The hub falls back and speaks of less than it had said: the number is given back and can never be filled.
  t.store.sync.take({ progress: progressOf({ epoch: 'e2' }) });
  t.store.sync.renew({ deviceId: t.ids.next() as DeviceId });
  const restored = () => t.list.take([sent!], { deviceId, epoch: 'e2' });
  t.store.sync.take({ progress: progressOf({ epoch: 'e2' }), updates: [restored()] });
  expect(own()).toMatchObject({ origin: 'back', ops: JSON.stringify(sent!.ops) });
  expect(lostChanges(t.store.read)).toEqual([]);
  t.store.sync.take({ progress: progressOf({ epoch: 'e2' }), evict: [gone] });
  expect(own()).toEqual({ origin: 'gone', ops: '[]' });
});

test('[SY-47] under a new device id a case that has gone is done with when all that moved has its verdict', () => {
  const t = begin();
  const gone = { caseId: t.caseId, reason: 'reassigned' as const, late: 0, waiting: 0 };
  for (const plate of ['one', 'two']) t.setPlate(plate);
  t.store.sync.take({ progress: { ...progressOf(), ack: 1, stable: 1 }, verdicts: [{ mid: 1, code: 'accepted', ver: 2, facts: {} }] });
  t.store.sync.take({ progress: { ...progressOf(), ack: 1, stable: 1 }, evict: [gone] });
  expect([1, 2].map((judged) => unreleased(t.store.read, judged))).toEqual([[], [{ caseId: t.caseId, mid: 2 }]]);
  t.store.sync.renew({ deviceId: t.ids.next() as DeviceId });
  expect(t.batch().map(({ mid }) => mid)).toEqual([1]);
  expect([0, 1].map((judged) => unreleased(t.store.read, judged))).toEqual([[], [{ caseId: t.caseId, mid: 1 }]]);
});

test('[SY-12] a file used alone and put back from a backup joins a hub with its edits resting on each other, not on numbers used twice', () => {
  const ports = portsOf();
  const caseId = ports.ids.next() as CaseId;
  const edit = (store: ReturnType<typeof openMemoryStore>, plate: string) => {
    const seen = store.read.get<{ rev: number }>('SELECT rev FROM cases WHERE id = ?', caseId)?.rev ?? 0;
    store.commit({ kind: 'edit-case', caseId, ops: [setOf('case', { id: caseId, seen }, { plate })] }, null);
  };
  const before = openMemoryStore(ports);
  before.commit({ kind: 'register-case', caseId, ops: [insertOf('case', caseId, { reportNumber: 'R-1' })] }, null);
  edit(before, 'one');
  const store = openMemoryStore(ports, { image: before.image(), newDevice: true });
  for (const plate of ['two', 'three']) edit(store, plate);
  // As when somebody signs in at a hub for the first time.
  store.commitLocal((db) => {
    keepState(db, 'hub', { address: 'https://hub', hubId: 'h', personId: 'p', personName: '周岚', role: 'surveyor', connectedAt: '' });
  });
  store.sync.renew({ deviceId: ports.ids.next() as DeviceId });
  const sent = nextBatch(store.read, store.sync.deviceId(), limits).changes;
  expect(sent.map(({ mid, ops }) => [mid, (ops[0] as unknown as { fields: { plate?: unknown } }).fields.plate])).toEqual([
    [1, undefined],
    [2, { value: 'one', base: { mid: 1 } }],
    [3, { value: 'two', base: { mid: 2 } }],
    [4, { value: 'three', base: { mid: 3 } }],
  ]);
  expect(store.selfCheck()).toMatchObject({ ok: true });
});

test('[SY-31] what the hub took in but might lose goes on under the new id, too, with the bases of transitions', () => {
  const t = begin();
  const id = t.ids.next();
  const promise = { what: '回电', side: 'us', dueAt: '2026-03-09T00:00:00.000Z' };
  t.log();
  t.store.commit({ kind: 'promise', caseId: t.caseId, ops: [insertOf('promise', id, promise)] }, null);
  t.store.commit({ kind: 'settle', caseId: t.caseId, ops: [moveOf('promise', id, { from: 'open', to: 'kept' })] }, null);
  const [first] = t.batch();
  const verdicts = [1, 2].map((mid) => ({ mid, code: 'accepted' as const, ver: mid + 1, facts: {} }));
  const listed = t.list.take([first!], { deviceId: t.store.sync.deviceId() });
  t.store.sync.take({ progress: progressOf({ ack: 2, stable: 1 }), verdicts, updates: [listed] });
  t.store.sync.renew({ deviceId: t.ids.next() as DeviceId });
  const bases = t.batch().map(({ mid, ops }) => [mid, ops[0]?.op, (ops[0] as unknown as { base?: unknown }).base]);
  expect(bases).toEqual([
    [1, 'insert', undefined],
    [2, 'transition', { mid: 1 }],
  ]);
  expect(t.store.read.get('SELECT 1 FROM sync_state WHERE key IN (?, ?)', 'session', 'progress')).toBeUndefined();
  expect(t.sound()).toMatchObject({ ok: true });
});

test('[SY-54] what the hub took in and its list does not name is found, and sent again under a new id', () => {
  const t = begin();
  t.log();
  const [sent] = t.batch();
  t.store.sync.take({ progress: progressOf({ ack: 1, stable: 1 }), verdicts: [{ mid: 1, code: 'accepted', ver: 2, facts: {} }] });
  t.store.sync.take({
    progress: progressOf({ ack: 1, stable: 1 }),
    updates: [t.list.take([sent!], { deviceId: t.store.sync.deviceId() })],
  });
  expect(lostChanges(t.store.read)).toEqual([]);
  const restored = hubList(t.caseId);
  const first = restored.other([{ op: 'insert', entity: 'case', id: t.caseId, fields: { reportNumber: 'R-1' } }]);
  t.store.sync.take({ progress: progressOf({ epoch: 'e2', ack: 1, stable: 1 }), updates: [{ ...first, reset: true }] });
  expect(lostChanges(t.store.read)).toMatchObject([{ mid: 1 }]);
  t.store.sync.renew({ deviceId: t.ids.next() as DeviceId });
  expect(t.batch()).toMatchObject([{ mid: 1, changeId: sent!.changeId }]);
  expect([lostChanges(t.store.read), t.sound().ok]).toEqual([[], true]);
});

test('a decision is bound to what last wrote the row, not to what arrived last', () => {
  const t = begin();
  const id = t.ids.next();
  t.store.commit(
    { kind: 'promise', caseId: t.caseId, ops: [insertOf('promise', id, { what: '回电', side: 'us', dueAt: '2026-03-09T00:00:00.000Z' })] },
    null,
  );
  t.store.sync.take({ progress: progressOf(), updates: [t.list.other(theirs(t.caseId, 'x', 1))] });
  t.store.commit({ kind: 'settle', caseId: t.caseId, ops: [moveOf('promise', id, { from: 'open', to: 'kept' })] }, null);
  t.store.commit({ kind: 'close', caseId: t.caseId, ops: [moveOf('case', t.caseId, { from: 'open', to: 'closed' })] }, null);
  expect(
    t
      .batch()
      .slice(1)
      .map(({ ops }) => (ops[0] as unknown as { base: unknown }).base),
  ).toEqual([{ mid: 1 }, { ver: 2 }]);
});

test('[SY-50] a decision on an own row that the hub has taken in and not yet listed names its number, too', () => {
  const t = begin();
  const id = t.ids.next();
  const promise = insertOf('promise', id, { what: '回电', side: 'us', dueAt: '2026-03-09T00:00:00.000Z' });
  t.store.commit({ kind: 'promise', caseId: t.caseId, ops: [promise] }, null);
  t.store.sync.take({ progress: progressOf({ ack: 1 }), verdicts: [{ mid: 1, code: 'accepted', ver: 2, facts: {} }] });
  t.store.commit({ kind: 'settle', caseId: t.caseId, ops: [moveOf('promise', id, { from: 'open', to: 'kept' })] }, null);
  expect(t.batch()[0]?.ops).toMatchObject([{ base: { mid: 1 } }]);
});
