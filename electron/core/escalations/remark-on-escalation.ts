import { remarkProblem } from '../../../shared/escalations/rules.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { remarkInsert, type RemarkValues } from './decide-escalation.ts';
import { findEscalation } from './escalation-rows.ts';

/** Puts a remark on one field of a request, or on the whole of it. */
export const remarkOnEscalation = (session: Session, input: { caseId: CaseId; values: RemarkValues }): Result<{ id: string }, Problem> => {
  const { caseId, values } = input;
  const right = allowed(session, 'escalation.write', caseId);
  if (!right.ok) return right;
  const row = values.escalationId ? findEscalation(session.read, caseId, values.escalationId) : null;
  if (!row) return err(problem('not-found', 'values.escalationId'));
  const wrong = remarkProblem(values, 'values');
  if (wrong) return err(wrong);
  const insert = remarkInsert(session, row.id, values);
  const done = session.commit({ kind: 'remark-on-escalation', caseId, ops: [insert] });
  return done.ok ? ok({ id: insert.id }) : done;
};
