import { contactLog } from '../../../shared/contacts/model.ts';
import { instantSchema } from '../../../shared/kernel/dates.ts';
import type { CaseId, PromiseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { tidyText } from '../../../shared/kernel/text.ts';
import { promise, type PromiseRow } from '../../../shared/promises/model.ts';
import { findRow } from '../../db/rows.ts';
import { allowed } from '../people/allowed.ts';
import type { DraftOperation, Session } from '../session.ts';

type Input = {
  caseId: string;
  promiseId: string;
  to: 'kept' | 'broken' | 'moved' | 'open';
  reason: string;
  dueAt: string | null;
  noticeText: string | null;
  noticeLogId: string | null;
};

/** 兑现承诺: says how a promise ended, or opens it again. Moving it ends this one and makes a new one that points back. */
export const settlePromise = (session: Session, input: Input): Result<void, Problem> => {
  const { caseId, promiseId, to, dueAt } = input;
  const right = allowed(session, 'promise.settle', caseId);
  if (!right.ok) return right;
  const made = findRow(session.read, promise, promiseId);
  if (!made || made.caseId !== caseId || made.voidReason !== null) return err(problem('not-found', 'promiseId'));
  if (!promise.states?.moves[made.state]?.includes(to)) return err(problem('wrong-state', null, { state: made.state }));
  const reason = tidyText(input.reason);
  if (to !== 'kept' && reason === '') return err(problem('reason-needed', 'reason'));
  if (to === 'moved' && !dueAt) return err(problem('required', 'dueAt'));
  if (to === 'moved' && !instantSchema.safeParse(dueAt).success) return err(problem('invalid', 'dueAt'));
  const notice = checkedNotice(session, made, input);
  if (!notice.ok) return notice;
  const facts = { settledReason: reason || null, settledAt: to === 'open' ? null : session.clock.now().at, ...notice.value };
  const ops: DraftOperation[] = [{ op: 'transition', entity: 'promise', id: promiseId, from: made.state, to, facts }];
  if (to === 'moved' && dueAt) ops.push(moved(session, made, dueAt));
  const stored = session.commit({ kind: 'settle-promise', caseId: caseId as CaseId, ops });
  return stored.ok ? ok(undefined) : stored;
};

type Notice = { noticeText?: string | null; noticeLogId?: string | null };

/** Whoever was promised something hears that it is moved before it is: in a log of the same case, or told in words how. */
const checkedNotice = (session: Session, made: PromiseRow, { to, noticeText, noticeLogId }: Input): Result<Notice, Problem> => {
  if (to !== 'moved') return ok({});
  if (noticeLogId !== null) {
    const log = findRow(session.read, contactLog, noticeLogId);
    if (!log || log.caseId !== made.caseId || log.voidReason !== null) return err(problem('not-found', 'noticeLogId'));
    if (log.outcome !== 'reached') return err(problem('promise.nobody-told', 'noticeLogId'));
  }
  const text = tidyText(noticeText ?? '');
  if (made.side === 'us' && text === '' && noticeLogId === null) return err(problem('promise.nobody-told', 'noticeText'));
  return ok({ noticeText: text || null, noticeLogId });
};

const moved = (session: Session, made: PromiseRow, dueAt: string): DraftOperation => {
  const { partyId, logId, what, side, byName, toName } = made;
  const fields = { partyId, logId, what, side, byName, toName, dueAt, movedFromId: made.id as PromiseId };
  return { op: 'insert', entity: 'promise', id: session.ids.next(), fields };
};
