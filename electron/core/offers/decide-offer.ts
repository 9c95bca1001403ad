import type { Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Offer } from '../../../shared/offers/model.ts';
import { moveProblem, putProblem } from '../../../shared/offers/rules.ts';
import type { Session } from '../session.ts';
import { tidyReason } from '../tidy-values.ts';
import { moveOp, offerAtHand, type OfOffer } from './move-offer.ts';
import type { StaleOf } from './stale-offer.ts';
import { approvalHere, approvedFacts } from './submit-offer.ts';

type Input = OfOffer & { to: 'approved' | 'draft'; reason: string };

/** Approves a version that was handed in, or gives it back with a reason. Above one's own limit a decision of superiors is needed. */
export const decideOffer = (session: Session, input: Input, stale: StaleOf): Result<void, Problem> => {
  const found = offerAtHand(session, input);
  if (!found.ok) return found;
  const row = found.value;
  const wrong = moveProblem(row, input.to);
  if (wrong) return err(wrong);
  const facts = input.to === 'approved' ? approving(session, row, stale) : returning(input.reason);
  if (!facts.ok) return facts;
  const done = session.commit({
    kind: 'decide-offer',
    caseId: input.caseId,
    ops: [moveOp({ id: row.id, from: row.state, to: input.to, facts: facts.value })],
  });
  return done.ok ? ok(undefined) : done;
};

type Facts = Record<string, string | null>;

const approving = (session: Session, row: Offer, stale: StaleOf): Result<Facts, Problem> => {
  const wrong = putProblem({ ...row, state: 'approved' }, stale(row));
  if (wrong) return err(wrong);
  const approval = approvalHere(session, row);
  return approval.ok ? ok(approvedFacts(session, session.clock.now().at, approval.value)) : approval;
};

const returning = (given: string): Result<Facts, Problem> => {
  const reason = tidyReason(given);
  return reason.ok ? ok({ returnReason: reason.value }) : reason;
};
