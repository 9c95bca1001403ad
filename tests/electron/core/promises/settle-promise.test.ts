import { expect, onTestFinished, test } from 'vitest';
import { settlePromise } from '../../../../electron/core/promises/settle-promise.ts';
import { openCase } from '../../../../electron/core/workflows/open-case.ts';
import { aCase, aContact, must, openFullCore, refusalOf } from '../../../support/file.ts';

const opened = async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session);
  aContact(session, caseId, { promises: [{ what: '回电', side: 'us', dueAt: '2026-03-03T01:00:00.000Z' }] });
  const file = () => must(openCase(session, { caseId }));
  const promiseId = file().promises[0]!.id;
  const settle = (to: 'kept' | 'broken' | 'moved' | 'open', reason = '', dueAt: string | null = null) =>
    refusalOf(settlePromise(session, { caseId, promiseId, to, reason, dueAt }));
  const running = () =>
    file()
      .clocks.filter(({ kind }) => kind === 'promise')
      .map(({ dueAt }) => dueAt);
  return { file, settle, running, promiseId };
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
  expect(settle('moved', '医生不在', '2026-03-04T01:00:00.000Z')).toBe('ok');
  expect(running()).toEqual(['2026-03-04T01:00:00.000Z']);
  expect(file().promises.find(({ state }) => state === 'open')).toMatchObject({ movedFromId: promiseId, what: '回电', side: 'us' });
});
