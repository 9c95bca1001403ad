import { deduction } from '../../../shared/damages/model.ts';
import { deductionProblem } from '../../../shared/damages/rules.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { tidyEdit } from '../tidy-values.ts';
import type { DeductionValues } from './add-deduction.ts';
import { disclosureProblem, settleLink } from './check-disclosure.ts';
import { findItem } from './damage-item-rows.ts';
import { deductionsOf, findDeduction } from './deduction-rows.ts';

type Input = { caseId: CaseId; deductionId: string; seen: number; values: DeductionValues };

/** Changes a deduction of an item that is still open. */
export const editDeduction = (session: Session, { caseId, deductionId, seen, values }: Input): Result<void, Problem> => {
  const right = allowed(session, 'damage.review', caseId);
  if (!right.ok) return right;
  const row = findDeduction(session.read, caseId, deductionId);
  const item = row?.itemId ? findItem(session.read, caseId, row.itemId) : null;
  if (!row || !item) return err(problem('not-found', 'deductionId'));
  if (item.decision === 'decided') return err(problem('wrong-state', 'deductionId', { state: item.decision }));
  const { itemId: _item, ...given } = settleLink(values);
  if (given.reason !== undefined && given.reason.trim() === '') return err(problem('reason-needed', 'values.reason'));
  const tidied = tidyEdit(deduction, given, 'values');
  if (!tidied.ok) return tidied;
  const fields = tidied.value;
  const merged = { ...row, ...fields };
  const others = deductionsOf(session.read, item.id).filter((one) => one.id !== row.id);
  const wrong =
    deductionProblem(item.claimedFen, merged.amountFen, others) ??
    disclosureProblem(session.read, merged, { caseId, partyId: item.partyId, enteredAt: row.at });
  if (wrong) return err(wrong);
  if (Object.keys(fields).length === 0) return ok(undefined);
  const done = session.commit({
    kind: 'edit-deduction',
    caseId,
    ops: [{ op: 'set', entity: deduction.name, id: row.id, seen, fields }],
  });
  return done.ok ? ok(undefined) : done;
};
