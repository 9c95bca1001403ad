import { advance, type Advance } from '../../../shared/advances/model.ts';
import { damageItem, deduction, type DamageItem, type Deduction } from '../../../shared/damages/model.ts';
import { disclosure, type Disclosure } from '../../../shared/disclosures/model.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { Grant } from '../../../shared/offers/authority.ts';
import { offer, type Offer } from '../../../shared/offers/model.ts';
import { negotiation, type Negotiation } from '../../../shared/offers/negotiation-model.ts';
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

/** What is taken off the case's items. */
export const deductionsOfCase = (db: Reads, caseId: string): Deduction[] =>
  selectRows(db, deduction, 'case_id = ? AND void_reason IS NULL ORDER BY at, id', [caseId]);

export const disclosuresOfCase = (db: Reads, caseId: string): Disclosure[] =>
  selectRows(db, disclosure, 'case_id = ? AND void_reason IS NULL', [caseId]);

/** What was asked for and paid before the settlement. */
export const advancesOfParty = (db: Reads, partyId: string): Advance[] =>
  selectRows(db, advance, 'party_id = ? ORDER BY at, id', [partyId]);

export const talksOfParty = (db: Reads, caseId: string, partyId: string | null): Negotiation[] =>
  selectRows(db, negotiation, 'case_id = ? AND party_id IS ? ORDER BY held_at, id', [caseId, partyId]);

/** Decisions of superiors in this case. */
export const grantsOfCase = (db: Reads, caseId: string): Grant[] =>
  db.all<Grant>(
    `SELECT id, party_id AS partyId, kind, state, decided_fen AS decidedFen, decided_at AS decidedAt
     FROM escalations WHERE case_id = ? AND void_reason IS NULL ORDER BY decided_at, id`,
    caseId,
  );
