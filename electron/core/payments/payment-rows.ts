import { offer, type Offer } from '../../../shared/offers/model.ts';
import { payment, satisfaction, type Payment, type Satisfaction } from '../../../shared/payments/model.ts';
import type { Reads } from '../../db/handles.ts';
import { findRow, selectRows } from '../../db/rows.ts';

/** The offer that was paid or is to be paid, if it belongs to the case and is not voided. */
export const offerOfCase = (db: Reads, caseId: string, offerId: string): Offer | null => {
  const row = findRow(db, offer, offerId);
  return row && row.caseId === caseId && row.voidReason === null ? row : null;
};

export const paymentsOf = (db: Reads, caseId: string, offerId: string): Payment[] =>
  selectRows(db, payment, 'case_id = ? AND offer_id = ? AND void_reason IS NULL ORDER BY paid_on, at, id', [caseId, offerId]);

export const satisfactionOf = (db: Reads, caseId: string, satisfactionId: string): Satisfaction | null => {
  const row = findRow(db, satisfaction, satisfactionId);
  return row && row.caseId === caseId && row.voidReason === null ? row : null;
};

export const askedAbout = (db: Reads, caseId: string, offerId: string): boolean =>
  db.get('SELECT 1 FROM satisfactions WHERE case_id = ? AND offer_id = ? AND void_reason IS NULL', caseId, offerId) !== undefined;
