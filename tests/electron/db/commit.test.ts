import { expect, onTestFinished, test } from 'vitest';
import { caseEntity } from '../../../shared/cases/model.ts';
import { injuredParty } from '../../../shared/parties/model.ts';
import type { CaseId, PersonId } from '../../../shared/kernel/ids.ts';
import { changeSchema } from '../../../shared/sync/change.ts';
import { changeOf, journalAfter } from '../../../electron/db/journal.ts';
import type { WriteDb } from '../../../electron/db/handles.ts';
import { findRow, selectRows } from '../../../electron/db/rows.ts';
import { tempFolder } from '../../support/core.ts';
import { addCase, contactFields, insertOf, moveOf, openTestStore, setOf, type TestStore } from '../../support/store.ts';

const start = (): TestStore => openTestStore(tempFolder(onTestFinished), onTestFinished);
const journalLength = ({ store }: TestStore): number => store.read.get<{ n: number }>('SELECT count(*) AS n FROM journal')?.n ?? 0;

test('a change writes its row and its journal entry together, with dense numbers and a valid wire form', () => {
  const t = start();
  const { caseId } = addCase(t);
  const logId = t.ids.next();
  const done = t.store.commit({ kind: 'record-contact', caseId, ops: [insertOf('contactLog', logId, contactFields)] }, null);
  expect(done).toEqual({ ok: true, value: { seq: 2, mid: 2 } });
  const entries = journalAfter(t.store.read, 0);
  expect(entries.map(({ seq, mid, kind }) => [seq, mid, kind])).toEqual([
    [1, 1, 'open-case'],
    [2, 2, 'record-contact'],
  ]);
  for (const entry of entries) expect(changeSchema.safeParse(changeOf(entry)).error).toBeUndefined();
  expect(t.store.read.get('SELECT case_id, rev, body FROM contact_logs WHERE id = ?', logId)).toEqual({
    case_id: caseId,
    rev: 2,
    body: contactFields.body,
  });
});

test('rows come back as the model describes them: booleans, structured values, absent as null', () => {
  const t = start();
  const { caseId } = addCase(t);
  const id = t.ids.next();
  t.store.commit({ kind: 'add-party', caseId, ops: [insertOf('injuredParty', id, { name: '阿木', treatmentEnded: false })] }, null);
  expect(findRow(t.store.read, injuredParty, id)).toMatchObject({
    caseId,
    name: '阿木',
    treatmentEnded: false,
    bornOn: null,
    voidReason: null,
    rev: 2,
  });
  expect(selectRows(t.store.read, injuredParty, 'case_id = ? AND treatment_ended = 0', [caseId])).toHaveLength(1);
});

test('a set by somebody who saw the newest value is taken, and states what it replaced', () => {
  const t = start();
  const { caseId, rev } = addCase(t);
  const first = t.store.commit({ kind: 'edit-case', caseId, ops: [setOf('case', { id: caseId, seen: rev }, { plate: '京A1' })] }, null);
  expect(first).toMatchObject({ ok: true, value: { mid: 2 } });
  t.store.commit({ kind: 'edit-case', caseId, ops: [setOf('case', { id: caseId, seen: 2 }, { plate: '京A2' })] }, null);
  const [, second, third] = journalAfter(t.store.read, 0);
  expect(JSON.parse(second?.ops ?? '')).toMatchObject([{ fields: { plate: { value: '京A1', base: { mid: 1 } } } }]);
  expect(JSON.parse(third?.ops ?? '')).toMatchObject([{ fields: { plate: { value: '京A2', base: { mid: 2 } } } }]);
});

test('two windows editing the same field: the second is told the other value, its author and time, and writes nothing', () => {
  const t = start();
  const by = t.ids.next() as PersonId;
  const { caseId, rev } = addCase(t);
  t.store.commit({ kind: 'edit-case', caseId, ops: [setOf('case', { id: caseId, seen: rev }, { plate: '京A1' })] }, by);
  const late = t.store.commit({ kind: 'edit-case', caseId, ops: [setOf('case', { id: caseId, seen: rev }, { plate: '京A2' })] }, null);
  expect(late).toMatchObject({ ok: false, error: { code: 'conflict', field: 'plate', theirs: '京A1', byPersonId: by, rev: 2 } });
  expect(findRow(t.store.read, caseEntity, caseId)?.plate).toBe('京A1');
  expect(journalLength(t)).toBe(2);
});

