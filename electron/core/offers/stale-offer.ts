import { deductedAdvances } from '../../../shared/advances/rules.ts';
import type { Offer } from '../../../shared/offers/model.ts';
import { staleOf, type StaleReason } from '../../../shared/offers/stale.ts';
import type { Reads } from '../../db/handles.ts';
import { advancesOfParty, deductionsOfCase, itemsOfParty } from './offer-rows.ts';

/** What moved under the offer since it was made; `calculation` names what moved under its calculation. */
export const staleOffer = (db: Reads, row: Offer, calculation: readonly Extract<StaleReason, 'basis' | 'pack'>[] = []): StaleReason[] => {
  const partyId = row.partyId ?? '';
  return staleOf(row.sheet, row.advancesFen, {
    items: itemsOfParty(db, partyId),
    deductions: deductionsOfCase(db, row.caseId ?? ''),
    advancesFen: deductedAdvances(advancesOfParty(db, partyId), partyId),
    calculation,
  });
};
