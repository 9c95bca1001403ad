import { expect, test } from 'vitest';
import { keepState } from '../../../electron/db/sync-state.ts';
import { lastVerdict } from '../../../electron/db/verdict-rows.ts';
import { firstPush } from '../../../electron/sync/round.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { handAnswered, type Out } from '../../support/hand-answered.ts';

const total = firstPush + 5;

/** A device with more to send than fits the first push, whose hub answers by hand; the first push is out. */
const begin = () => {
  const { ids, store, runner, out, waiting, reply } = handAnswered('handler');
  const drafts = Array.from({ length: total }, (_, n) => {
    const caseId = ids.next() as CaseId;
    const fields = { reportNumber: `R-${n}` };
    return { kind: 'register-case', caseId, ops: [{ op: 'insert' as const, entity: 'case', id: caseId as string, fields }] };
  });
  expect(store.commitAll(drafts, null).ok).toBe(true);
  const accept = (question: Out | undefined, said: object = {}): void => {
    const mids = (question?.body.changes ?? []).map(({ mid }) => mid);
    const verdicts = mids.map((mid) => ({ mid, verdict: 'accepted', ver: 1 }));
    reply(question, { ack: mids.at(-1), stable: mids.at(-1), verdicts, stopped: null, ...said });
  };
  runner.start();
  reply(out.shift(), { behind: false, same: true, buckets: [], documents: [], resolutions: [], inbox: 0 });
  const seen = () => ({ judged: lastVerdict(store.read, store.deviceId), out: out.map(({ what, body }) => [what, body.changes?.length]) });
  return { store, runner, out, waiting, reply, accept, seen, soon: () => waiting.shift()?.() };
};

test('[SY-30] the next push leaves once this one has come through whole, before its verdicts are written', () => {
  const t = begin();
  expect(t.seen()).toEqual({ judged: 0, out: [['push', firstPush]] });
  t.soon();
  t.accept(t.out.shift());
  expect(t.seen()).toEqual({ judged: 0, out: [['push', 5]] });
  t.soon();
  expect(t.seen()).toEqual({ judged: firstPush, out: [['push', 5]] });
  t.accept(t.out.shift());
  expect(t.seen()).toEqual({ judged: total, out: [['compare', undefined]] });
});

test('[SY-30] what was sent ahead and never heard of is sent again', () => {
  const t = begin();
  t.soon();
  t.accept(t.out.shift());
  const ahead = t.out.shift();
  t.soon();
  t.runner.timer('deadline');
  expect(t.runner.state()).toMatchObject({ phase: 'waiting', problem: 'deadline' });
  t.accept(ahead);
  expect(t.seen()).toEqual({ judged: firstPush, out: [] });
  t.runner.timer('back-off');
  const common = { ack: total, stable: total };
  t.reply(t.out.shift(), { ...common, behind: false, same: true, buckets: [], documents: [], resolutions: [], inbox: 0 });
  t.reply(t.out.shift(), { ...common, want: [], evict: [] });
  expect(t.seen()).toEqual({ judged: firstPush, out: [['push', 5]] });
});

test.each([
  ['was not carried out whole', { ack: 7 }],
  ['speaks of another epoch', { epoch: 'e2' }],
  ['was stopped', { stopped: 'gap' }],
])('[SY-53] nothing is sent before the verdicts are written when the push %s', (_, said) => {
  const t = begin();
  t.soon();
  t.accept(t.out.shift(), said);
  // Written first, and then asked for as ever.
  expect(t.seen()).toEqual({ judged: firstPush, out: [['push', 5]] });
});

test('what is held back meanwhile is not sent ahead', () => {
  const t = begin();
  t.soon();
  t.store.sync.keep((db) => keepState(db, 'hold', { fromSeq: firstPush + 1 }));
  t.accept(t.out.shift());
  expect(t.seen()).toEqual({ judged: firstPush, out: [['compare', undefined]] });
});
