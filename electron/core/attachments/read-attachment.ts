import type { Attachment } from '../../../shared/attachments/model.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { visible } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { findAttachment } from './attachment-rows.ts';

type Input = { attachmentId: string };

/** The original, out of the encrypted store and through memory only. */
export const readAttachment = (session: Session, input: Input): Result<File, Problem> => {
  const row = shown(session, input);
  if (!row.ok) return row;
  const bytes = session.blobs.read(row.value.sha256);
  if (!bytes) return err(problem('not-found', 'attachmentId', { sha256: row.value.sha256 }));
  return ok(new File([Uint8Array.from(bytes)], row.value.name, { type: row.value.mediaType }));
};

/** The small picture, or null when there is none. */
export const readThumbnail = (session: Session, input: Input): Result<File | null, Problem> => {
  const row = shown(session, input);
  if (!row.ok) return row;
  const bytes = row.value.thumbnailSha256 === null ? null : session.blobs.read(row.value.thumbnailSha256);
  return ok(bytes ? new File([Uint8Array.from(bytes)], 'thumbnail', { type: 'image/*' }) : null);
};

/** An attachment is shown to whoever may see its case. */
const shown = (session: Session, { attachmentId }: Input): Result<Attachment, Problem> => {
  const row = findAttachment(session.read, attachmentId);
  const seen = visible(session, row?.caseId ?? '');
  if (!seen.ok) return seen;
  return row ? ok(row) : err(problem('not-found', 'attachmentId'));
};
