import type { Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { moveProblem } from '../../../shared/offers/rules.ts';
import type { Session } from '../session.ts';
import { moveOp, offerAtHand, type OfOffer } from './move-offer.ts';

/** Closes a version that was paid, or one that was refused and is not pursued. */
export const closeOffer = (session: Session, input: OfOffer): Result<void, Problem> => {
  const found = offerAtHand(session, input);
  if (!found.ok) return found;
  const wrong = moveProblem(found.value, 'closed');
  if (wrong) return err(wrong);
  const facts = { closedAt: session.clock.now().at };
  const ops = [moveOp({ id: found.value.id, from: found.value.state, to: 'closed', facts })];
  const done = session.commit({ kind: 'close-offer', caseId: input.caseId, ops });
  return done.ok ? ok(undefined) : done;
};
