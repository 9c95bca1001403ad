import { escalation } from '../../../shared/escalations/model.ts';
import { canEditEscalation } from '../../../shared/escalations/rules.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { tidyEdit } from '../tidy-values.ts';
import { referenceProblem } from './check-references.ts';
import { findEscalation } from './escalation-rows.ts';
import type { EscalationValues } from './write-escalation.ts';

type Input = { caseId: CaseId; escalationId: string; seen: number; values: EscalationValues };

/** Rewrites a draft or a returned request. */
export const editEscalation = (session: Session, { caseId, escalationId, seen, values }: Input): Result<void, Problem> => {
  const right = allowed(session, 'escalation.write', caseId);
  if (!right.ok) return right;
  const row = findEscalation(session.read, caseId, escalationId);
  if (!row) return err(problem('not-found', 'escalationId'));
  if (!canEditEscalation(row.state)) return err(problem('wrong-state', 'escalationId', { state: row.state }));
  const { partyId: _party, ...given } = values;
  const tidied = tidyEdit(escalation, given, 'values');
  if (!tidied.ok) return tidied;
  const fields = tidied.value;
  const wrong = referenceProblem(session.read, caseId, { enclosures: given.enclosures });
  if (wrong) return err(wrong);
  if (Object.keys(fields).length === 0) return ok(undefined);
  const done = session.commit({
    kind: 'edit-escalation',
    caseId,
    ops: [{ op: 'set', entity: escalation.name, id: escalationId, seen, fields }],
  });
  return done.ok ? ok(undefined) : done;
};
