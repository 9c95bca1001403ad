import { question } from '../../../shared/contacts/model.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { findRow } from '../../db/rows.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { tidyEdit } from '../tidy-values.ts';

type Input = { caseId: string; questionId: string; seen: number; answer: string };

/** Records the answer that was given to a question and stops its clock. */
export const answerQuestion = (session: Session, { caseId, questionId, seen, answer }: Input): Result<void, Problem> => {
  const right = allowed(session, 'contact.record', caseId);
  if (!right.ok) return right;
  const asked = findRow(session.read, question, questionId);
  if (!asked || asked.caseId !== caseId || asked.voidReason !== null) return err(problem('not-found', 'questionId'));
  const tidied = tidyEdit(question, { answer }, '');
  if (!tidied.ok) return tidied;
  if (!tidied.value.answer) return err(problem('required', 'answer'));
  const fields = { answer: tidied.value.answer, answeredAt: session.clock.now().at };
  const stored = session.commit({
    kind: 'answer-question',
    caseId: caseId as CaseId,
    ops: [{ op: 'set', entity: 'question', id: questionId, seen, fields }],
  });
  return stored.ok ? ok(undefined) : stored;
};
