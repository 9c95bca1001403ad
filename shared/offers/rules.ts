import { problem, type Problem } from '../kernel/problem.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { offer, type Offer } from './model.ts';

type ItemView = { id: string; decision: string; allowedFen: number | null };

/** The next version of a party's offer: the sum of what was allowed on the decided items. An open item would make it guesswork. */
export const nextOffer = (
  items: readonly ItemView[],
  earlier: readonly { version: number | null }[],
  advancesFen = 0,
): Result<{ version: number; amountFen: number; advancesFen: number }, Problem> => {
  if (items.length === 0) return err(problem('required', 'partyId', { items: 0 }));
  const open = items.filter((item) => item.decision !== 'decided').length;
  if (open > 0) return err(problem('wrong-state', 'partyId', { open, items: items.length }));
  const version = Math.max(0, ...earlier.map((one) => one.version ?? 0)) + 1;
  return ok({ version, amountFen: items.reduce((total, item) => total + (item.allowedFen ?? 0), 0), advancesFen });
};

/** What is still to be paid when the offer is accepted, and what of the advances goes back to their payer. Source: settlement.md §3.4 no. 10. */
export const restOf = ({
  amountFen,
  advancesFen,
}: {
  amountFen: number | null;
  advancesFen: number | null;
}): { restFen: number; surplusFen: number } => {
  const rest = (amountFen ?? 0) - (advancesFen ?? 0);
  return { restFen: Math.max(0, rest), surplusFen: Math.max(0, -rest) };
};

export type OfferAnswer = 'accepted' | 'countered' | 'refused';

/** Whether the party's answer fits the offer as it stands; a counter-offer needs its amount. */
export const replyProblem = (state: Offer['state'], answer: OfferAnswer, counterFen: number | null): Problem | null => {
  if (!canMoveOffer(state, answer)) return problem('wrong-state', 'offerId', { from: state, to: answer });
  if (answer === 'countered' && counterFen === null) return problem('required', 'counterFen');
  return null;
};

export const canMoveOffer = (from: Offer['state'], to: Offer['state']): boolean => offer.states?.moves[from]?.includes(to) ?? false;
