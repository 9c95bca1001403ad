import { expect, onTestFinished, test } from 'vitest';
import { listPapers } from '../../../../electron/core/papers/list-papers.ts';
import { movePapers } from '../../../../electron/core/papers/move-papers.ts';
import { notifyMissing } from '../../../../electron/core/papers/notify-missing.ts';
import { paperBoard } from '../../../../electron/core/papers/paper-board.ts';
import { setNeed } from '../../../../electron/core/papers/set-need.ts';
import { openCase } from '../../../../electron/core/workflows/open-case.ts';
import type { PaperMove, PaperNotice, PaperTarget } from '../../../../shared/papers/contract.ts';
import { noticeOf, originalsOf } from '../../../../shared/papers/notice.ts';
import { paperEffort, papersCompleteAt } from '../../../../shared/papers/rules.ts';
import { aCase, aParty, must, openFullCore, refusalOf, workAs } from '../../../support/file.ts';

const opened = async () => {
  const { session, core, clock } = await openFullCore(onTestFinished);
  const caseId = aCase(session, { insuredName: '孙平' });
  const partyId = aParty(session, caseId);
  const file = () => must(openCase(session, { caseId }));
  const line = (wordingId: string, of: string | null = partyId): PaperTarget => ({ partyId: of, wordingId, name: null, need: 'needed' });
  const notice = (papers: PaperTarget[], changes: Partial<PaperNotice> = {}) =>
    notifyMissing(session, {
      caseId,
      partyId,
      papers,
      toWhom: 'injured',
      toName: '赵兰',
      channel: 'phone',
      askedAt: session.clock.now().at,
      expectedOn: '2026-03-10',
      understood: 'yes',
      words: '请一次带齐这些资料。',
      reason: '',
      ...changes,
    });
  const move = (papers: PaperTarget[], to: PaperMove['to'], changes: Partial<PaperMove> = {}) =>
    movePapers(session, { caseId, papers, to, at: session.clock.now().at, reason: '', withName: null, original: null, ...changes });
  const row = (wordingId: string) => file().papers.find((one) => one.wordingId === wordingId)!;
  const states = () => file().papers.map((one) => `${one.wordingId ?? one.name} ${one.state}`);
  return { session, core, clock, caseId, partyId, file, line, notice, move, row, states };
};

test('a notice is one change: rows, states, request, contact log and disclosure', async () => {
  const t = await opened();
  const before = t.session.read.get<{ n: number }>('SELECT count(*) AS n FROM journal')!.n;
  const sent = must(t.notice([t.line('medicalReceipts'), t.line('films'), t.line('claimForm', null)]));
  expect(t.session.read.get<{ n: number }>('SELECT count(*) AS n FROM journal')!.n).toBe(before + 1);
  expect(t.states().toSorted()).toEqual(['claimForm asked', 'films asked', 'medicalReceipts asked']);
  const { logs, disclosures, paperRequests } = t.file();
  expect(logs).toMatchObject([{ id: sent.logId, step: 4, counterpart: 'injured', outcome: 'reached', body: '请一次带齐这些资料。' }]);
  expect(disclosures).toMatchObject([{ topic: 'papersAndDeadlines', logId: sent.logId, understood: 'yes', proof: 'none' }]);
  expect(paperRequests).toMatchObject([
    { round: 1, lateCount: 0, reason: null, disclosureId: disclosures[0]?.id, expectedOn: '2026-03-10' },
  ]);
  expect(t.row('films')).toMatchObject({ askedTimes: 1, firstAskedAt: paperRequests[0]?.askedAt, movedById: t.session.person().id });
});

test('asking for something new later is refused without a reason and counted with one', async () => {
  const t = await opened();
  must(t.notice([t.line('films')]));
  expect(refusalOf(t.notice([t.line('films'), t.line('sickNote'), t.line('payRecord')]))).toBe('papers.late-without-reason @ reason');
  expect(refusalOf(t.notice([t.line('sickNote')], { reason: ' \u200B ' }))).toBe('papers.late-without-reason @ reason');
  expect(t.states()).toEqual(['films asked']);
  expect(must(t.notice([t.line('sickNote')], { reason: '复查后才开始休息' }))).toMatchObject({ round: 2, lateCount: 1 });
  const { papers, paperRequests } = t.file();
  expect(paperEffort(papers, paperRequests)).toEqual({ notices: 2, asked: 2, askedAgain: 0, late: 1 });
  expect(noticeOf(t.file())).toMatchObject({
    round: 2,
    reason: '复查后才开始休息',
    byName: '周岚',
    lines: [{ wordingId: 'sickNote', partyName: '赵兰', late: true }],
  });
});

