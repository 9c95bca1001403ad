import { toHalfWidth } from '../../../shared/kernel/text.ts';

export type CodeLine = { code: string; zh: string; en: string };

const mostShown = 30;

/** Codes that begin with the text come first, then names that hold every word of it. */
export const findCodes = (codes: readonly CodeLine[], typed: string): CodeLine[] => {
  const text = toHalfWidth(typed).trim().toLowerCase();
  if (text === '') return [];
  const words = text.split(/\s+/);
  const byCode = codes.filter((one) => one.code.toLowerCase().startsWith(text));
  const byName = codes.filter((one) => !byCode.includes(one) && words.every((word) => `${one.zh} ${one.en}`.toLowerCase().includes(word)));
  return [...byCode, ...byName].slice(0, mostShown);
};
