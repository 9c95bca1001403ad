import type { Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { replyProblem, type OfferAnswer } from '../../../shared/offers/rules.ts';
import type { Session } from '../session.ts';
import { moveOp, offerAtHand, type OfOffer } from './move-offer.ts';

type Input = OfOffer & { answer: OfferAnswer; reply: string; counterFen: number | null };

/** Records a counter-offer or a no, in the party's words. A counter-offer stays on record when it is settled later. */
export const replyToOffer = (session: Session, input: Input): Result<void, Problem> => {
  const { answer, reply, counterFen } = input;
  const found = offerAtHand(session, input);
  if (!found.ok) return found;
  const row = found.value;
  const wrong = replyProblem(row, answer, counterFen);
  if (wrong) return err(wrong);
  const said = reply.trim() === '' ? {} : { reply };
  const answered = { ...said, answeredAt: session.clock.now().at };
  const facts = answer === 'countered' ? { ...answered, counterFen } : answered;
  const done = session.commit({
    kind: 'reply-to-offer',
    caseId: input.caseId,
    ops: [moveOp({ id: row.id, from: row.state, to: answer, facts })],
  });
  return done.ok ? ok(undefined) : done;
};
