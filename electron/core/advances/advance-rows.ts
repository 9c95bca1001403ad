import { advance, type Advance } from '../../../shared/advances/model.ts';
import type { Case } from '../../../shared/cases/model.ts';
import { caseEntity } from '../../../shared/cases/model.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { Reads } from '../../db/handles.ts';
import { findRow, selectRows } from '../../db/rows.ts';

/** The advance, if it belongs to the case and is not voided. */
export const findAdvance = (db: Reads, caseId: CaseId, advanceId: string): Advance | null => {
  const row = findRow(db, advance, advanceId);
  return row && row.caseId === caseId && row.voidReason === null ? row : null;
};

export const advancesOfCase = (db: Reads, caseId: CaseId): Advance[] => selectRows(db, advance, 'case_id = ? ORDER BY at, id', [caseId]);

export const headOf = (db: Reads, caseId: CaseId): Case | null => findRow(db, caseEntity, caseId) ?? null;
