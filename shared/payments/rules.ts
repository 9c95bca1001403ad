import { problem, type Problem } from '../kernel/problem.ts';
import type { Offer } from '../offers/model.ts';
import type { SheetPayer } from '../offers/sheet-model.ts';
import type { Payment, Satisfaction } from './model.ts';

type Paid = Pick<Payment, 'payer' | 'layer' | 'amountFen' | 'offerId' | 'voidReason'>;
type Owing = Pick<SheetPayer, 'payer' | 'layer' | 'toPartyFen'> & { paidFen: number; leftFen: number };

/** A version without a sheet is owed as one sum by us. */
const whole = ({
  amountFen,
  advancesFen,
}: Pick<Offer, 'amountFen' | 'advancesFen'>): Pick<SheetPayer, 'payer' | 'layer' | 'toPartyFen'>[] => [
  { payer: 'commercial', layer: 'commercial', toPartyFen: Math.max(0, (amountFen ?? 0) - (advancesFen ?? 0)) },
];

/** What the company still has to pay on an offer, payer by payer. Others' payments are none of ours to record. */
export const owingOf = (offer: Pick<Offer, 'id' | 'amountFen' | 'advancesFen' | 'sheet'>, payments: readonly Paid[]): Owing[] => {
  const due = offer.sheet === null ? whole(offer) : offer.sheet.payers.filter(({ ours }) => ours);
  const own = payments.filter(({ offerId, voidReason }) => offerId === offer.id && voidReason === null);
  return due.map(({ payer, layer, toPartyFen }) => {
    const paidFen = own
      .filter((one) => one.payer === payer && one.layer === layer)
      .reduce((total, { amountFen }) => total + (amountFen ?? 0), 0);
    return { payer, layer, toPartyFen, paidFen, leftFen: Math.max(0, toPartyFen - paidFen) };
  });
};

export const isPaidInFull = (owing: readonly Owing[]): boolean => owing.every(({ leftFen }) => leftFen === 0);

type Entry = Pick<Payment, 'payer' | 'layer'> & { amountFen: number | null; paidOn: string | null };
type Context = {
  offer: Pick<Offer, 'id' | 'state' | 'amountFen' | 'advancesFen' | 'sheet' | 'answeredAt'>;
  payments: readonly Paid[];
  today: string;
  acceptedOn: string;
};

/** A payment belongs to an accepted offer, to one of its payers, and never exceeds what that payer still owes. */
export const paymentProblem = (entry: Entry, { offer, payments, today, acceptedOn }: Context): Problem | null => {
  if (offer.state !== 'accepted') return problem('wrong-state', 'offerId', { from: offer.state, to: 'paid' });
  if (entry.amountFen === null || entry.amountFen === 0) return problem('amount.empty', 'amountFen');
  if (entry.paidOn === null) return problem('required', 'paidOn');
  if (entry.paidOn > today) return problem('in-the-future', 'paidOn');
  if (entry.paidOn < acceptedOn) return problem('payment.before-acceptance', 'paidOn', { acceptedOn });
  const owing = owingOf(offer, payments).find(({ payer, layer }) => payer === entry.payer && layer === entry.layer);
  if (owing === undefined) return problem('not-found', 'payer');
  return entry.amountFen > owing.leftFen
    ? problem('payment.too-much', 'amountFen', { leftFen: owing.leftFen, amountFen: entry.amountFen })
    : null;
};

/** At or below this score somebody has to look into it. Source: product.md, Clocks. */
export const lowScore = 3;

type Answer = { score: number | null; ownerName: string | null };

export const satisfactionProblem = ({ score, ownerName }: Answer, state: Offer['state']): Problem | null => {
  if (state !== 'paid' && state !== 'closed') return problem('wrong-state', 'offerId', { from: state, to: 'paid' });
  if (score === null) return problem('required', 'score');
  return score <= lowScore && (ownerName ?? '').trim() === '' ? problem('payment.owner-needed', 'ownerName', { score }) : null;
};

/** Whether somebody still has to follow an answer up. */
export const isOpenLow = ({ score, state, voidReason }: Pick<Satisfaction, 'score' | 'state' | 'voidReason'>): boolean =>
  voidReason === null && state === 'asked' && (score ?? 5) <= lowScore;
