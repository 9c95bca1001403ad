import type { Attachment } from '../../../shared/attachments/model.ts';

/** A rectangle in shares of the turned picture, 0 to 1, so that it means the same at every zoom. */
export type Rect = { x: number; y: number; width: number; height: number };
export type EditMode = 'redact' | 'crop';
export type Edit = {
  /** Quarter turns to the right. */
  turns: number;
  mode: EditMode;
  redactions: readonly Rect[];
  crop: Rect | null;
  /** The rectangle that the arrow keys move before Enter puts it down. */
  cursor: Rect;
};

const restingCursor: Rect = { x: 0.4, y: 0.45, width: 0.2, height: 0.1 };

export const newEdit = (turns: number): Edit => ({ turns, mode: 'redact', redactions: [], crop: null, cursor: restingCursor });

/** The smallest side of a rectangle, as a share: below it a slip of the hand is meant. */
const smallest = 0.005;

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** The rectangle between two corners, inside the picture; null for a slip. */
export const rectBetween = (a: { x: number; y: number }, b: { x: number; y: number }): Rect | null => {
  const [x, right] = [within(Math.min(a.x, b.x), 0, 1), within(Math.max(a.x, b.x), 0, 1)];
  const [y, bottom] = [within(Math.min(a.y, b.y), 0, 1), within(Math.max(a.y, b.y), 0, 1)];
  return right - x < smallest || bottom - y < smallest ? null : { x, y, width: right - x, height: bottom - y };
};

/** Puts a rectangle down: one more blackened part, or the part that is kept. */
export const placed = (edit: Edit, rect: Rect): Edit =>
  edit.mode === 'redact' ? { ...edit, redactions: [...edit.redactions, rect] } : { ...edit, crop: rect };

/** Takes the last rectangle of this mode away again. */
export const withoutLast = (edit: Edit): Edit =>
  edit.mode === 'redact' ? { ...edit, redactions: edit.redactions.slice(0, -1) } : { ...edit, crop: null };

/** Moves the cursor by shares; with `sizes` its far corner moves instead. It never leaves the picture. */
export const nudged = (edit: Edit, by: { x: number; y: number }, sizes: boolean): Edit => {
  const { x, y, width, height } = edit.cursor;
  const cursor = sizes
    ? { x, y, width: within(width + by.x, smallest, 1 - x), height: within(height + by.y, smallest, 1 - y) }
    : { x: within(x + by.x, 0, 1 - width), y: within(y + by.y, 0, 1 - height), width, height };
  return { ...edit, cursor };
};

/** A rectangle after a quarter turn of the picture to the right. */
const turnedRect = ({ x, y, width, height }: Rect): Rect => ({ x: 1 - y - height, y: x, width: height, height: width });

/** A quarter turn takes everything that was put down with it. */
export const turnedEdit = (edit: Edit, by: 1 | -1): Edit => {
  const turn = (rect: Rect): Rect => (by === 1 ? turnedRect(rect) : turnedRect(turnedRect(turnedRect(rect))));
  return {
    ...edit,
    turns: edit.turns + by,
    redactions: edit.redactions.map(turn),
    crop: edit.crop === null ? null : turn(edit.crop),
    cursor: turn(edit.cursor),
  };
};

export const quarterOf = (turns: number): number => ((turns % 4) + 4) % 4;

/** What the new picture would be, or null while nothing was changed. Blackening weighs most. */
export const derivationOf = ({ redactions, crop, turns }: Edit): Exclude<Attachment['derivation'], null> | null => {
  if (redactions.length > 0) return 'redacted';
  if (crop !== null) return 'cropped';
  return quarterOf(turns) === 0 ? null : 'turned';
};

type Size = { width: number; height: number };

/** Width and height of the picture once turned. */
export const turnedSize = ({ width, height }: Size, turns: number): Size =>
  quarterOf(turns) % 2 === 1 ? { width: height, height: width } : { width, height };

/** Shares of the turned picture as whole pixels; a blackened part grows to whole pixels, so that no sliver stays. */
export const pixelsOf = (rect: Rect, { width, height }: Size): Rect => {
  const [x, y] = [Math.floor(rect.x * width + 1e-6), Math.floor(rect.y * height + 1e-6)];
  const [right, bottom] = [Math.ceil((rect.x + rect.width) * width - 1e-6), Math.ceil((rect.y + rect.height) * height - 1e-6)];
  return { x, y, width: Math.max(1, Math.min(width, right) - x), height: Math.max(1, Math.min(height, bottom) - y) };
};

/** `scan.jpg` with the ending `遮盖` becomes `scan-遮盖.jpg`. */
export const derivedName = (name: string, suffix: string): string => `${name.replace(/\.[^.]*$/, '').slice(0, 200)}-${suffix}.jpg`;
