import { expect, onTestFinished, test } from 'vitest';
import { closeCase } from '../../../../electron/core/cases/close-case.ts';
import { draftsHandlers } from '../../../../electron/core/drafts/handlers.ts';
import { today } from '../../../../electron/core/workflows/today.ts';
import type { Session } from '../../../../electron/core/session.ts';
import type { CaseId } from '../../../../shared/kernel/ids.ts';
import { aCase, aContact, aParty, must, openFullCore, refusalOf, workAs } from '../../../support/file.ts';

const commit = (session: Session, caseId: string, ops: Parameters<Session['commit']>[0]['ops']) =>
  must(session.commit({ kind: 'test', caseId: caseId as CaseId, ops }));

test('an empty first day is empty', async () => {
  const { session } = await openFullCore(onTestFinished);
  const nothing = { all: 0, statutory: 0, company: 0, promise: 0 };
  expect(must(today(session))).toMatchObject({
    clocks: [],
    counts: nothing,
    silent: [],
    requests: [],
    drafts: [],
    toldBefore: { told: 0, all: 0, lastTold: 0, lastAll: 0 },
    openCases: 0,
  });
});

test('overdue clocks come first, those after tomorrow stay away, and the counts are theirs', async () => {
  const { session, clock } = await openFullCore(onTestFinished);
  clock.set('2026-03-02T08:00:00.000Z');
  const late = aCase(session, { reportNumber: 'R1', insuredName: '王敏', reportedAt: '2026-03-02T01:00:00.000Z' });
  aParty(session, late, { name: '赵兰', injurySummary: '左踝骨折' });
  const spoken = aCase(session, { reportNumber: 'R2' });
  aContact(session, spoken, {
    promises: [
      { what: '回电', side: 'us', dueAt: '2026-03-03T06:00:00.000Z' },
      { what: '寄票据', side: 'them', dueAt: '2026-03-20T06:00:00.000Z' },
    ],
  });
  const day = must(today(session));
  expect(day.clocks.map(({ kind, reportNumber }) => [kind, reportNumber])).toEqual([
    ['first-callback', 'R1'],
    ['promise', 'R2'],
    ['papers-list', 'R2'],
  ]);
  expect(day.clocks[0]).toMatchObject({ partyName: '赵兰', injurySummary: '左踝骨折', insuredName: '王敏', partyId: null });
  expect(day.clocks[0]?.dots).toHaveLength(6);
  expect([day.counts, day.openCases]).toEqual([{ all: 3, statutory: 1, company: 1, promise: 1 }, 2]);
});

test('a case nobody spoke to for longer than the setting is silent, a fresh or closed one is not', async () => {
  const { session, clock } = await openFullCore(onTestFinished);
  workAs(session, 'handler');
  clock.set('2026-03-02T01:00:00.000Z');
  const quiet = aCase(session, { reportNumber: 'R1' });
  aContact(session, quiet);
  aCase(session, { reportNumber: 'R2' });
  const closed = aCase(session, { reportNumber: 'R3' });
  must(closeCase(session, { caseId: closed, reason: '完' }));
  clock.set('2026-03-07T02:00:00.000Z');
  aCase(session, { reportNumber: 'R4' });
  expect(must(today(session)).silent.map(({ reportNumber, days }) => [reportNumber, days])).toEqual([
    ['R2', 5],
    ['R1', 5],
  ]);
});

test('a supervisor sees requests that wait, the writer those that came back with their remarks', async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session);
  const [waits, back] = [session.ids.next(), session.ids.next()];
  commit(
    session,
    caseId,
    [waits, back].map((id) => ({
      op: 'insert',
      entity: 'escalation',
      id,
      fields: { ask: id === waits ? '通融营养费' : '退回补件', kind: 'accommodation' },
    })),
  );
  const now = session.clock.now().at;
  commit(
    session,
    caseId,
    [waits, back].map((id) => ({
      op: 'transition',
      entity: 'escalation',
      id,
      from: 'draft',
      to: 'submitted',
      facts: { submittedAt: now },
    })),
  );
  commit(session, caseId, [
    { op: 'transition', entity: 'escalation', id: back, from: 'submitted', to: 'returned', facts: { decidedAt: now } },
    { op: 'insert', entity: 'escalationRemark', id: session.ids.next(), fields: { escalationId: back, body: '请附医嘱' } },
  ]);
  expect(must(today(session)).requests.map(({ ask, remarks, state }) => [ask, remarks, state])).toEqual([['退回补件', 1, 'returned']]);
  workAs(session, 'supervisor');
  expect(must(today(session)).requests.map(({ ask }) => ask)).toEqual(['通融营养费']);
});

test('deductions of this and last month tell how many had been announced', async () => {
  const { session, clock } = await openFullCore(onTestFinished);
  const caseId = aCase(session);
  const partyId = aParty(session, caseId);
  const [itemId, told] = [session.ids.next(), session.ids.next()];
  commit(session, caseId, [
    { op: 'insert', entity: 'damageItem', id: itemId, fields: { partyId, kind: 'medical' } },
    {
      op: 'insert',
      entity: 'disclosure',
      id: told,
      fields: { topic: 'nonListedDrugs', toldTo: 'injured', channel: 'face', toldAt: clock.now().at, proof: 'none', understood: 'yes' },
    },
  ]);
  const deduct = (disclosureId: string | null) =>
    commit(session, caseId, [
      { op: 'insert', entity: 'deduction', id: session.ids.next(), fields: { itemId, reason: '自费', disclosureId } },
    ]);
  clock.set('2026-03-31T15:59:00.000Z');
  deduct(told);
  deduct(null);
  clock.set('2026-03-31T16:01:00.000Z');
  deduct(told);
  expect(must(today(session)).toldBefore).toEqual({ told: 1, all: 1, lastTold: 1, lastAll: 2 });
});

test('half-written forms are listed with their case', async () => {
  const core = await openFullCore(onTestFinished);
  const { session } = core;
  const caseId = aCase(session, { reportNumber: 'R1' });
  const call = { core: core.core, session, signal: new AbortController().signal };
  must(await draftsHandlers.keep(call, { key: 'contact:1', caseId, body: { body: '写到一半' } }));
  expect(must(today(session)).drafts).toMatchObject([{ key: 'contact:1', caseId, reportNumber: 'R1' }]);
  expect(must(await draftsHandlers.read(call, { key: 'contact:1' }))?.body).toEqual({ body: '写到一半' });
  must(await draftsHandlers.discard(call, { key: 'contact:1' }));
  expect(must(await draftsHandlers.list(call, undefined as never))).toEqual([]);
});

test('an administrator has no day with cases in it', async () => {
  const { session } = await openFullCore(onTestFinished);
  workAs(session, 'admin');
  expect(refusalOf(today(session))).toBe('forbidden @ -');
});
