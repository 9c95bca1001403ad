import { escalation } from '../../../shared/escalations/model.ts';
import { submitProblem } from '../../../shared/escalations/rules.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { findEscalation } from './escalation-rows.ts';

type Input = { caseId: CaseId; escalationId: string };

/** Sends a draft, or a returned request again, to the superior. */
export const submitEscalation = (session: Session, { caseId, escalationId }: Input): Result<void, Problem> => {
  const right = allowed(session, 'escalation.write', caseId);
  if (!right.ok) return right;
  const row = findEscalation(session.read, caseId, escalationId);
  if (!row) return err(problem('not-found', 'escalationId'));
  const wrong = submitProblem(row);
  if (wrong) return err(wrong);
  const facts = { submittedAt: session.clock.now().at };
  const done = session.commit({
    kind: 'submit-escalation',
    caseId,
    ops: [{ op: 'transition', entity: escalation.name, id: escalationId, from: row.state, to: 'submitted', facts }],
  });
  return done.ok ? ok(undefined) : done;
};
