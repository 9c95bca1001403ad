import { toHalfWidth } from '../../../shared/kernel/text.ts';

/** One code with its names; `py` holds the pinyin initials of the Chinese name. */
export type CodeLine = { code: string; kind: string; zh: string; en: string; py: string };

const mostShown = 30;

/** Letters alone may be pinyin initials; one letter would match half of the list. */
const mayBeInitials = /^[a-z]{2,}$/;

/**
 * Codes that begin with the text come first, then names whose pinyin initials begin with it, then names that hold every word of
 * it, then names with the initials somewhere inside.
 */
export const findCodes = (codes: readonly CodeLine[], typed: string): CodeLine[] => {
  const text = toHalfWidth(typed).trim().toLowerCase();
  if (text === '') return [];
  const words = text.split(/\s+/);
  const initials = mayBeInitials.test(text);
  const rankOf = ({ code, zh, en, py }: CodeLine): number => {
    if (code.toLowerCase().startsWith(text)) return 0;
    if (initials && py.startsWith(text)) return 1;
    const names = `${code} ${zh} ${en}`.toLowerCase();
    if (words.every((word) => names.includes(word))) return 2;
    return initials && py.includes(text) ? 3 : 4;
  };
  const ranked = codes.map((line) => ({ line, rank: rankOf(line) })).filter(({ rank }) => rank < 4);
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, mostShown)
    .map(({ line }) => line);
};
