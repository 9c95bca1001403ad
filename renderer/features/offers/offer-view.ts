import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { Offer } from '../../../shared/offers/model.ts';

/** Versions of one person's offers, the newest first. */
export const offersOf = (file: CaseFile, partyId: string): Offer[] =>
  file.offers.filter((row) => row.partyId === partyId && row.voidReason === null).toSorted((a, b) => (b.version ?? 0) - (a.version ?? 0));

/** An offer can be answered once it was put, and again after a counter-offer. */
export const replyable = (offer: Offer): boolean => offer.state === 'put' || offer.state === 'countered';
