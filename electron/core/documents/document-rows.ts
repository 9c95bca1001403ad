import { printedDocument, type DocumentKind, type PrintedDocument } from '../../../shared/documents/model.ts';
import type { Reads } from '../../db/handles.ts';
import { selectRows } from '../../db/rows.ts';

export type DocumentKey = { caseId: string; kind: DocumentKind; partyId: string | null; subjectId: string | null };

/** The newest version of a paper, or undefined when it was never printed. */
export const latestVersion = (db: Reads, { caseId, kind, partyId, subjectId }: DocumentKey): PrintedDocument | undefined =>
  selectRows(db, printedDocument, 'case_id = ? AND kind = ? AND party_id IS ? AND subject_id IS ? ORDER BY version DESC, at DESC LIMIT 1', [
    caseId,
    kind,
    partyId,
    subjectId,
  ])[0];

/** Every version printed in a case, the newest first. */
export const versionsOfCase = (db: Reads, caseId: string): PrintedDocument[] =>
  selectRows(db, printedDocument, 'case_id = ? ORDER BY version DESC, at DESC', [caseId]);
