import { problem, type Problem } from '../kernel/problem.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { authorityOf, grantFor, type AuthorityPolicy, type Grant } from './authority.ts';
import { offer, type Offer, type OfferState } from './model.ts';
import type { StaleReason } from './stale.ts';
import type { Role } from '../people/model.ts';

type ItemView = { decision: string };

/** The number of a party's next offer. An open item would make its amounts guesswork. */
export const nextVersion = (items: readonly ItemView[], earlier: readonly { version: number | null }[]): Result<number, Problem> => {
  if (items.length === 0) return err(problem('required', 'partyId', { items: 0 }));
  const open = items.filter((item) => item.decision !== 'decided').length;
  if (open > 0) return err(problem('wrong-state', 'partyId', { open, items: items.length }));
  return ok(Math.max(0, ...earlier.map((one) => one.version ?? 0)) + 1);
};

/** What is still to be paid when the offer is accepted, and what of the advances goes back to their payer. Source: settlement.md §3.4 no. 10. */
export const restOf = ({
  amountFen,
  advancesFen,
  sheet = null,
}: {
  amountFen: number | null;
  advancesFen: number | null;
  sheet?: Pick<NonNullable<Offer['sheet']>, 'receivesFen' | 'surplusFen'> | null;
}): { restFen: number; surplusFen: number } => {
  if (sheet !== null) return { restFen: sheet.receivesFen, surplusFen: sheet.surplusFen };
  const rest = (amountFen ?? 0) - (advancesFen ?? 0);
  return { restFen: Math.max(0, rest), surplusFen: Math.max(0, -rest) };
};

/** What the company itself would pay: the part that an authority limit is about. */
export const oursOf = ({ amountFen, sheet }: Pick<Offer, 'amountFen' | 'sheet'>): number =>
  sheet === null ? (amountFen ?? 0) : sheet.payers.filter(({ ours }) => ours).reduce((total, { dueFen }) => total + dueFen, 0);

export const canMoveOffer = (from: OfferState, to: OfferState): boolean => offer.states?.moves[from]?.includes(to) ?? false;

/** A version with a sheet goes through approval; one without is of before that, and only those skip it or are accepted unsigned. */
export const isOfBefore = (row: Pick<Offer, 'sheet'>): boolean => row.sheet === null;

export const moveProblem = (row: Pick<Offer, 'state' | 'sheet'>, to: OfferState): Problem | null => {
  const skips = row.state === 'draft' && to === 'put' && !isOfBefore(row);
  return canMoveOffer(row.state, to) && !skips ? null : problem('wrong-state', 'offerId', { from: row.state, to });
};

/** An offer whose ground has moved cannot go on to the party; it says what moved. */
const staleProblem = (stale: readonly StaleReason[]): Problem | null =>
  stale.length === 0 ? null : problem('offer.out-of-date', 'offerId', { reasons: stale.join(' ') });

export const submitOfferProblem = (row: Pick<Offer, 'state' | 'sheet'>, stale: readonly StaleReason[]): Problem | null =>
  moveProblem(row, 'submitted') ?? staleProblem(stale);

type Approval = { policy: AuthorityPolicy; role: Role; grants: readonly Grant[] };
type Approved = { escalationId: string | null };

/** Whether somebody of this role may approve the amount: by their own limit, or under a decision of superiors that covers it. */
export const approvalOf = (
  row: Pick<Offer, 'partyId' | 'amountFen' | 'sheet' | 'at'>,
  { policy, role, grants }: Approval,
): Result<Approved, Problem> => {
  const oursFen = oursOf(row);
  const limitFen = authorityOf(policy, role);
  if (limitFen > 0 && oursFen <= limitFen) return ok({ escalationId: null });
  const grant = limitFen > 0 ? grantFor(grants, { partyId: row.partyId, oursFen, madeAt: row.at }) : null;
  return grant === null ? err(problem('offer.over-authority', 'offerId', { oursFen, limitFen })) : ok({ escalationId: grant.id });
};

export const putProblem = (row: Pick<Offer, 'state' | 'sheet'>, stale: readonly StaleReason[]): Problem | null =>
  moveProblem(row, 'put') ?? staleProblem(stale);

export type OfferAnswer = 'countered' | 'refused';

/** Whether the party's answer fits the offer as it stands; a counter-offer needs its amount. Accepting is done by signing. */
export const replyProblem = (row: Pick<Offer, 'state' | 'sheet'>, answer: OfferAnswer, counterFen: number | null): Problem | null => {
  const wrong = moveProblem(row, answer);
  if (wrong) return wrong;
  return answer === 'countered' && counterFen === null ? problem('required', 'counterFen') : null;
};

/** Whether the two sides agree on what is to be paid. */
export const isAgreed = (state: string | null): boolean => state === 'accepted' || state === 'paid';

/** States in which the offer lies before the party or beyond: nothing of it may be hidden any more. */
const shown: readonly OfferState[] = ['put', 'countered', 'accepted', 'refused', 'paid', 'closed'];
export const isShown = (state: OfferState): boolean => shown.includes(state);
