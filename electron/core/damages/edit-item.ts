import { damageItem } from '../../../shared/damages/model.ts';
import { itemProblem, needsReviewer, openAfterDecision } from '../../../shared/damages/rules.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { asItIs, checkedValues, type Complete, type ItemValues } from './check-values.ts';
import { findItem } from './damage-item-rows.ts';
import { deductionsOf } from './deduction-rows.ts';

type Input = { caseId: CaseId; itemId: string; seen: number; values: ItemValues };

/** Changes an open item; of a decided one only the texts that explain it. */
export const editItem = (session: Session, input: Input, complete: Complete = asItIs): Result<void, Problem> => {
  const { caseId, itemId, seen, values } = input;
  const right = allowed(session, needsReviewer(values, false) ? 'damage.review' : 'damage.enter', caseId);
  if (!right.ok) return right;
  const item = findItem(session.read, caseId, itemId);
  if (!item) return err(problem('not-found', 'itemId'));
  const { partyId: _party, kind: _kind, ...given } = values;
  const tidied = checkedValues(given, 'values', item.kind);
  if (!tidied.ok) return tidied;
  const fields = tidied.value;
  const frozen = Object.keys(fields).find((name) => !(openAfterDecision as readonly string[]).includes(name));
  if (item.decision === 'decided' && frozen !== undefined) return err(problem('wrong-state', `values.${frozen}`, { state: item.decision }));
  const deductedFen = deductionsOf(session.read, itemId).reduce((total, one) => total + (one.amountFen ?? 0), 0);
  const wrong = itemProblem({ ...item, ...fields }, deductedFen);
  if (wrong) return err(wrong);
  if (Object.keys(fields).length === 0) return ok(undefined);
  const done = session.commit({
    kind: 'edit-damage-item',
    caseId,
    ops: complete([{ op: 'set', entity: damageItem.name, id: itemId, seen, fields }]),
  });
  return done.ok ? ok(undefined) : done;
};
