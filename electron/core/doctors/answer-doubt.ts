import { doubt, type Doubt } from '../../../shared/doctors/model.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { tidyText } from '../../../shared/kernel/text.ts';
import type { FieldsOf } from '../../../shared/sync/entity.ts';
import { findRow } from '../../db/rows.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { tidyEdit } from '../tidy-values.ts';

type OneDoubt = { caseId: string; doubtId: string };

const openedDoubt = (session: Session, { caseId, doubtId }: OneDoubt): Result<Doubt, Problem> => {
  const right = allowed(session, 'doctor.record', caseId);
  if (!right.ok) return right;
  const row = findRow(session.read, doubt, doubtId);
  return row && row.caseId === caseId && row.voidReason === null ? ok(row) : err(problem('not-found', 'doubtId'));
};

/** Changes whom to ask and who owns the doubt; what was doubted stays as it was written. */
export const editDoubt = (
  session: Session,
  input: OneDoubt & { seen: number; values: Partial<FieldsOf<typeof doubt>> },
): Result<void, Problem> => {
  const row = openedDoubt(session, input);
  if (!row.ok) return row;
  const tidied = tidyEdit(doubt, input.values, 'values');
  if (!tidied.ok) return tidied;
  const { body, partyId, ...fields } = tidied.value;
  if (body !== undefined && body !== row.value.body) return err(problem('wrong-state', 'values.body'));
  if (partyId !== undefined && partyId !== row.value.partyId) return err(problem('wrong-state', 'values.partyId'));
  if (Object.keys(fields).length === 0) return ok(undefined);
  const stored = session.commit({
    kind: 'edit-doubt',
    caseId: input.caseId as CaseId,
    ops: [{ op: 'set', entity: 'doubt', id: input.doubtId, seen: input.seen, fields }],
  });
  return stored.ok ? ok(undefined) : stored;
};

type Answer = OneDoubt & { answer: string; source: string };

/** Answers a doubt with the source of the answer. */
export const answerDoubt = (session: Session, input: Answer): Result<void, Problem> => {
  const row = openedDoubt(session, input);
  if (!row.ok) return row;
  const answer = tidyText(input.answer);
  const answerSource = tidyText(input.source);
  if (answer === '') return err(problem('required', 'answer'));
  if (answerSource === '') return err(problem('required', 'source'));
  return moveDoubt(session, input, { from: row.value.state, to: 'answered', facts: { answer, answerSource } });
};

/** Opens an answered doubt again; the former answer stays in the journal. */
export const reopenDoubt = (session: Session, input: OneDoubt): Result<void, Problem> => {
  const row = openedDoubt(session, input);
  if (!row.ok) return row;
  return moveDoubt(session, input, { from: row.value.state, to: 'open', facts: { answer: null, answerSource: null } });
};

type Move = { from: Doubt['state']; to: Doubt['state']; facts: Record<string, string | null> };

const moveDoubt = (session: Session, { caseId, doubtId }: OneDoubt, { from, to, facts }: Move): Result<void, Problem> => {
  if (from === to) return err(problem('wrong-state', null, { state: from }));
  const stored = session.commit({
    kind: to === 'answered' ? 'answer-doubt' : 'reopen-doubt',
    caseId: caseId as CaseId,
    ops: [{ op: 'transition', entity: 'doubt', id: doubtId, from, to, facts }],
  });
  return stored.ok ? ok(undefined) : stored;
};
