import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { offer } from '../../../shared/offers/model.ts';
import { canMoveOffer } from '../../../shared/offers/rules.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { findOffer } from './offer-rows.ts';

/** Marks the offer as put to the party now. */
export const putOffer = (session: Session, { caseId, offerId }: { caseId: CaseId; offerId: string }): Result<void, Problem> => {
  const right = allowed(session, 'offer.make', caseId);
  if (!right.ok) return right;
  const row = findOffer(session.read, caseId, offerId);
  if (!row) return err(problem('not-found', 'offerId'));
  if (!canMoveOffer(row.state, 'put')) return err(problem('wrong-state', 'offerId', { from: row.state, to: 'put' }));
  const facts = { putAt: session.clock.now().at };
  const done = session.commit({
    kind: 'put-offer',
    caseId,
    ops: [{ op: 'transition', entity: offer.name, id: offerId, from: row.state, to: 'put', facts }],
  });
  return done.ok ? ok(undefined) : done;
};
