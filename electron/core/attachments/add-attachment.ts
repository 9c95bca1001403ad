import { createHash } from 'node:crypto';
import { attachment, type Attachment } from '../../../shared/attachments/model.ts';
import { keptName, kindFor, type FileType } from '../../../shared/attachments/rules.ts';
import { contactLog } from '../../../shared/contacts/model.ts';
import { instantSchema } from '../../../shared/kernel/dates.ts';
import type { AttachmentId, CaseId, Id } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { paper } from '../../../shared/papers/model.ts';
import { injuredParty } from '../../../shared/parties/model.ts';
import { findRow } from '../../db/rows.ts';
import { allowed } from '../people/allowed.ts';
import type { DraftOperation, Session } from '../session.ts';
import { sameContent } from './attachment-rows.ts';
import { recogniseFile, sizeProblem } from './recognise-file.ts';

type Input = {
  caseId: CaseId;
  partyId: string | null;
  logId: string | null;
  subject: Attachment['subject'];
  takenAt: string;
  paperId?: string | null | undefined;
  derived?: { fromId: string; how: Exclude<Attachment['derivation'], null> } | null | undefined;
  file: File;
  thumbnail: File | null;
};
type Added = { id: string; alreadyThere: boolean };

/** Keeps one file of a case. The content is stored first, so that a row never points at nothing; the same file twice adds nothing. */
export const addAttachment = async (session: Session, input: Input): Promise<Result<Added, Problem>> => {
  const right = allowed(session, 'attachment.add', input.caseId);
  if (!right.ok) return right;
  const wrong = sizeProblem(input.file.size, 'file') ?? referenceProblem(session, input);
  if (wrong) return err(wrong);
  const bytes = new Uint8Array(await input.file.arrayBuffer());
  const type = await recogniseFile(bytes, 'file');
  if (!type.ok) return type;
  const thumbnail = await readThumbnail(input.thumbnail);
  if (!thumbnail.ok) return thumbnail;
  const known = sameContent(session.read, input.caseId, createHash('sha256').update(bytes).digest('hex'));
  if (known) return tieKnown(session, known, input.paperId ?? null);
  return store(session, input, { bytes, type: type.value, thumbnail: thumbnail.value });
};

const referenceProblem = ({ read }: Session, { caseId, partyId, logId, takenAt, paperId, derived }: Input): Problem | null => {
  if (!instantSchema.safeParse(takenAt).success) return problem('invalid', 'takenAt');
  if (partyId !== null && findRow(read, injuredParty, partyId)?.caseId !== caseId) return problem('not-found', 'partyId');
  if (paperId && findRow(read, paper, paperId)?.caseId !== caseId) return problem('not-found', 'paperId');
  if (derived && findRow(read, attachment, derived.fromId)?.caseId !== caseId) return problem('not-found', 'derived.fromId');
  return logId !== null && findRow(read, contactLog, logId)?.caseId !== caseId ? problem('not-found', 'logId') : null;
};

/** A file that is there already is not stored again, but it may turn out to show a paper. */
const tieKnown = (session: Session, known: Attachment, paperId: string | null): Result<Added, Problem> => {
  const there = { id: known.id, alreadyThere: true };
  if (paperId === null || known.paperId === paperId) return ok(there);
  const op: DraftOperation = { op: 'set', entity: attachment.name, id: known.id, seen: known.rev, fields: { paperId } };
  const done = session.commit({ kind: 'tie-attachment', caseId: known.caseId, ops: [op] });
  return done.ok ? ok(there) : done;
};

const maxThumbnailBytes = 512 * 1024;

/** The small picture comes from the page, so it is distrusted like every other file. */
const readThumbnail = async (file: File | null): Promise<Result<Uint8Array | null, Problem>> => {
  if (file === null || file.size === 0) return ok(null);
  if (file.size > maxThumbnailBytes) {
    return err(problem('attachment.too-large', 'thumbnail', { bytes: file.size, maxBytes: maxThumbnailBytes }));
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const type = await recogniseFile(bytes, 'thumbnail');
  if (!type.ok) return type;
  return type.value.kind === 'photo' ? ok(bytes) : err(problem('attachment.wrong-type', 'thumbnail', { found: type.value.mediaType }));
};

type Content = { bytes: Uint8Array; type: FileType; thumbnail: Uint8Array | null };

const store = (session: Session, input: Input, { bytes, type, thumbnail }: Content): Result<Added, Problem> => {
  const { caseId, partyId, logId, subject, takenAt, file } = input;
  const original = session.blobs.put(bytes);
  if (!original.ok) return original;
  const small = thumbnail ? session.blobs.put(thumbnail) : null;
  if (small && !small.ok) return small;
  const fields = {
    partyId,
    logId,
    sha256: original.value.sha256,
    thumbnailSha256: small?.value.sha256 ?? null,
    name: keptName(file.name, type),
    mediaType: type.mediaType,
    bytes: bytes.length,
    kind: kindFor(type, subject),
    subject,
    takenAt,
    paperId: (input.paperId ?? null) as Id<'paper'> | null,
    derivedFromId: (input.derived?.fromId ?? null) as AttachmentId | null,
    derivation: input.derived?.how ?? null,
  };
  const id = session.ids.next();
  const done = session.commit({ kind: 'add-attachment', caseId, ops: [{ op: 'insert', entity: attachment.name, id, fields }] });
  return done.ok ? ok({ id, alreadyThere: false }) : done;
};
