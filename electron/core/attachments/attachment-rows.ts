import { attachment, type Attachment } from '../../../shared/attachments/model.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { Reads } from '../../db/handles.ts';
import { findRow, selectRows } from '../../db/rows.ts';

export const findAttachment = (db: Reads, attachmentId: string): Attachment | null => findRow(db, attachment, attachmentId) ?? null;

/** The same content in the same case, unless it was voided. */
export const sameContent = (db: Reads, caseId: CaseId, sha256: string): Attachment | null =>
  selectRows(db, attachment, 'case_id = ? AND sha256 = ? AND void_reason IS NULL ORDER BY at LIMIT 1', [caseId, sha256])[0] ?? null;
