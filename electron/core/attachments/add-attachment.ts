import { createHash } from 'node:crypto';
import { attachment, type Attachment } from '../../../shared/attachments/model.ts';
import { keptName, kindFor, type FileType } from '../../../shared/attachments/rules.ts';
import { contactLog } from '../../../shared/contacts/model.ts';
import { instantSchema } from '../../../shared/kernel/dates.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { injuredParty } from '../../../shared/parties/model.ts';
import { findRow } from '../../db/rows.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { sameContent } from './attachment-rows.ts';
import { recogniseFile, sizeProblem } from './recognise-file.ts';

type Input = {
  caseId: CaseId;
  partyId: string | null;
  logId: string | null;
  subject: Attachment['subject'];
  takenAt: string;
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
  if (known) return ok({ id: known.id, alreadyThere: true });
  return store(session, input, { bytes, type: type.value, thumbnail: thumbnail.value });
};

const referenceProblem = ({ read }: Session, { caseId, partyId, logId, takenAt }: Input): Problem | null => {
  if (!instantSchema.safeParse(takenAt).success) return problem('invalid', 'takenAt');
  if (partyId !== null && findRow(read, injuredParty, partyId)?.caseId !== caseId) return problem('not-found', 'partyId');
  return logId !== null && findRow(read, contactLog, logId)?.caseId !== caseId ? problem('not-found', 'logId') : null;
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
  };
  const id = session.ids.next();
  const done = session.commit({ kind: 'add-attachment', caseId, ops: [{ op: 'insert', entity: attachment.name, id, fields }] });
  return done.ok ? ok({ id, alreadyThere: false }) : done;
};
