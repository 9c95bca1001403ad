import { fileTypeFromBuffer } from 'file-type';
import { maxAttachmentBytes } from '../../../shared/attachments/model.ts';
import { fileTypeOf, type FileType } from '../../../shared/attachments/rules.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { isCut } from './completeness.ts';

/** What an offered file may be at most, before a byte of it is read. */
export const sizeProblem = (bytes: number, field: string): Problem | null => {
  if (bytes === 0) return problem('attachment.empty', field);
  return bytes > maxAttachmentBytes ? problem('attachment.too-large', field, { bytes, maxBytes: maxAttachmentBytes }) : null;
};

/** Tells by content, never by name, what a file is, and refuses what the app does not keep or what ends too early. */
export const recogniseFile = async (bytes: Uint8Array, field: string): Promise<Result<FileType, Problem>> => {
  const found = await fileTypeFromBuffer(bytes);
  const ending = found ? endingOf(found.ext, bytes) : null;
  const type = ending === null ? null : fileTypeOf(ending);
  if (!type) return err(problem('attachment.wrong-type', field, { found: found?.mime ?? null }));
  return isCut(bytes, type.ending) ? err(problem('attachment.truncated', field, { found: type.mediaType })) : ok(type);
};

/** Recorders of many phones write sound into a plain MP4 container; without a picture track it is sound. */
const endingOf = (found: string, bytes: Uint8Array): string | null => {
  if (found === 'oga') return 'ogg';
  if (found !== 'mp4') return found;
  const holds = (handler: string): boolean => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(`\0\0\0\0${handler}`);
  return holds('soun') && !holds('vide') ? 'm4a' : null;
};
