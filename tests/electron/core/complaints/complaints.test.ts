import { expect, it, onTestFinished } from 'vitest';
import { closeCase } from '../../../../electron/core/cases/close-case.ts';
import { allHandlers } from '../../../../electron/core/features.ts';
import type { Call } from '../../../../electron/core/handlers.ts';
import { findCases } from '../../../../electron/core/search/find-cases.ts';
import { listChanges } from '../../../../electron/core/undo/list-changes.ts';
import { undoChange } from '../../../../electron/core/undo/undo-change.ts';
import { openCase } from '../../../../electron/core/workflows/open-case.ts';
import { today } from '../../../../electron/core/workflows/today.ts';
import type { CaseId } from '../../../../shared/kernel/ids.ts';
import { addMinutes } from '../../../../shared/kernel/dates.ts';
import { aCase, aParty, must, openFullCore, refusalOf, workAs } from '../../../support/file.ts';

const setUp = async () => {
  const test = await openFullCore(onTestFinished);
  const { session } = test;
  workAs(session, 'handler');
  const caseId = aCase(session) as CaseId;
  const partyId = aParty(session, caseId);
  const call = { session } as unknown as Call;
  const at = session.clock.now().at;
  const said = { topic: 'silence', body: '一周没人联系我', saidBy: 'family', saidByName: '赵强', channel: 'phone', madeAt: at, partyId };
  const receive = (values: object = {}) =>
    allHandlers.complaints.receive(call, { caseId, values: { ...said, ...values }, draftKey: null } as never);
  const move = (complaintId: string, to: string, more: object = {}) =>
    allHandlers.complaints.move(call, {
      caseId,
      complaintId,
      to,
      at: session.clock.now().at,
      words: '说明了进度并致歉',
      channel: 'phone',
      draftKey: null,
      ...more,
    } as never);
  const file = () => must(openCase(session, { caseId }));
  const one = () => file().complaints[0];
  const clocks = () =>
    file()
      .clocks.filter(({ kind }) => kind.startsWith('complaint-'))
      .map(({ kind }) => kind)
      .toSorted();
  const newest = () => must(listChanges(session, { caseId })).find(({ undone }) => !undone)?.changeId ?? '';
  const undo = () => undoChange(session, { caseId, changeId: newest(), reason: '撤销' });
  return { ...test, caseId, partyId, call, receive, move, file, one, clocks, undo };
};

it('is received, contacted, planned and settled, each with its time and words, and its clocks end one by one', async () => {
  const { receive, move, one, clocks, file, clock } = await setUp();
  const { id } = must(await receive({ urgent: true }));
  expect(one()).toMatchObject({ state: 'received', urgent: true, ownerName: null, body: '一周没人联系我' });
  expect(file().logs).toMatchObject([{ counterpart: 'family', counterpartName: '赵强', body: '一周没人联系我', outcome: 'reached' }]);
  expect(clocks()).toEqual(['complaint-contact', 'complaint-done', 'complaint-owner', 'complaint-plan']);
  clock.advance(30);
  must(await move(id, 'contacted'));
  expect(file().logs).toHaveLength(2);
  must(await move(id, 'planned', { words: '三天内逐项说明' }));
  expect(one()).toMatchObject({ state: 'planned', contactedWords: '说明了进度并致歉', plan: '三天内逐项说明' });
  expect(clocks()).toEqual(['complaint-done', 'complaint-owner']);
  must(await move(id, 'done', { words: '认可' }));
  expect(one()).toMatchObject({ state: 'done', outcome: '认可' });
  expect(clocks()).toEqual([]);
});

