import type { Attachment } from '../../../shared/attachments/model.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { visible } from '../people/allowed.ts';
import { nowhere, type ContentFetcher } from '../content-fetcher.ts';
import type { Session } from '../session.ts';
import { findAttachment } from './attachment-rows.ts';

type Input = { attachmentId: string };

/** The original, out of the encrypted store and through memory only; from the hub when only the hub has it. */
export const readAttachment = async (session: Session, input: Input, fetcher = nowhere): Promise<Result<File, Problem>> => {
  const row = shown(session, input);
  if (!row.ok) return row;
  const content = await contentOf(session, row.value, { sha256: row.value.sha256, fetcher });
  if (!content.ok) return content;
  return ok(new File([Uint8Array.from(content.value)], row.value.name, { type: row.value.mediaType }));
};

const contentOf = async (
  session: Session,
  row: Attachment,
  { sha256, fetcher }: { sha256: string; fetcher: ContentFetcher },
): Promise<Result<Uint8Array, Problem>> => {
  const here = session.blobs.read(sha256);
  if (here) return ok(here);
  const fetched = await fetcher({ caseId: row.caseId ?? '', sha256 });
  return fetched.ok ? ok(fetched.bytes) : err(problem('attachment.not-here', 'attachmentId', { why: fetched.code }));
};

/** The small picture, or null when there is none. */
export const readThumbnail = async (session: Session, input: Input, fetcher = nowhere): Promise<Result<File | null, Problem>> => {
  const row = shown(session, input);
  if (!row.ok) return row;
  const sha256 = row.value.thumbnailSha256;
  if (sha256 === null) return ok(null);
  const content = await contentOf(session, row.value, { sha256, fetcher });
  // A small picture that cannot be had now is no error: the tile says where the file is.
  return ok(content.ok ? new File([Uint8Array.from(content.value)], 'thumbnail', { type: 'image/*' }) : null);
};

/** An attachment is shown to whoever may see its case. */
const shown = (session: Session, { attachmentId }: Input): Result<Attachment, Problem> => {
  const row = findAttachment(session.read, attachmentId);
  const seen = visible(session, row?.caseId ?? '');
  if (!seen.ok) return seen;
  return row ? ok(row) : err(problem('not-found', 'attachmentId'));
};