test('asking again for what was named before is not new, and a first notice to another person is a first notice', async () => {
  const t = await opened();
  must(t.notice([t.line('films')]));
  expect(must(t.notice([t.line('films')]))).toMatchObject({ round: 2, lateCount: 0 });
  expect(t.row('films').askedTimes).toBe(2);
  const other = aParty(t.session, t.caseId, { name: '钱红' });
  expect(must(t.notice([t.line('films', other)], { partyId: other }))).toMatchObject({ round: 1, lateCount: 0 });
  expect(must(t.notice([t.line('claimForm', null)], { partyId: null, toWhom: 'insured' }))).toMatchObject({ round: 1, lateCount: 0 });
});

test('a notice names only what is not in, and something', async () => {
  const t = await opened();
  must(t.move([t.line('films')], 'received'));
  expect(refusalOf(t.notice([t.line('films')]))).toBe('papers.already-in @ papers');
  expect(refusalOf(t.notice([]))).toBe('papers.nothing-chosen @ papers');
  expect(refusalOf(t.notice([{ id: t.session.ids.next() }]))).toBe('not-found @ papers.0');
  expect(refusalOf(t.notice([{ partyId: t.partyId, wordingId: null, name: '  ', need: 'needed' }]))).toBe('papers.no-name @ papers.0.name');
  expect(refusalOf(t.notice([t.line('films', t.session.ids.next())]))).toBe('not-found @ papers.0.partyId');
  expect(refusalOf(t.notice([t.line('sickNote')], { askedAt: '2030-01-01T00:00:00.000Z' }))).toBe('in-the-future @ askedAt');
  expect(t.file().paperRequests).toEqual([]);
});

test('a batch moves as a whole or not at all', async () => {
  const t = await opened();
  must(t.move([t.line('films')], 'received', { original: true, withName: '赵兰' }));
  must(t.move([{ id: t.row('films').id }], 'checked'));
  expect(refusalOf(t.move([{ id: t.row('films').id }, t.line('sickNote')], 'checked'))).toBe('wrong-state @ papers');
  expect(t.states()).toEqual(['films checked']);
  expect(refusalOf(t.move([t.line('sickNote')], 'asked'))).toBe('wrong-state @ papers');
});

test('refusing and taking back need a reason; a refusal makes the file incomplete again', async () => {
  const t = await opened();
  must(t.move([t.line('films')], 'received', { original: true }));
  const films = { id: t.row('films').id };
  expect(papersCompleteAt(t.file(), t.partyId)).toBe(t.row('films').receivedAt);
  must(t.move([films], 'checked'));
  expect(refusalOf(t.move([films], 'refused'))).toBe('reason-needed @ reason');
  must(t.move([films], 'refused', { reason: '片子不是受伤当天的' }));
  expect([papersCompleteAt(t.file(), t.partyId), t.row('films').checkedAt]).toEqual([null, null]);
  must(t.move([films], 'returned', { withName: '赵兰' }));
  expect(t.row('films').reason).toBe('片子不是受伤当天的');
  expect(papersCompleteAt(t.file(), t.partyId)).toBeNull();
  must(t.move([films], 'received'));
  expect(refusalOf(t.move([films], 'wanted'))).toBe('reason-needed @ reason');
  must(t.move([films], 'wanted', { reason: '记错了人' }));
  expect(t.row('films')).toMatchObject({ receivedAt: null, original: null, reason: '记错了人' });
});

