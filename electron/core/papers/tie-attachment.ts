import { attachment } from '../../../shared/attachments/model.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { paper } from '../../../shared/papers/model.ts';
import { findRow } from '../../db/rows.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';

type Input = { caseId: string; attachmentId: string; paperId: string | null };

/** Says which paper of the checklist an attachment shows; with null, none. */
export const tieAttachment = (session: Session, { caseId, attachmentId, paperId }: Input): Result<void, Problem> => {
  const right = allowed(session, 'attachment.add', caseId);
  if (!right.ok) return right;
  const row = findRow(session.read, attachment, attachmentId);
  if (!row || row.caseId !== caseId || row.voidReason !== null) return err(problem('not-found', 'attachmentId'));
  if (paperId !== null && findRow(session.read, paper, paperId)?.caseId !== caseId) return err(problem('not-found', 'paperId'));
  if (row.paperId === paperId) return ok(undefined);
  const stored = session.commit({
    kind: 'tie-attachment',
    caseId: caseId as CaseId,
    ops: [{ op: 'set', entity: 'attachment', id: attachmentId, seen: row.rev, fields: { paperId } }],
  });
  return stored.ok ? ok(undefined) : stored;
};
