import { expect, onTestFinished, test } from 'vitest';
import { promiseSharesOf } from '../../../../electron/core/promises/promise-shares.ts';
import { settlePromise } from '../../../../electron/core/promises/settle-promise.ts';
import { openCase } from '../../../../electron/core/workflows/open-case.ts';
import { aCase, aContact, must, openFullCore, refusalOf } from '../../../support/file.ts';

type Notice = { noticeText?: string; noticeLogId?: string };

const opened = async (side: 'us' | 'them' = 'us') => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session);
  aContact(session, caseId, { promises: [{ what: '回电', side, dueAt: '2026-03-03T01:00:00.000Z' }] });
  const file = () => must(openCase(session, { caseId }));
  const promiseId = file().promises[0]!.id;
  const settle = (to: 'kept' | 'broken' | 'moved' | 'open', reason = '', dueAt: string | null = null, notice: Notice = {}) =>
    refusalOf(settlePromise(session, { caseId, promiseId, to, reason, dueAt, noticeText: null, noticeLogId: null, ...notice }));
  const running = () =>
    file()
      .clocks.filter(({ kind }) => kind === 'promise')
      .map(({ dueAt }) => dueAt);
  return { session, caseId, file, settle, running, promiseId };
};

test('a kept promise needs no reason and stops its clock', async () => {
  const { settle, running, file } = await opened();
  expect(running()).toEqual(['2026-03-03T01:00:00.000Z']);
  expect(settle('kept')).toBe('ok');
  expect([running(), file().promises[0]?.state]).toEqual([[], 'kept']);
  expect(settle('broken', '忘了')).toBe('wrong-state @ -');
  expect(settle('open', '记错')).toBe('ok');
  expect(file().promises[0]?.settledAt).toBeNull();
});

test('a moved promise ends with a reason and a new one points back at it', async () => {
  const { settle, running, file, promiseId } = await opened();
  expect(settle('moved', '', '2026-03-04T01:00:00.000Z')).toBe('reason-needed @ reason');
  expect(settle('moved', '医生不在')).toBe('required @ dueAt');
  expect(settle('moved', '医生不在', '明天')).toBe('invalid @ dueAt');
  expect(settle('moved', '医生不在', '2026-03-04T01:00:00.000Z', { noticeText: '微信告知，对方回复收到' })).toBe('ok');
  expect(running()).toEqual(['2026-03-04T01:00:00.000Z']);
  expect(file().promises.find(({ state }) => state === 'open')).toMatchObject({ movedFromId: promiseId, what: '回电', side: 'us' });
});

test('ours is not moved before the person was told: in a log that reached them, or in words how', async () => {
  const { session, caseId, settle, file } = await opened();
  const to = '2026-03-04T01:00:00.000Z';
  expect(settle('moved', '医生不在', to)).toBe('promise.nobody-told @ noticeText');
  expect(settle('moved', '医生不在', to, { noticeText: '  ' })).toBe('promise.nobody-told @ noticeText');
  const missed = aContact(session, caseId, { log: { outcome: 'unanswered' } });
  expect(settle('moved', '医生不在', to, { noticeLogId: missed })).toBe('promise.nobody-told @ noticeLogId');
  expect(settle('moved', '医生不在', to, { noticeLogId: aContact(session, aCase(session)) })).toBe('not-found @ noticeLogId');
  const told = aContact(session, caseId);
  expect(settle('moved', '医生不在', to, { noticeLogId: told })).toBe('ok');
  expect(file().promises.find(({ state }) => state === 'moved')).toMatchObject({ noticeLogId: told, noticeText: null });
});

test('theirs may be moved without a notice', async () => {
  const { settle } = await opened('them');
  expect(settle('moved', '对方要求', '2026-03-04T01:00:00.000Z')).toBe('ok');
});

test('the shares count what each giver kept, broke, moved and left open', async () => {
  const { session, caseId, settle } = await opened();
  aContact(session, caseId, {
    promises: [
      { what: '寄票据', side: 'them', byName: '赵兰', dueAt: '2026-03-03T01:00:00.000Z' },
      { what: '约鉴定', side: 'us', dueAt: '2026-04-03T01:00:00.000Z' },
    ],
  });
  settle('kept');
  expect(must(promiseSharesOf(session))).toEqual([
    { name: '周岚', side: 'us', kept: 1, broken: 0, moved: 0, open: 1, overdue: 0 },
    { name: '赵兰', side: 'them', kept: 0, broken: 0, moved: 0, open: 1, overdue: 0 },
  ]);
});