test('the hand-over list names the originals we hold and those that went back', async () => {
  const t = await opened();
  must(t.move([t.line('films'), t.line('sickNote')], 'received', { original: true, withName: '赵兰' }));
  must(t.move([t.line('payRecord')], 'received', { original: false }));
  must(t.move([{ id: t.row('films').id }], 'checked'));
  must(t.move([{ id: t.row('films').id }], 'returned', { withName: '赵兰之子' }));
  const { held, returned } = originalsOf(t.file(), t.partyId);
  expect(held.map(({ wordingId }) => wordingId)).toEqual(['sickNote']);
  expect(returned).toMatchObject([{ wordingId: 'films', receivedFrom: '赵兰', returnedTo: '赵兰之子', byName: '周岚' }]);
});

test('a line is listed once, and doing without it takes a reason', async () => {
  const t = await opened();
  const first = must(listPapers(t.session, { caseId: t.caseId, papers: [t.line('films'), t.line('films')] }));
  expect(must(listPapers(t.session, { caseId: t.caseId, papers: [t.line('films')] }))).toEqual(first);
  const need = (paper: PaperTarget, reason: string) => refusalOf(setNeed(t.session, { caseId: t.caseId, paper, need: 'waived', reason }));
  expect(need(t.line('films'), '')).toBe('reason-needed @ reason');
  expect([need(t.line('films'), '只有擦伤'), need(t.line('contract'), '已退休')]).toEqual(['ok', 'ok']);
  expect(t.file().papers.map((one) => [one.wordingId, one.need, one.needReason])).toEqual([
    ['films', 'waived', '只有擦伤'],
    ['contract', 'waived', '已退休'],
  ]);
});

test('the board shows cases by how long their oldest paper waits', async () => {
  const t = await opened();
  must(t.notice([t.line('films'), t.line('sickNote')]));
  const askedAt = t.row('films').askedAt;
  t.clock.advance(1_440);
  const later = aCase(t.session);
  must(listPapers(t.session, { caseId: later, papers: [{ partyId: null, wordingId: null, name: '行车记录', need: 'needed' }] }));
  must(t.move([{ id: t.row('sickNote').id }], 'received', { original: true }));
  const board = (view: 'missing' | 'unchecked' | 'originals') => must(paperBoard(t.session, { view, offset: 0, limit: 50 }));
  expect(board('missing').counts).toEqual({ missing: 2, unchecked: 1, originals: 1 });
  expect(board('missing').lines.map(({ caseId, since, papers }) => [caseId, since, papers.length])).toEqual([
    [t.caseId, askedAt, 1],
    [later, expect.stringContaining('2026-03-03'), 1],
  ]);
  expect(board('originals').lines[0]?.papers).toMatchObject([{ partyName: '赵兰', paper: { wordingId: 'sickNote' } }]);
});

test('the administrator neither sees nor moves papers', async () => {
  const t = await opened();
  workAs(t.session, 'admin');
  expect(refusalOf(t.move([t.line('films')], 'received'))).toBe('forbidden @ -');
  expect(refusalOf(paperBoard(t.session, { view: 'missing', offset: 0, limit: 50 }))).toBe('forbidden @ -');
});

test('the first thing done puts the whole checklist on file, so that two papers are not all of them', async () => {
  const t = await opened();
  const checklist = [t.line('films'), t.line('sickNote'), t.line('claimForm', null)];
  must(t.move([t.line('films')], 'received', { checklist }));
  expect(t.states().toSorted()).toEqual(['claimForm wanted', 'films received', 'sickNote wanted']);
  expect(papersCompleteAt(t.file(), t.partyId)).toBeNull();
  must(
    setNeed(t.session, { caseId: t.caseId, paper: t.line('payRecord'), checklist: [t.line('contract')], need: 'waived', reason: '已退休' }),
  );
  expect(t.file().papers.map((one) => `${one.wordingId} ${one.need}`)).toEqual(
    expect.arrayContaining(['payRecord waived', 'contract needed']),
  );
});

test('papers survive a repair from the journal', async () => {
  const t = await opened();
  must(t.notice([t.line('films')]));
  must(t.move([{ id: t.row('films').id }], 'received', { original: true }));
  const before = t.file();
  must(await t.core.vault.repair());
  const { papers, paperRequests } = t.file();
  expect([papers, paperRequests]).toEqual([before.papers, before.paperRequests]);
});
