import { complaint, type Complaint } from '../../../shared/complaints/model.ts';
import type { Reads } from '../../db/handles.ts';
import { findRow } from '../../db/rows.ts';

/** A complaint of this case that is not hidden. */
export const complaintOfCase = (db: Reads, caseId: string, id: string): Complaint | undefined => {
  const row = findRow(db, complaint, id);
  return row && row.caseId === caseId && row.voidReason === null ? row : undefined;
};
