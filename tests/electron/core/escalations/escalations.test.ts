import { expect, it, onTestFinished } from 'vitest';
import { decideEscalation } from '../../../../electron/core/escalations/decide-escalation.ts';
import { editEscalation } from '../../../../electron/core/escalations/edit-escalation.ts';
import { listQueue } from '../../../../electron/core/escalations/list-queue.ts';
import { remarkOnEscalation } from '../../../../electron/core/escalations/remark-on-escalation.ts';
import { submitEscalation } from '../../../../electron/core/escalations/submit-escalation.ts';
import { tellDecision } from '../../../../electron/core/escalations/tell-decision.ts';
import { writeEscalation, type EscalationValues } from '../../../../electron/core/escalations/write-escalation.ts';
import { findRow } from '../../../../electron/db/rows.ts';
import { escalation } from '../../../../shared/escalations/model.ts';
import { addTestCase } from '../../../support/core.ts';
import { addParty, insertRow, openReview, workAs } from '../../../support/review.ts';

const setUp = async () => {
  const test = await openReview(onTestFinished);
  const { session, caseId, partyId } = test;
  workAs(session, 'surveyor');
  const write = (values: EscalationValues = {}): string => {
    const made = writeEscalation(session, {
      caseId,
      values: { partyId, kind: 'accommodation', ask: '申请通融给付护理费 5800 元', amountFen: 580_000, ...values },
    });
    if (!made.ok) throw new Error(made.error.code);
    return made.value.id;
  };
  const submitted = (): string => {
    const escalationId = write();
    submitEscalation(session, { caseId, escalationId });
    return escalationId;
  };
  const row = (id: string) => findRow(session.read, escalation, id);
  return { ...test, write, submitted, row };
};

const decision = { decidedFen: null, reason: '', remarks: [] };

it('goes from draft to told, with who decided what and when', async () => {
  const { session, caseId, submitted, row } = await setUp();
  const escalationId = submitted();
  workAs(session, 'supervisor');
  expect(decideEscalation(session, { caseId, escalationId, to: 'approved', ...decision }).ok).toBe(true);
  expect(row(escalationId)).toMatchObject({ state: 'approved', decidedFen: 580_000, decidedByName: 'supervisor 甲' });
  workAs(session, 'surveyor');
  const logId = insertRow(session, {
    caseId,
    entity: 'contactLog',
    fields: { counterpart: 'injured', channel: 'phone', outcome: 'reached', contactAt: session.clock.now().at },
  });
  expect(tellDecision(session, { caseId, escalationId, toldFieldNote: '已电话告知', toldPartyLogId: logId }).ok).toBe(true);
  expect(row(escalationId)).toMatchObject({ state: 'told', toldPartyLogId: logId });
});

it('comes back with remarks on fields, is rewritten and sent again', async () => {
  const { session, caseId, submitted, row } = await setUp();
  const escalationId = submitted();
  workAs(session, 'supervisor');
  const remarks = [
    { field: 'factsChecked', body: '请注明来源' },
    { field: null, body: '总体可以' },
  ];
  const returned = decideEscalation(session, { caseId, escalationId, to: 'returned', decidedFen: null, reason: '材料不全', remarks });
  expect(returned.ok).toBe(true);
  const changes = session.read.all("SELECT kind FROM journal WHERE kind = 'decide-escalation'");
  expect(changes).toHaveLength(1);
  workAs(session, 'surveyor');
  const seen = row(escalationId)?.rev ?? 0;
  expect(editEscalation(session, { caseId, escalationId, seen, values: { factsChecked: '邻居王某证实' } }).ok).toBe(true);
  expect(submitEscalation(session, { caseId, escalationId }).ok).toBe(true);
  const queue = listQueue(session, { show: 'waiting' });
  expect(queue.ok && queue.value[0]?.remarks.map(({ body }) => body)).toEqual(['请注明来源', '总体可以']);
});

it('is decided by a supervisor only', async () => {
  const { session, caseId, submitted } = await setUp();
  const escalationId = submitted();
  for (const role of ['surveyor', 'handler'] as const) {
    workAs(session, role);
    const answer = decideEscalation(session, { caseId, escalationId, to: 'approved', ...decision });
    expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  }
});

it.each([
  ['less without an amount', { to: 'approved-less', decidedFen: null, reason: '七成' }, 'required', 'decidedFen'],
  ['less that is not less', { to: 'approved-less', decidedFen: 580_000, reason: '七成' }, 'invalid', 'decidedFen'],
  ['less without a reason', { to: 'approved-less', decidedFen: 400_000, reason: ' ' }, 'reason-needed', 'reason'],
  ['more than was asked', { to: 'approved', decidedFen: 580_001, reason: '' }, 'invalid', 'decidedFen'],
  ['a refusal without a reason', { to: 'refused', decidedFen: null, reason: '' }, 'reason-needed', 'reason'],
  ['a return without a reason', { to: 'returned', decidedFen: null, reason: '' }, 'reason-needed', 'reason'],
  ['an empty remark', { to: 'refused', decidedFen: null, reason: '不符', remarks: [{ body: ' ' }] }, 'required', 'remarks.0.body'],
  [
    'a remark on no field',
    { to: 'refused', decidedFen: null, reason: '不符', remarks: [{ body: '请看', field: 'state' }] },
    'invalid',
    'remarks.0.field',
  ],
] as const)('refuses to approve %s, and stores nothing of it', async (_title, given, code, field) => {
  const { session, caseId, submitted, row } = await setUp();
  const escalationId = submitted();
  workAs(session, 'supervisor');
  const answer = decideEscalation(session, { caseId, escalationId, remarks: [], ...given });
  expect(answer).toMatchObject({ ok: false, error: { code, field } });
  expect(row(escalationId)?.state).toBe('submitted');
});

