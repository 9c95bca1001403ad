import { escalation, escalationRemark } from '../../../shared/escalations/model.ts';
import { decideProblem, grantedFen, remarkProblem, type EscalationDecision } from '../../../shared/escalations/rules.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { overAuthorityProblem, ownRequestProblem } from '../../../shared/people/own-request.ts';
import type { FieldsOf } from '../../../shared/sync/entity.ts';
import type { DraftOperation } from '../../db/change-draft.ts';
import { allowed } from '../people/allowed.ts';
import { askedBy } from '../asked-by.ts';
import { ownLimit } from '../authority-here.ts';
import type { Session } from '../session.ts';
import { findEscalation } from './escalation-rows.ts';

export type RemarkValues = Partial<FieldsOf<typeof escalationRemark>>;

type Input = {
  caseId: CaseId;
  escalationId: string;
  to: EscalationDecision;
  decidedFen: number | null;
  reason: string;
  remarks: readonly RemarkValues[];
};

/** A superior's decision with the remarks that go with it: one change, so that neither ever stands without the other. */
export const decideEscalation = (session: Session, input: Input): Result<void, Problem> => {
  const { caseId, escalationId, remarks } = input;
  const right = allowed(session, 'escalation.decide', caseId);
  if (!right.ok) return right;
  const row = findEscalation(session.read, caseId, escalationId);
  if (!row) return err(problem('not-found', 'escalationId'));
  const own = ownRequestProblem(session.person().id, askedBy(session.read, row), 'escalationId');
  if (own) return err(own);
  const remarkProblems = remarks.map((remark, index) => remarkProblem(remark, `remarks.${index}`));
  const granted = grantedFen(row.amountFen, input);
  const wrong =
    decideProblem(row, input) ??
    overAuthorityProblem(granted, ownLimit(session), 'decidedFen') ??
    remarkProblems.find((one) => one !== null) ??
    null;
  if (wrong) return err(wrong);
  const facts = {
    decidedFen: granted,
    decisionReason: input.reason.trim() === '' ? null : input.reason,
    decidedAt: session.clock.now().at,
    decidedByName: session.person().name,
  };
  const ops: DraftOperation[] = [
    { op: 'transition', entity: escalation.name, id: escalationId, from: row.state, to: input.to, facts },
    ...remarks.map((remark) => remarkInsert(session, escalationId, remark)),
  ];
  const done = session.commit({ kind: 'decide-escalation', caseId, ops });
  return done.ok ? ok(undefined) : done;
};

/** A remark always hangs on the request it is made about, whatever the form sent. */
export const remarkInsert = (session: Session, escalationId: string, remark: RemarkValues): DraftOperation => ({
  op: 'insert',
  entity: escalationRemark.name,
  id: session.ids.next(),
  fields: { escalationId, field: remark.field ?? null, body: remark.body },
});
