import { escalation } from '../../../shared/escalations/model.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { FieldsOf } from '../../../shared/sync/entity.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { referenceProblem } from './check-references.ts';

export type EscalationValues = Partial<FieldsOf<typeof escalation>>;

/** Writes a request down as a draft; nothing but the ask in one sentence is needed yet. */
export const writeEscalation = (session: Session, input: { caseId: CaseId; values: EscalationValues }): Result<{ id: string }, Problem> => {
  const { caseId, values } = input;
  const right = allowed(session, 'escalation.write', caseId);
  if (!right.ok) return right;
  if ((values.ask ?? '').trim() === '') return err(problem('required', 'values.ask'));
  const wrong = referenceProblem(session.read, caseId, values);
  if (wrong) return err(wrong);
  const id = session.ids.next();
  const done = session.commit({
    kind: 'write-escalation',
    caseId,
    ops: [{ op: 'insert', entity: escalation.name, id, fields: values }],
  });
  return done.ok ? ok({ id }) : done;
};
