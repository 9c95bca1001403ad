import { damageItem, type DamageItem } from '../../../shared/damages/model.ts';
import { announces, decisionProblem, type DeductionView } from '../../../shared/damages/rules.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { findItem } from './damage-item-rows.ts';
import { deductionsOf, disclosureOf } from './deduction-rows.ts';

type Input = { caseId: CaseId; itemId: string; decided: boolean };

/** Decides an item, or opens it again. Deciding it twice changes nothing. */
export const decideItem = (session: Session, { caseId, itemId, decided }: Input): Result<void, Problem> => {
  const right = allowed(session, 'damage.review', caseId);
  if (!right.ok) return right;
  const item = findItem(session.read, caseId, itemId);
  if (!item) return err(problem('not-found', 'itemId'));
  const to = decided ? 'decided' : 'open';
  if (item.decision === to) return ok(undefined);
  const wrong = decided ? decisionProblem(item, viewsOf(session, caseId, item)) : null;
  if (wrong) return err(wrong);
  const done = session.commit({
    kind: decided ? 'decide-damage-item' : 'reopen-damage-item',
    caseId,
    ops: [{ op: 'transition', entity: damageItem.name, id: itemId, from: item.decision, to, facts: {} }],
  });
  return done.ok ? ok(undefined) : done;
};

const viewsOf = (session: Session, caseId: CaseId, item: DamageItem): DeductionView[] =>
  deductionsOf(session.read, item.id).map(({ id, amountFen, notToldBefore, disclosureId, at }) => {
    const disclosure = disclosureId === null ? null : disclosureOf(session.read, disclosureId);
    const told = disclosure !== null && announces(disclosure, { caseId, partyId: item.partyId, enteredAt: at });
    return { id, amountFen, notToldBefore, told };
  });
