import { advance, type Advance } from '../../../shared/advances/model.ts';
import { damageItem, type DamageItem } from '../../../shared/damages/model.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { offer, type Offer } from '../../../shared/offers/model.ts';
import type { Reads } from '../../db/handles.ts';
import { findRow, selectRows } from '../../db/rows.ts';

/** The offer, if it belongs to the case and is not voided. */
export const findOffer = (db: Reads, caseId: CaseId, offerId: string): Offer | null => {
  const row = findRow(db, offer, offerId);
  return row && row.caseId === caseId && row.voidReason === null ? row : null;
};

/** Every version ever made for the party, voided ones included: a version number is never used twice. */
export const offersOfParty = (db: Reads, partyId: string): Offer[] => selectRows(db, offer, 'party_id = ? ORDER BY version', [partyId]);

/** The party's items that count. */
export const itemsOfParty = (db: Reads, partyId: string): DamageItem[] =>
  selectRows(db, damageItem, 'party_id = ? AND void_reason IS NULL ORDER BY at, id', [partyId]);

/** What was asked for and paid before the settlement. */
export const advancesOfParty = (db: Reads, partyId: string): Advance[] =>
  selectRows(db, advance, 'party_id = ? ORDER BY at, id', [partyId]);
