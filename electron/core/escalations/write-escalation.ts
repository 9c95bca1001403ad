import { escalation } from '../../../shared/escalations/model.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { FieldsOf } from '../../../shared/sync/entity.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { tidyNew } from '../tidy-values.ts';
import { referenceProblem } from './check-references.ts';

export type EscalationValues = Partial<FieldsOf<typeof escalation>>;

/** Writes a request down as a draft; nothing but the ask in one sentence is needed yet. */
export const writeEscalation = (session: Session, input: { caseId: CaseId; values: EscalationValues }): Result<{ id: string }, Problem> => {
  const { caseId } = input;
  const right = allowed(session, 'escalation.write', caseId);
  if (!right.ok) return right;
  const tidied = tidyNew(escalation, input.values, 'values');
  if (!tidied.ok) return tidied;
  const wrong = referenceProblem(session.read, caseId, input.values);
  if (wrong) return err(wrong);
  const id = session.ids.next();
  const done = session.commit({
    kind: 'write-escalation',
    caseId,
    ops: [{ op: 'insert', entity: escalation.name, id, fields: tidied.value }],
  });
  return done.ok ? ok({ id }) : done;
};
