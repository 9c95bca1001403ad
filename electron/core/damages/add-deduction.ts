import { deduction } from '../../../shared/damages/model.ts';
import { deductionProblem } from '../../../shared/damages/rules.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { FieldsOf } from '../../../shared/sync/entity.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { tidyNew } from '../tidy-values.ts';
import { disclosureProblem, settleLink } from './check-disclosure.ts';
import { findItem } from './damage-item-rows.ts';
import { deductionsOf } from './deduction-rows.ts';

export type DeductionValues = Partial<FieldsOf<typeof deduction>>;

/** Takes an amount off an open item, with its reason and the disclosure that announced it. */
export const addDeduction = (session: Session, input: { caseId: CaseId; values: DeductionValues }): Result<{ id: string }, Problem> => {
  const { caseId } = input;
  const right = allowed(session, 'damage.review', caseId);
  if (!right.ok) return right;
  if ((input.values.reason ?? '').trim() === '') return err(problem('reason-needed', 'values.reason'));
  const tidied = tidyNew(deduction, settleLink(input.values), 'values');
  if (!tidied.ok) return tidied;
  const values = tidied.value;
  const item = values.itemId ? findItem(session.read, caseId, values.itemId) : null;
  if (!item) return err(problem('not-found', 'values.itemId'));
  if (item.decision === 'decided') return err(problem('wrong-state', 'values.itemId', { state: item.decision }));
  const wrong =
    deductionProblem(item.claimedFen, values.amountFen ?? null, deductionsOf(session.read, item.id)) ??
    disclosureProblem(session.read, values, { caseId, partyId: item.partyId, enteredAt: session.clock.now().at });
  if (wrong) return err(wrong);
  const id = session.ids.next();
  const done = session.commit({ kind: 'add-deduction', caseId, ops: [{ op: 'insert', entity: deduction.name, id, fields: values }] });
  return done.ok ? ok({ id }) : done;
};
