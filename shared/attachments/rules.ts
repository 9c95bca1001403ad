import { tidyText } from '../kernel/text.ts';
import type { Attachment } from './model.ts';

type Kind = Attachment['kind'];

/** A file type the app keeps: the media type it is served under, the ending its name gets, and what it is. */
export type FileType = { mediaType: string; ending: string; kind: Kind };

/** Every type an attachment may have, keyed by the ending that content recognition answers with. Nothing that can run is here. */
const types: Readonly<Record<string, FileType>> = {
  jpg: { mediaType: 'image/jpeg', ending: 'jpg', kind: 'photo' },
  png: { mediaType: 'image/png', ending: 'png', kind: 'photo' },
  webp: { mediaType: 'image/webp', ending: 'webp', kind: 'photo' },
  heic: { mediaType: 'image/heic', ending: 'heic', kind: 'photo' },
  pdf: { mediaType: 'application/pdf', ending: 'pdf', kind: 'pdf' },
  mp3: { mediaType: 'audio/mpeg', ending: 'mp3', kind: 'sound' },
  m4a: { mediaType: 'audio/mp4', ending: 'm4a', kind: 'sound' },
  wav: { mediaType: 'audio/wav', ending: 'wav', kind: 'sound' },
  ogg: { mediaType: 'audio/ogg', ending: 'ogg', kind: 'sound' },
  opus: { mediaType: 'audio/ogg', ending: 'opus', kind: 'sound' },
  aac: { mediaType: 'audio/aac', ending: 'aac', kind: 'sound' },
};

export const fileTypeOf = (ending: string): FileType | null => (Object.hasOwn(types, ending) ? (types[ending] ?? null) : null);

/** Endings that mean the same content, so that a name need not change. */
const sameEnding: Readonly<Record<string, string>> = {
  jpeg: 'jpg',
  jfif: 'jpg',
  heif: 'heic',
  hif: 'heic',
  oga: 'ogg',
  mp4: 'm4a',
  wave: 'wav',
};

/** A picture of a paper is a scan: it is read, not looked at. */
export const kindFor = ({ kind }: FileType, subject: Attachment['subject']): Kind =>
  kind === 'photo' && subject === 'paper' ? 'scan' : kind;

const maxNameLength = 255;

/**
 * The name a file is kept under: the last part of the path, without control characters, ending as its content demands. A PDF
 * that calls itself `photo.jpg` becomes `photo.pdf`.
 */
export const keptName = (name: string, { ending }: FileType): string => {
  const last = tidyText(name).split(/[\\/]/).at(-1) ?? '';
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  const clean = last.replace(/[\u0000-\u001F\u007F]/g, '').trim();
  const dot = clean.lastIndexOf('.');
  const stem = dot > 0 ? clean.slice(0, dot) : clean;
  const given = dot > 0 ? clean.slice(dot + 1).toLowerCase() : '';
  const fits = (sameEnding[given] ?? given) === ending;
  const base = (stem === '' ? 'file' : stem).slice(0, maxNameLength - 1 - Math.max(ending.length, given.length));
  return fits ? `${base}.${given}` : `${base}.${ending}`;
};
