import { expect, test } from 'vitest';
import { indexDue } from '../../../../electron/core/search/index-due.ts';
import { createIndexing } from '../../../../electron/core/search/indexing.ts';
import { dueTogether, hasDue } from '../../../../electron/core/search/search-rows.ts';
import { projectors } from '../../../../electron/core/workflows/projectors.ts';
import { unindexedRows } from '../../../../electron/db/unindexed-rows.ts';
import { openMemoryStore } from '../../../../electron/db/open.ts';
import type { CaseId } from '../../../../shared/kernel/ids.ts';
import { matchQuery } from '../../../../shared/search/rules.ts';
import { fakeClock } from '../../../support/clock.ts';
import { hubList, otherDevice, progressOf } from '../../../support/hub-list.ts';
import { fakeIds } from '../../../support/ids.ts';
import { contactFields } from '../../../support/store.ts';

/** Two portions and a half. */
const logs = dueTogether * 2.5;

/** A device that has just pulled a thick case in one page. */
const pulled = () => {
  const ids = fakeIds();
  const machine = { fingerprint: 'm' };
  const told: (readonly string[])[] = [];
  const announce = ({ slugs }: { slugs: readonly string[] }): void => void told.push(slugs);
  const store = openMemoryStore({ clock: fakeClock(), ids, projectors, announce, clockSkewMs: () => 0, machine });
  const caseId = ids.next() as CaseId;
  const list = hubList(caseId);
  const ops = [
    { op: 'insert' as const, entity: 'case', id: caseId as string, fields: { reportNumber: 'R-1', insuredName: '欧阳娜娜' } },
    ...Array.from({ length: logs }, (_, n) => ({
      op: 'insert' as const,
      entity: 'contactLog',
      id: ids.next(),
      fields: { ...contactFields, body: n === 0 ? '，。' : `左踝骨折第${n}次` },
    })),
  ];
  store.sync.take({ progress: progressOf(), updates: [list.other(ops)] });
  const hits = (table: 'search_names' | 'search_texts', words: string): number =>
    store.read.get<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE terms MATCH ?`, matchQuery(words) ?? '')?.n ?? 0;
  const index = (limit = 1_000) => store.commitLocal((db) => indexDue(db, limit));
  return { told, store, caseId, list, hits, index, logId: ops[1 + 1]?.id ?? '' };
};

test('after a large pull names are found at once and texts when they have been indexed, portion by portion', () => {
  const { store, hits, index } = pulled();
  expect([hits('search_names', '娜娜'), hits('search_texts', '踝骨'), hasDue(store.read)]).toEqual([1, 0, true]);
  expect(index(20)).toMatchObject({ value: true });
  expect(hits('search_texts', '踝骨')).toBe(dueTogether - 1);
  expect(index(dueTogether)).toMatchObject({ value: true });
  expect(index()).toMatchObject({ value: false });
  expect([hits('search_texts', '踝骨'), hasDue(store.read)]).toEqual([logs - 1, false]);
  expect(store.selfCheck()).toMatchObject({ ok: true });
});

test('how many texts still wait can be told at any moment, and the last portion tells the windows', () => {
  const { store, index, told } = pulled();
  const all = unindexedRows(store.read);
  expect(all).toBeGreaterThanOrEqual(logs - 1);
  index(20);
  expect(unindexedRows(store.read)).toBe(all - dueTogether);
  told.length = 0;
  const planned: (() => void)[] = [];
  const later = (_ms: number, work: () => void) => {
    planned.push(work);
    return () => undefined;
  };
  createIndexing({ store, later, busy: () => false }).wake();
  while (planned.length > 0) planned.shift()?.();
  expect(unindexedRows(store.read)).toBe(0);
  expect(told.flat()).toEqual(expect.arrayContaining(['search', 'sync']));
});

test('the tables equal a rebuild while texts still wait', () => {
  const { store, hits } = pulled();
  expect(store.selfCheck()).toMatchObject({ ok: true });
  store.repair();
  expect([hits('search_texts', '踝骨'), hasDue(store.read)]).toEqual([logs - 1, false]);
});

test('a row that is hidden or handed over while its text waits is never indexed', () => {
  const { store, caseId, list, hits, index, logId } = pulled();
  const fields = { targetEntity: 'contactLog', targetId: logId, reason: '误录', restores: false };
  const hide = { op: 'insert' as const, entity: 'voiding', id: '01950000-0000-7000-8aaa-000000000001', fields };
  store.sync.take({ progress: progressOf(), updates: [list.other([hide], { deviceId: otherDevice })] });
  index(20);
  expect(hits('search_texts', '踝骨')).toBe(dueTogether - 2);
  store.sync.take({ progress: progressOf(), evict: [{ caseId, reason: 'reassigned', late: 0, waiting: 0 }] });
  index();
  expect([hits('search_texts', '踝骨'), hits('search_names', '娜娜'), hasDue(store.read)]).toEqual([0, 0, false]);
});

test('indexing waits for the sync to come to rest, goes on until nothing is left, and stops with the file', () => {
  const { store, hits } = pulled();
  const planned: (() => void)[] = [];
  const state = { busy: true };
  const later = (_ms: number, work: () => void) => {
    planned.push(work);
    return () => void planned.splice(planned.indexOf(work), 1);
  };
  const indexing = createIndexing({ store, later, busy: () => state.busy });
  indexing.wake();
  indexing.wake();
  planned.shift()?.();
  expect([planned.length, hits('search_texts', '踝骨')]).toEqual([1, 0]);
  state.busy = false;
  while (planned.length > 0) planned.shift()?.();
  expect(hits('search_texts', '踝骨')).toBe(logs - 1);
  indexing.wake();
  indexing.close();
  expect(planned).toEqual([]);
});
