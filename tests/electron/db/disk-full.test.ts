import { expect, onTestFinished, test } from 'vitest';
import { tempFolder } from '../../support/core.ts';
import { addCase, contactFields, insertOf, openTestStore } from '../../support/store.ts';

test('a disk that fills up during a save refuses that save whole, keeps the draft, and goes on once there is room', () => {
  const t = openTestStore(tempFolder(onTestFinished), onTestFinished);
  const { caseId } = addCase(t);
  t.store.commitLocal((db) => db.run("INSERT INTO drafts VALUES ('contact', ?, '{}', '2026')", caseId));
  const pages = t.store.read.get<{ page_count: number }>('PRAGMA page_count')?.page_count ?? 0;
  t.store.limitPages(pages + 2);
  const save = () =>
    t.store.commit(
      {
        kind: 'record-contact',
        caseId,
        ops: [insertOf('contactLog', t.ids.next(), { ...contactFields, body: '长'.repeat(90_000) })],
        dropDraftKey: 'contact',
      },
      null,
    );
  expect(save()).toEqual({ ok: false, error: { code: 'storage', fault: 'fault.full' } });
  expect(t.store.read.get('SELECT count(*) AS n FROM journal')).toEqual({ n: 1 });
  expect(t.store.read.get('SELECT count(*) AS n FROM drafts')).toEqual({ n: 1 });
  t.store.limitPages(1_000_000);
  expect(save()).toEqual({ ok: true, value: { seq: 2, mid: 2 } });
  expect(t.store.selfCheck().ok).toBe(true);
});
