import { deductedAdvances } from '../../../shared/advances/rules.ts';
import type { Offer } from '../../../shared/offers/model.ts';
import { staleOf, type StaleReason } from '../../../shared/offers/stale.ts';
import type { Reads } from '../../db/handles.ts';
import { advancesOfParty, deductionsOfCase, itemsOfParty } from './offer-rows.ts';

/** Says what moved under an offer; handed in, because half of it is the calculation's to know. */
export type StaleOf = (row: Offer) => StaleReason[];

/** What moved among the rows of the file since the offer was made. */
export const staleRows = (db: Reads, row: Offer): StaleReason[] => {
  const partyId = row.partyId ?? '';
  return staleOf(row.sheet, row.advancesFen, {
    items: itemsOfParty(db, partyId),
    deductions: deductionsOfCase(db, row.caseId ?? ''),
    advancesFen: deductedAdvances(advancesOfParty(db, partyId), partyId),
  });
};
