import { deduction, type Deduction } from '../../../shared/damages/model.ts';
import { disclosure, type Disclosure } from '../../../shared/disclosures/model.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { findRow, selectRows } from '../../db/rows.ts';
import type { Reads } from '../../db/handles.ts';

/** The deduction, if it belongs to the case and is not voided. */
export const findDeduction = (db: Reads, caseId: CaseId, deductionId: string): Deduction | null => {
  const row = findRow(db, deduction, deductionId);
  return row && row.caseId === caseId && row.voidReason === null ? row : null;
};

export const deductionsOf = (db: Reads, itemId: string): Deduction[] =>
  selectRows(db, deduction, 'item_id = ? AND void_reason IS NULL ORDER BY at, id', [itemId]);

/** The disclosure a deduction points at, voided or not. */
export const disclosureOf = (db: Reads, disclosureId: string): Disclosure | null => findRow(db, disclosure, disclosureId) ?? null;
