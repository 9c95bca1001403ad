import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { Offer, OfferState } from '../../../shared/offers/model.ts';

/** Versions of one person's offers, the newest first. */
export const offersOf = (file: CaseFile, partyId: string): Offer[] =>
  file.offers.filter((row) => row.partyId === partyId && row.voidReason === null).toSorted((a, b) => (b.version ?? 0) - (a.version ?? 0));

const offerActs = ['submit', 'approve', 'return', 'escalate', 'put', 'reply', 'accept', 'signed', 'close'] as const;
export type OfferAct = (typeof offerActs)[number];

export type OfferAction = { act: OfferAct; offer: Offer };

const actsByState: Record<OfferState, readonly OfferAct[]> = {
  draft: ['submit'],
  submitted: ['approve', 'return', 'escalate'],
  approved: ['put'],
  put: ['accept', 'reply'],
  countered: ['accept', 'reply'],
  accepted: ['signed'],
  refused: ['close'],
  paid: ['signed', 'close'],
  closed: ['signed'],
};

type Sight = { mayMake: boolean; signed: boolean; stale: boolean };

/** What can be done with a version now. Who may not make offers can still look at a signature; a stale one goes nowhere. */
export const actsOf = (row: Offer, { mayMake, signed, stale }: Sight): OfferAct[] =>
  actsByState[row.state].filter((act) => {
    if (act === 'signed') return signed;
    return mayMake && !(stale && (act === 'submit' || act === 'approve' || act === 'put' || act === 'escalate'));
  });

/** The first signs of a hash: enough to compare by eye. */
export const shortHash = (hash: string): string => (hash.slice(0, 12).toUpperCase().match(/.{4}/g) ?? []).join('-');