test('two windows editing different fields of the same row do not clash', () => {
  const t = start();
  const { caseId, rev } = addCase(t);
  t.store.commit({ kind: 'edit-case', caseId, ops: [setOf('case', { id: caseId, seen: rev }, { plate: '京A1' })] }, null);
  const other = t.store.commit(
    { kind: 'edit-case', caseId, ops: [setOf('case', { id: caseId, seen: rev }, { hospital: '第三医院' })] },
    null,
  );
  expect(other.ok).toBe(true);
  expect(findRow(t.store.read, caseEntity, caseId)).toMatchObject({ plate: '京A1', hospital: '第三医院' });
});

test('two windows that write the same value agree and do not clash', () => {
  const t = start();
  const { caseId, rev } = addCase(t);
  const write = { kind: 'edit-case', caseId, ops: [setOf('case', { id: caseId, seen: rev }, { plate: '京A1' })] };
  expect([t.store.commit(write, null).ok, t.store.commit(write, null).ok]).toEqual([true, true]);
});

test('a transition holds only from the state the person saw, and only along an allowed move', () => {
  const t = start();
  const { caseId } = addCase(t);
  const id = t.ids.next();
  const at = '2026-03-09T00:00:00.000Z';
  t.store.commit({ kind: 'promise', caseId, ops: [insertOf('promise', id, { what: '回电', side: 'us', dueAt: at })] }, null);
  const keep = {
    kind: 'settle-promise',
    caseId,
    ops: [moveOf('promise', id, { from: 'open', to: 'kept', facts: { settledReason: '已回电' } })],
  };
  expect(t.store.commit(keep, null).ok).toBe(true);
  expect(t.store.commit(keep, null)).toMatchObject({ error: { code: 'state-moved', expected: 'open', actual: 'kept' } });
  const odd = { kind: 'settle-promise', caseId, ops: [moveOf('promise', id, { from: 'kept', to: 'moved' })] };
  expect(t.store.commit(odd, null)).toMatchObject({ error: { code: 'move-forbidden' } });
});

test('a change of one case cannot touch a row of another', () => {
  const t = start();
  const one = addCase(t, 'R-1');
  const two = addCase(t, 'R-2');
  const id = t.ids.next();
  t.store.commit({ kind: 'add-party', caseId: one.caseId, ops: [insertOf('injuredParty', id, { name: '阿木' })] }, null);
  const reach = t.store.commit(
    { kind: 'edit-party', caseId: two.caseId, ops: [setOf('injuredParty', { id, seen: 9 }, { name: '阿土' })] },
    null,
  );
  expect(reach).toMatchObject({ error: { code: 'other-case', id } });
  const hide = insertOf('voiding', t.ids.next(), { targetEntity: 'injuredParty', targetId: id, reason: '误录', restores: false });
  expect(t.store.commit({ kind: 'void', caseId: two.caseId, ops: [hide] }, null)).toMatchObject({ error: { code: 'other-case' } });
});

test.each([
  ['an unknown entity', insertOf('ghost', 'x', {}), 'entity-unknown'],
  ['an unknown field', insertOf('injuredParty', 'x', { name: 'A', wings: 2 }), 'field-unknown'],
  ['a missing required field', insertOf('injuredParty', 'x', {}), 'field-invalid'],
  ['a value of the wrong kind', insertOf('injuredParty', 'x', { name: 'A', bornOn: 'yesterday' }), 'field-invalid'],
  [
    'a state given at birth',
    insertOf('promise', 'x', { what: 'a', side: 'us', dueAt: '2026-03-09T00:00:00.000Z', state: 'kept' }),
    'field-not-settable',
  ],
  ['a row that is not there', setOf('injuredParty', { id: 'nobody', seen: 1 }, { name: 'A' }), 'row-missing'],
])('%s is refused by name and leaves no trace', (_what, operation, code) => {
  const t = start();
  const { caseId } = addCase(t);
  const before = journalLength(t);
  const good = insertOf('injuredParty', t.ids.next(), { name: '阿木' });
  expect(t.store.commit({ kind: 'try', caseId, ops: [good, operation] }, null)).toMatchObject({ ok: false, error: { code } });
  expect(journalLength(t)).toBe(before);
  expect(t.store.read.get('SELECT count(*) AS n FROM injured_parties')).toEqual({ n: 0 });
});

