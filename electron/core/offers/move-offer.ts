import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { offer, type Offer, type OfferState } from '../../../shared/offers/model.ts';
import { allowed } from '../people/allowed.ts';
import type { DraftOperation, Session } from '../session.ts';
import { findOffer } from './offer-rows.ts';

export type OfOffer = { caseId: CaseId; offerId: string };

/** The offer, if the person who works here may handle it. */
export const offerAtHand = (session: Session, { caseId, offerId }: OfOffer): Result<Offer, Problem> => {
  const right = allowed(session, 'offer.make', caseId);
  if (!right.ok) return right;
  const row = findOffer(session.read, caseId, offerId);
  return row ? ok(row) : err(problem('not-found', 'offerId'));
};

type Move = { id: string; from: OfferState; to: OfferState; facts?: Record<string, unknown> };

export const moveOp = ({ id, from, to, facts = {} }: Move): DraftOperation => ({
  op: 'transition',
  entity: offer.name,
  id,
  from,
  to,
  facts,
});
