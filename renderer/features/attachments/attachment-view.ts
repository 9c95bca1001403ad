import type { TFunction } from 'i18next';
import { maxAttachmentBytes, type Attachment } from '../../../shared/attachments/model.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';

/** `3.4 MB`, `812 KB`. */
export const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** What can be said about a file before it is sent: 25 MB need not travel to be refused. */
export const sizeProblem = (bytes: number): Problem | null => {
  if (bytes === 0) return problem('attachment.empty', 'file');
  return bytes > maxAttachmentBytes ? problem('attachment.too-large', 'file', { bytes, maxBytes: maxAttachmentBytes }) : null;
};

const explained = ['empty', 'too-large', 'wrong-type', 'truncated', 'too-many', 'not-here'];

/** Why a file was refused and what to do; null for problems that are not about files. */
export const refusalKey = (code: string): string | null => {
  const name = code.startsWith('attachment.') ? code.slice('attachment.'.length) : '';
  return explained.includes(name) ? `attachments.refused.${name}` : null;
};

/** Facts of a refusal as the sentence wants them. */
export const refusalWords = (t: TFunction, { code, facts }: Problem): string | null => {
  const key = refusalKey(code);
  if (key === null) return null;
  const size = typeof facts['bytes'] === 'number' ? sizeWords(facts['bytes']) : '';
  return t(key, { size, limit: sizeWords(maxAttachmentBytes) });
};

/** Those that stand, the newest last, as they were added. */
export const shownAttachments = (attachments: readonly Attachment[]): Attachment[] =>
  attachments.filter(({ voidReason }) => voidReason === null).toSorted((a, b) => a.at.localeCompare(b.at));

/** When the picture was taken, as far as the file says; never later than now, because clocks of cameras run ahead. */
export const takenAtOf = (lastModified: number, now: number): string =>
  new Date(Math.min(lastModified > 0 ? lastModified : now, now)).toISOString();

export type View = { turns: number; zoom: number; x: number; y: number };
export const restingView: View = { turns: 0, zoom: 1, x: 0, y: 0 };

type Size = { width: number; height: number };

/** The scale at which a picture, turned by quarter turns, just fits its frame; a small one is shown in its own size. */
export const fitScale = (picture: Size, frame: Size, turns: number): number => {
  const lying = Math.abs(turns) % 2 === 1;
  const width = lying ? picture.height : picture.width;
  const height = lying ? picture.width : picture.height;
  return width === 0 || height === 0 ? 1 : Math.min(1, frame.width / width, frame.height / height);
};

const zoomStep = 1.25;

/** Zooms by steps within sensible bounds; back at the fit the picture returns to the middle. */
export const zoomed = (view: View, steps: number): View => {
  const zoom = Math.min(12, Math.max(1, view.zoom * zoomStep ** steps));
  return zoom === 1 ? { ...view, zoom, x: 0, y: 0 } : { ...view, zoom };
};

/** A quarter turn; the zoom starts over, because the picture fits in another way now. */
export const turned = (view: View, by: 1 | -1): View => ({ ...restingView, turns: view.turns + by });