it('is never decided by the person who wrote it or handed it in', async () => {
  const { session, caseId, write, row } = await setUp();
  const escalationId = write();
  workAs(session, 'supervisor');
  expect(submitEscalation(session, { caseId, escalationId }).ok).toBe(true);
  const handedIn = decideEscalation(session, { caseId, escalationId, to: 'approved', ...decision });
  expect(handedIn).toMatchObject({ ok: false, error: { code: 'request.own', field: 'escalationId' } });
  const ownId = write();
  submitEscalation(session, { caseId, escalationId: ownId });
  expect(decideEscalation(session, { caseId, escalationId: ownId, to: 'approved', ...decision }).ok).toBe(false);
  expect(row(ownId)?.state).toBe('submitted');
  const queue = listQueue(session, { show: 'waiting' });
  expect(queue.ok && queue.value.map(({ own }) => own)).toEqual([true, true]);
});

it('approves less with an amount below and a reason', async () => {
  const { session, caseId, submitted, row } = await setUp();
  const escalationId = submitted();
  workAs(session, 'supervisor');
  decideEscalation(session, { caseId, escalationId, to: 'approved-less', decidedFen: 400_000, reason: '营养减半', remarks: [] });
  expect(row(escalationId)).toMatchObject({ state: 'approved-less', decidedFen: 400_000, decisionReason: '营养减半' });
});

it('is sent only when it says of what kind it is and how much it asks', async () => {
  const { session, caseId, write } = await setUp();
  const send = (values: EscalationValues) => submitEscalation(session, { caseId, escalationId: write(values) });
  expect(send({ kind: null })).toMatchObject({ ok: false, error: { code: 'required', field: 'kind' } });
  expect(send({ amountFen: null })).toMatchObject({ ok: false, error: { code: 'required', field: 'amountFen' } });
  expect(send({ kind: 'suspected-fraud', amountFen: null }).ok).toBe(true);
});

it('cannot be rewritten or decided twice while and after it is decided', async () => {
  const { session, caseId, submitted, row } = await setUp();
  const escalationId = submitted();
  const seen = row(escalationId)?.rev ?? 0;
  const edit = editEscalation(session, { caseId, escalationId, seen, values: { ask: '改一改' } });
  expect(edit).toMatchObject({ ok: false, error: { code: 'wrong-state' } });
  workAs(session, 'supervisor');
  decideEscalation(session, { caseId, escalationId, to: 'refused', decidedFen: null, reason: '不符', remarks: [] });
  const again = decideEscalation(session, { caseId, escalationId, to: 'approved', ...decision });
  expect(again).toMatchObject({ ok: false, error: { code: 'wrong-state' } });
});

it('names only what belongs to its own case', async () => {
  const { session, caseId, write } = await setUp();
  workAs(session, 'handler');
  const other = addTestCase(session);
  const foreign = writeEscalation(session, { caseId, values: { ask: '申请', partyId: addParty(session, other) } });
  expect(foreign).toMatchObject({ ok: false, error: { code: 'not-found', field: 'values.partyId' } });
  const enclosed = writeEscalation(session, { caseId, values: { ask: '申请', enclosures: ['01950000-0000-7000-8001-00000000ffff'] } });
  expect(enclosed).toMatchObject({ ok: false, error: { code: 'not-found', field: 'values.enclosures.0' } });
  expect(submitEscalation(session, { caseId: other, escalationId: write() })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  const remark = remarkOnEscalation(session, { caseId: other, values: { escalationId: write() as never, body: '看' } });
  expect(remark).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

it('lists what waits across cases, the one sent first on top', async () => {
  const { session, submitted, write, clock } = await setUp();
  const first = submitted();
  clock.advance(5);
  const second = submitted();
  write();
  const waiting = listQueue(session, { show: 'waiting' });
  expect(waiting.ok && waiting.value.map((line) => line.escalation.id)).toEqual([first, second]);
  expect(waiting.ok && waiting.value[0]).toMatchObject({ partyName: '伤者甲', remarks: [], askedByName: '周岚' });
  const all = listQueue(session, { show: 'all' });
  expect(all.ok && all.value).toHaveLength(3);
});

it('shows a surveyor nothing of cases that others own, and the administrator nothing at all', async () => {
  const { session } = await setUp();
  workAs(session, 'handler');
  const caseId = addTestCase(session, { ownerName: 'handler 甲' });
  writeEscalation(session, { caseId, values: { ask: '申请' } });
  const lines = (): number | string => {
    const queue = listQueue(session, { show: 'all' });
    return queue.ok ? queue.value.length : queue.error.code;
  };
  expect(lines()).toBe(1);
  workAs(session, 'surveyor');
  expect(lines()).toBe(0);
  workAs(session, 'admin');
  expect(lines()).toBe('forbidden');
});