it('runs an ordinary one for 24 hours, 3 and 7 days, an urgent one for 2 hours and a day, and both stand on Today', async () => {
  const { receive, file, session, caseId } = await setUp();
  const { id } = must(await receive());
  must(await receive({ urgent: true, topic: 'manner' }));
  const dueOf = (kind: string) =>
    file()
      .clocks.filter((one) => one.kind === kind)
      .map(({ refId, startedAt, dueAt }) => [refId === id, (Date.parse(dueAt) - Date.parse(startedAt)) / 3_600_000])
      .toSorted((a, b) => Number(a[1]) - Number(b[1]));
  expect(dueOf('complaint-owner')).toEqual([[false, 2]]);
  expect(dueOf('complaint-plan')).toEqual([
    [false, 24],
    [true, 72],
  ]);
  expect(dueOf('complaint-done')).toEqual([
    [true, 168],
    [false, 168],
  ]);
  const kinds = must(today(session)).clocks.filter((one) => one.caseId === caseId && one.kind.startsWith('complaint-'));
  expect(kinds.map(({ kind }) => kind)).toContain('complaint-owner');
});

it('names its owner, and keeps a later one against a stale screen', async () => {
  const { receive, one, clocks, call, caseId } = await setUp();
  const { id } = must(await receive({ urgent: true }));
  const assign = (ownerName: string, seen: number) =>
    allHandlers.complaints.assign(call, { caseId, complaintId: id, seen, ownerName, urgent: true } as never);
  const seen = one()?.rev ?? 0;
  expect(refusalOf(await assign(' ', seen))).toBe('required @ ownerName');
  must(await assign('林晓舟', seen));
  expect(one()).toMatchObject({ ownerName: '林晓舟' });
  expect(clocks()).not.toContain('complaint-owner');
  expect((await assign('周岚', seen)).ok).toBe(false);
});

it('refuses what is missing, out of order, of another case or of the future', async () => {
  const { receive, move, session, clock, caseId } = await setUp();
  const code = async (values: object) => refusalOf(await receive(values));
  expect(await code({ body: ' ' })).toBe('required @ values.body');
  expect(await code({ topic: undefined })).toBe('required @ values.topic');
  expect(await code({ madeAt: addMinutes(session.clock.now().at, 60) })).toBe('in-the-future @ values.madeAt');
  expect(await code({ partyId: aParty(session, aCase(session)) })).toBe('not-found @ values.partyId');
  const { id } = must(await receive());
  const step = async (to: string, more: object = {}) => refusalOf(await move(id, to, more));
  expect(await step('planned')).toBe('wrong-state @ complaintId');
  expect(await step('contacted', { channel: null })).toBe('required @ channel');
  expect(await step('contacted', { words: '' })).toBe('reason-needed @ words');
  expect(await step('contacted', { at: addMinutes(session.clock.now().at, -60) })).toBe('ends-before-start @ at');
  expect(await step('contacted', { at: 'heute' })).toBe('invalid @ at');
  expect(refusalOf(await move('nobody', 'contacted'))).toBe('not-found @ complaintId');
  clock.advance(1);
  must(closeCase(session, { caseId, reason: '测试' }));
  expect(await step('contacted')).toContain('closed');
  workAs(session, 'admin');
  expect((await receive()).ok).toBe(false);
});

it('goes back step by step by undo, and is found by its words', async () => {
  const { receive, move, one, undo, file, session } = await setUp();
  const { id } = must(await receive());
  must(await move(id, 'contacted'));
  expect(must(findCases(session, { text: '一周没人', limit: 5 }))).toHaveLength(1);
  expect(must(findCases(session, { text: '并致歉', limit: 5 }))).toHaveLength(1);
  must(undo());
  expect(one()).toMatchObject({ state: 'received', contactedAt: null, contactedWords: null });
  expect(file().logs.filter(({ voidReason }) => voidReason === null)).toHaveLength(1);
  must(await move(id, 'contacted', { words: '第二次说明' }));
  must(undo());
  must(undo());
  expect(one()?.voidReason).toBe('撤销');
  expect(must(findCases(session, { text: '一周没人', limit: 5 }))).toEqual([]);
});
