import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { handAnswered } from '../../support/hand-answered.ts';
import { hubList } from '../../support/hub-list.ts';

/** A device whose hub answers by hand, and three cases to pull, one a page. */
const begin = () => {
  const { ids, store, runner, out, waiting, reply: answer } = handAnswered('surveyor');
  const cases = [1, 2, 3].map(() => ids.next() as CaseId);
  const pages = cases.map((caseId) => {
    const { entries, head } = hubList(caseId).other([{ op: 'insert', entity: 'case', id: caseId, fields: { reportNumber: 'R' } }]);
    const wire = entries.map(({ ver, hash, change: { deviceId, byPersonId, ...change }, derived }) => ({
      ver,
      deviceId,
      byPersonId,
      change,
      hash,
      ...derived,
    }));
    return { caseId, mode: 'append', entries: wire, head: [head.ver, head.hash], complete: true };
  });
  const page = (at: number) => ({ cases: [pages[at]], evict: [], left: 2 - at });
  runner.start();
  answer(out.shift(), { behind: false, same: false, buckets: [0], documents: [], resolutions: [], inbox: 0 });
  const want = pages.map(({ caseId, head }) => [caseId, ...head, '2026-03-02T02:00:00.000Z']);
  answer(out.shift(), { want, evict: [] });
  const held = () => store.read.all('SELECT id FROM cases').length;
  const asked = () => out.map(({ what, body }) => [what, body.cases?.length ?? null]);
  return { store, runner, out, waiting, answer, page, held, asked };
};

test('[SY-43] the next page is asked for before this one is written, and written only after it', () => {
  const t = begin();
  expect(t.asked()).toEqual([['entries', 3]]);
  t.answer(t.out.shift(), t.page(0));
  expect([t.held(), t.asked()]).toEqual([0, [['entries', 2]]]);
  t.answer(t.out.shift(), t.page(1));
  expect(t.held()).toBe(0);
  t.waiting.shift()?.();
  expect([t.held(), t.asked()]).toEqual([1, [['entries', 1]]]);
  t.waiting.shift()?.();
  t.answer(t.out.shift(), t.page(2));
  // The pull is over, and there is nothing to push.
  expect([t.held(), t.runner.state().phase]).toEqual([3, 'idle']);
});

test('[SY-45] a page that does not hold takes what was asked ahead with it', () => {
  const t = begin();
  const broken = t.page(0);
  Object.assign(broken.cases[0] as object, { head: [1, 'f'.repeat(64)] });
  t.answer(t.out.shift(), broken);
  const ahead = t.out.shift();
  t.waiting.shift()?.();
  expect([t.held(), t.runner.state().phase, t.runner.state().problem]).toEqual([0, 'waiting', 'cut']);
  t.answer(ahead, t.page(1));
  expect([t.held(), t.waiting.length]).toEqual([0, 0]);
});

test('[SY-45] only a page that adds and is followed by another leaves its way to the disk to the last one', () => {
  const t = begin();
  const goesOn: unknown[] = [];
  const { take } = t.store.sync;
  t.store.sync.take = (reply) => {
    goesOn.push(reply.goesOn);
    take(reply);
  };
  const gone = { caseId: t.store.deviceId, reason: 'reassigned', late: 0, waiting: 0 };
  for (const page of [t.page(0), { ...t.page(1), evict: [gone] }, t.page(2)]) {
    t.answer(t.out.shift(), page);
    t.waiting.shift()?.();
  }
  expect([t.held(), goesOn]).toEqual([3, [true, false, false]]);
});

test('the plan is asked for before the documents are written', () => {
  const { ids, store, runner, out, waiting, reply } = handAnswered('surveyor');
  runner.start();
  reply(out.shift(), { behind: false, same: false, buckets: [0], documents: [{ kind: 'regions', version: 1 }], resolutions: [], inbox: 0 });
  const written = () => store.read.all('SELECT kind FROM published').length;
  const body = [{ id: ids.next(), name: '大区' }];
  const hash = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  const question = out.shift();
  const documents = [{ kind: 'regions', version: 1, publishedAt: '2026-03-02T02:00:00.000Z', hash, body }];
  question?.done({ ok: true, reply: { requestId: question.body.requestId, documents } });
  expect([written(), out.map(({ what }) => what)]).toEqual([0, ['plan']]);
  waiting.shift()?.();
  expect([written(), out.map(({ what }) => what)]).toEqual([1, ['plan']]);
});

test('a run that was closed between two pages writes nothing more', () => {
  const t = begin();
  t.answer(t.out.shift(), t.page(0));
  t.runner.close();
  t.waiting.shift()?.();
  expect(t.held()).toBe(0);
});
