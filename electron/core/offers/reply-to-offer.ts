import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { offer } from '../../../shared/offers/model.ts';
import { replyProblem, type OfferAnswer } from '../../../shared/offers/rules.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { findOffer } from './offer-rows.ts';

type Input = { caseId: CaseId; offerId: string; answer: OfferAnswer; reply: string; counterFen: number | null };

/** Records what the party answered, in their words. A counter-offer stays on record when it is settled later. */
export const replyToOffer = (session: Session, input: Input): Result<void, Problem> => {
  const { caseId, offerId, answer, reply, counterFen } = input;
  const right = allowed(session, 'offer.make', caseId);
  if (!right.ok) return right;
  const row = findOffer(session.read, caseId, offerId);
  if (!row) return err(problem('not-found', 'offerId'));
  const wrong = replyProblem(row.state, answer, counterFen);
  if (wrong) return err(wrong);
  const said = reply.trim() === '' ? {} : { reply };
  const answered = { ...said, answeredAt: session.clock.now().at };
  const facts = answer === 'countered' ? { ...answered, counterFen } : answered;
  const done = session.commit({
    kind: 'reply-to-offer',
    caseId,
    ops: [{ op: 'transition', entity: offer.name, id: offerId, from: row.state, to: answer, facts }],
  });
  return done.ok ? ok(undefined) : done;
};
