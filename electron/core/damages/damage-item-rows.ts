import { damageItem, type DamageItem } from '../../../shared/damages/model.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { findRow } from '../../db/rows.ts';
import type { Reads } from '../../db/handles.ts';

/** The item, if it belongs to the case and is not voided. */
export const findItem = (db: Reads, caseId: CaseId, itemId: string): DamageItem | null => {
  const item = findRow(db, damageItem, itemId);
  return item && item.caseId === caseId && item.voidReason === null ? item : null;
};