test('a field that is written once cannot be set afterwards', () => {
  const t = start();
  const { caseId } = addCase(t);
  const id = t.ids.next();
  t.store.commit({ kind: 'record-contact', caseId, ops: [insertOf('contactLog', id, contactFields)] }, null);
  const edit = t.store.commit({ kind: 'edit', caseId, ops: [setOf('contactLog', { id, seen: 2 }, { body: '改写' })] }, null);
  expect(edit).toMatchObject({ error: { code: 'field-not-settable', field: 'body' } });
});

test('a row needs its case', () => {
  const t = start();
  const caseId = t.ids.next() as CaseId;
  const orphan = t.store.commit({ kind: 'record-contact', caseId, ops: [insertOf('contactLog', t.ids.next(), contactFields)] }, null);
  expect(orphan).toMatchObject({ error: { code: 'row-missing', entity: 'case' } });
});

test('a voided row stays readable, and the newest voiding decides', () => {
  const t = start();
  const { caseId } = addCase(t);
  const id = t.ids.next();
  t.store.commit({ kind: 'add-party', caseId, ops: [insertOf('injuredParty', id, { name: '阿木' })] }, null);
  const say = (restores: boolean) =>
    t.store.commit(
      {
        kind: 'void',
        caseId,
        ops: [insertOf('voiding', t.ids.next(), { targetEntity: 'injuredParty', targetId: id, reason: '误录', restores })],
      },
      null,
    );
  say(false);
  expect(findRow(t.store.read, injuredParty, id)).toMatchObject({ name: '阿木', voidReason: '误录', rev: 3 });
  say(true);
  expect(findRow(t.store.read, injuredParty, id)?.voidReason).toBeNull();
});

test('several changes in one transaction are taken together or not at all, and announced once', () => {
  const t = start();
  const { caseId } = addCase(t);
  t.heard.length = 0;
  const log = () => ({ kind: 'record-contact', caseId, ops: [insertOf('contactLog', t.ids.next(), contactFields)] });
  const bad = { kind: 'bad', caseId, ops: [insertOf('contactLog', t.ids.next(), {})] };
  expect(t.store.commitAll([log(), bad], null).ok).toBe(false);
  expect(t.heard).toEqual([]);
  expect(t.store.commitAll([log(), log()], null)).toEqual({
    ok: true,
    value: [
      { seq: 2, mid: 2 },
      { seq: 3, mid: 3 },
    ],
  });
  expect(t.heard).toEqual([{ slugs: ['cases', 'clocks', 'contacts', 'search'], caseId }]);
});

test('people stay on this machine: their changes carry no number for the hub', () => {
  const t = start();
  const add = t.store.commit(
    { kind: 'add-person', caseId: null, ops: [insertOf('person', t.ids.next(), { name: '周岚', role: 'surveyor' })] },
    null,
  );
  expect(add).toEqual({ ok: true, value: { seq: 1, mid: null } });
  expect(addCase(t).rev).toBe(2);
  expect(t.store.read.get('SELECT mid FROM journal WHERE seq = 2')).toEqual({ mid: 1 });
  expect(t.heard[0]).toEqual({ slugs: ['people'], caseId: null });
});

test('a change that ends a draft drops it in the same transaction, and keeps it when refused', () => {
  const t = start();
  const { caseId } = addCase(t);
  t.store.commitLocal((db) => db.run("INSERT INTO drafts VALUES ('contact', ?, '{}', '2026-03-02T01:00:00.000Z')", caseId));
  const drafts = () => t.store.read.get<{ n: number }>('SELECT count(*) AS n FROM drafts')?.n;
  t.store.commit({ kind: 'bad', caseId, ops: [insertOf('contactLog', t.ids.next(), {})], dropDraftKey: 'contact' }, null);
  expect(drafts()).toBe(1);
  t.store.commit(
    { kind: 'record-contact', caseId, ops: [insertOf('contactLog', t.ids.next(), contactFields)], dropDraftKey: 'contact' },
    null,
  );
  expect(drafts()).toBe(0);
});

test('the read handle cannot write, whatever it is given', () => {
  const t = start();
  expect(() => t.store.read.all("INSERT INTO settings VALUES ('a', '1') RETURNING key")).toThrow(/readonly/);
});

test('a transaction cannot wait: a promise is refused by the type, and by the program when it comes through a cast', () => {
  const t = start();
  const later = async (db: WriteDb): Promise<number> => db.run("INSERT INTO settings VALUES ('a', '1')");
  // @ts-expect-error a promise would go on writing after the transaction has ended
  expect(() => t.store.commitLocal(later)).toThrow(/cannot wait/);
  expect(t.store.read.all('SELECT key FROM settings')).toEqual([]);
});
