import type { CaseFile } from '../../../shared/cases/contract.ts';
import { grantFor } from '../../../shared/offers/authority.ts';
import type { Offer, OfferState } from '../../../shared/offers/model.ts';
import { oursOf } from '../../../shared/offers/rules.ts';

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

/** `mayApprove`: the amount is within the reader's own limit, or a decision of superiors covers it. */
type Sight = { mayMake: boolean; mayApprove: boolean; signed: boolean; stale: boolean };

/** What can be done with a version now. Who may not make offers can still look at a signature; a stale one goes nowhere. */
export const actsOf = (row: Offer, { mayMake, mayApprove, signed, stale }: Sight): OfferAct[] =>
  actsByState[row.state].filter((act) => {
    if (act === 'signed') return signed;
    if (act === 'approve' && !mayApprove) return false;
    if (act === 'escalate' && mayApprove) return false;
    return mayMake && !(stale && (act === 'submit' || act === 'approve' || act === 'put' || act === 'escalate'));
  });

/** Whether a decision of superiors allows this version's amount. */
export const isCovered = ({ escalations }: CaseFile, row: Offer): boolean =>
  grantFor(
    escalations.filter(({ voidReason }) => voidReason === null),
    { partyId: row.partyId, oursFen: oursOf(row), madeAt: row.at },
  ) !== null;

/** `0.7` as a person reads it: `70%`. What is no number stays as it is. */
export const ratioInWords = (ratio: string): string => {
  const share = Number(ratio);
  return ratio === '' || Number.isNaN(share) ? ratio : `${Number((share * 100).toFixed(4))}%`;
};

/** The first signs of a hash: enough to compare by eye. */
export const shortHash = (hash: string): string => (hash.slice(0, 12).toUpperCase().match(/.{4}/g) ?? []).join('-');
