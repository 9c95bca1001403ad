import type { Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { policyName } from '../../../shared/offers/authority.ts';
import type { Offer } from '../../../shared/offers/model.ts';
import { approvalOf, oursOf, submitOfferProblem } from '../../../shared/offers/rules.ts';
import { authorityNow, ownLimit } from '../authority-here.ts';
import type { Session } from '../session.ts';
import { moveOp, offerAtHand, type OfOffer } from './move-offer.ts';
import { grantsOfCase } from './offer-rows.ts';
import type { StaleOf } from './stale-offer.ts';

type Submitted = { state: 'submitted' | 'approved'; oursFen: number; limitFen: number };

/** Whether the person who works here may approve the offer, and under what. */
export const approvalHere = (session: Session, row: Offer): ReturnType<typeof approvalOf> =>
  approvalOf(row, {
    policy: authorityNow(session),
    role: session.person().role,
    grants: grantsOfCase(session.read, row.caseId ?? ''),
  });

/** 提交审批: within one's own limit, or under a decision that covers it, the version is approved in the same change. */
export const submitOffer = (session: Session, input: OfOffer, stale: StaleOf): Result<Submitted, Problem> => {
  const found = offerAtHand(session, input);
  if (!found.ok) return found;
  const row = found.value;
  const wrong = submitOfferProblem(row, stale(row));
  if (wrong) return err(wrong);
  const now = session.clock.now().at;
  const approval = approvalHere(session, row);
  const approved = approval.ok
    ? [moveOp({ id: row.id, from: 'submitted', to: 'approved', facts: approvedFacts(session, now, approval.value) })]
    : [];
  const done = session.commit({
    kind: 'submit-offer',
    caseId: input.caseId,
    ops: [moveOp({ id: row.id, from: row.state, to: 'submitted', facts: { submittedAt: now, returnReason: null } }), ...approved],
  });
  return done.ok ? ok({ state: approval.ok ? 'approved' : 'submitted', oursFen: oursOf(row), limitFen: ownLimit(session) }) : done;
};

export const approvedFacts = (session: Session, approvedAt: string, { escalationId }: { escalationId: string | null }) => ({
  approvedAt,
  approvedByName: session.person().name,
  approvedUnder: policyName(authorityNow(session)),
  escalationId,
});
