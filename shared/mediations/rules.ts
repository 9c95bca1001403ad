import { compareText } from '../kernel/compare-text.ts';
import { chinaDateOf } from '../kernel/dates.ts';
import { problem, type Problem } from '../kernel/problem.ts';
import type { Offer } from '../offers/model.ts';
import type { Negotiation } from '../offers/negotiation-model.ts';
import { isAgreed, isShown } from '../offers/rules.ts';
import type { MediationRound } from './model.ts';

/** The number of the next round of one person; a voided round keeps its number. */
export const nextRound = (earlier: readonly Pick<MediationRound, 'round'>[]): number =>
  Math.max(0, ...earlier.map(({ round }) => round ?? 0)) + 1;

type Values = Partial<Pick<MediationRound, 'partyId' | 'heldAt' | 'nextOn' | 'reply' | 'theirProposalFen'>>;

/** What a round needs to be of use later: whose it is, and their figure when they named another one; the next date lies after it. */
export const roundProblem = ({ partyId, heldAt, nextOn, reply, theirProposalFen }: Values): Problem | null => {
  if (!partyId) return problem('required', 'values.partyId');
  if (reply === 'countered' && (theirProposalFen ?? null) === null) return problem('required', 'values.theirProposalFen');
  if (nextOn && heldAt && nextOn < chinaDateOf(heldAt)) return problem('ends-before-start', 'values.nextOn');
  return null;
};

/** One rung of the ladder: what each side named at one time, in fen. */
export type Rung = {
  id: string;
  kind: 'round' | 'talk' | 'offer';
  number: number;
  at: string;
  oursFen: number | null;
  theirsFen: number | null;
};

/** Offers, talks and mediation rounds of one person in the order of time: how the two sides came nearer. */
export const offerLadder = (
  file: { rounds: readonly MediationRound[]; talks?: readonly Negotiation[]; offers: readonly Offer[] },
  partyId: string,
): Rung[] =>
  [
    ...file.rounds
      .filter((row) => row.partyId === partyId && row.voidReason === null)
      .map((row): Rung => ({
        id: row.id,
        kind: 'round',
        number: row.round ?? 0,
        at: row.heldAt,
        oursFen: row.ourProposalFen,
        theirsFen: row.theirProposalFen,
      })),
    ...(file.talks ?? [])
      .filter((row) => row.partyId === partyId && row.voidReason === null)
      .map((row): Rung => ({
        id: row.id,
        kind: 'talk',
        number: row.round ?? 0,
        at: row.heldAt,
        oursFen: row.oursFen,
        theirsFen: row.theirsFen,
      })),
    ...file.offers
      .filter((row) => row.partyId === partyId && row.voidReason === null && isShown(row.state))
      .map((row): Rung => ({
        id: row.id,
        kind: 'offer',
        number: row.version ?? 0,
        at: row.putAt ?? row.at,
        oursFen: row.amountFen,
        theirsFen: theirsOf(row),
      })),
  ]
    .filter(({ oursFen, theirsFen }) => oursFen !== null || theirsFen !== null)
    .toSorted((a, b) => compareText(a.at, b.at) || a.number - b.number);

/** An accepted offer is their figure, too, unless they named one before. */
const theirsOf = (row: Offer): number | null => (isAgreed(row.state) ? row.amountFen : row.counterFen);
